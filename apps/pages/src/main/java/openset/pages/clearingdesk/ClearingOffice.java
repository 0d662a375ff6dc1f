package openset.pages.clearingdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import openset.clearing.ClearingHouse;
import openset.http.Mount;
import openset.pages.Words;
import openset.pages.desk.Bureau;
import openset.pages.desk.Bureau.Way;
import openset.pages.desk.DeskPages;
import openset.pages.desk.Guard;
import openset.pages.desk.Marks;
import openset.pages.desk.View.Notice;

/** The routes of a clearing house's back office, all under {@code /office}. */
public final class ClearingOffice {
  private static final List<Way> WAYS =
      List.of(
          Way.of(Bureau.HOME, ClearingWords.OVERVIEW),
          Way.of(CycleDesk.PATH, ClearingWords.CYCLES),
          Way.of(PositionDesk.PATH, ClearingWords.POSITIONS),
          Way.of(BreakDesk.PATH, BreakWords.BREAKS),
          Way.of(SettlementDesk.PATH, FileWords.SETTLEMENT),
          Way.of(FileDesk.PATH, FileWords.FILES),
          Way.of(DisputeDesk.PATH, BreakWords.DISPUTES),
          Way.of(RateDesk.PATH, RateWords.RATES),
          Way.of(CalendarDesk.PATH, ClearingWords.CALENDAR));

  private static final Map<String, Notice> NOTICES =
      Map.of(
          "cut", Notice.good(ClearingWords.CUT),
          "nothing-to-cut", Notice.warn(ClearingWords.NOTHING_TO_CUT),
          "reason", Notice.bad(BreakWords.NEEDS_REASON),
          "gone", Notice.warn(BreakWords.GONE),
          "rate-bad", Notice.bad(RateWords.BAD),
          "rate-past", Notice.bad(RateWords.PAST),
          "rate-twice", Notice.bad(RateWords.TWICE));

  private ClearingOffice() {}

  /**
   * All of them, with what they load.
   *
   * @param name for people
   */
  public static List<Mount> routes(ClearingHouse house, String name, Bureau.Staff staff) {
    Guard guard =
        new Guard(
            new Bureau(
                new Bureau.Sign(
                    Words.same(name), ClearingWords.LEAD, "", Marks.CLEARING, List.of()),
                staff,
                WAYS,
                Bureau.NO_PROGRAMS,
                NOTICES));
    List<Mount> mounts = new ArrayList<>(DeskPages.alone(guard));
    mounts.addAll(new FrontDesk(house.office(), guard).routes());
    mounts.addAll(new CycleDesk(house, guard).routes());
    mounts.addAll(new PositionDesk(house.office(), guard).routes());
    mounts.addAll(new BreakDesk(house, guard).routes());
    mounts.addAll(new SettlementDesk(house, guard).routes());
    mounts.addAll(new FileDesk(house.office(), guard).routes());
    mounts.addAll(new DisputeDesk(house, guard).routes());
    mounts.addAll(new RateDesk(house, guard).routes());
    mounts.addAll(new CalendarDesk(house.office(), guard).routes());
    return List.copyOf(mounts);
  }
}
