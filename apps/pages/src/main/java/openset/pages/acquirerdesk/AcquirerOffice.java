package openset.pages.acquirerdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import openset.acquirer.Acquirer;
import openset.http.Mount;
import openset.pages.Words;
import openset.pages.desk.Bureau;
import openset.pages.desk.Bureau.Way;
import openset.pages.desk.DeskPages;
import openset.pages.desk.Guard;
import openset.pages.desk.Marks;
import openset.pages.desk.View.Notice;

/** The routes of an acquirer's back office, all under {@code /office}. */
public final class AcquirerOffice {
  private static final List<Way> WAYS =
      List.of(
          Way.of(Bureau.HOME, AcquirerWords.OVERVIEW),
          Way.of(MerchantsDesk.PATH, AcquirerWords.MERCHANTS),
          Way.of(TrafficDesk.PATH, AcquirerWords.TRAFFIC),
          Way.of(FeesDesk.PATH, AcquirerWords.FEES),
          Way.of(FundingDesk.PATH, AcquirerWords.FUNDING),
          Way.of(CasesDesk.PATH, AcquirerWords.CHARGEBACKS));

  private static final Map<String, Notice> NOTICES =
      Map.of(
          "not-turn", Notice.bad(CaseWords.NOT_NOW),
          "no-file", Notice.bad(CaseWords.NO_FILE),
          "note-bad", Notice.bad(AcquirerWords.NOTE_BAD),
          "represented", Notice.good(CaseWords.REPRESENTED),
          "accepted", Notice.good(CaseWords.ACCEPTED));

  private AcquirerOffice() {}

  /**
   * All of them, with what they load.
   *
   * @param name for people
   */
  public static List<Mount> routes(Acquirer acquirer, String name, Bureau.Staff staff) {
    Guard guard =
        new Guard(
            new Bureau(
                new Bureau.Sign(
                    Words.same(name), AcquirerWords.LEAD, "", Marks.BANK, List.of()),
                staff,
                WAYS,
                Bureau.NO_PROGRAMS,
                NOTICES));
    CasesDesk cases = new CasesDesk(acquirer, guard);
    FundingDesk funding = new FundingDesk(acquirer, guard);
    List<Mount> mounts = new ArrayList<>(DeskPages.alone(guard));
    mounts.addAll(new FrontDesk(acquirer, guard, cases).routes());
    mounts.addAll(new MerchantsDesk(acquirer, guard, funding).routes());
    mounts.addAll(new TrafficDesk(acquirer, guard).routes());
    mounts.addAll(new FeesDesk(acquirer, guard).routes());
    mounts.addAll(funding.routes());
    mounts.addAll(cases.routes());
    return List.copyOf(mounts);
  }
}
