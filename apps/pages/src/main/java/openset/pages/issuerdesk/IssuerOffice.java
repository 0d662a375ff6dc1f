package openset.pages.issuerdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import openset.http.Mount;
import openset.issuer.Issuer;
import openset.pages.Link;
import openset.pages.Words;
import openset.pages.desk.Bureau;
import openset.pages.desk.Bureau.Way;
import openset.pages.desk.DeskPages;
import openset.pages.desk.Guard;
import openset.pages.desk.Marks;
import openset.pages.desk.View.Notice;

/** The routes of an issuer's back office, all under {@code /office}. */
public final class IssuerOffice {
  private static final List<Way> WAYS =
      List.of(
          Way.of(Bureau.HOME, IssuerWords.OVERVIEW),
          Way.of(AuthorizationsDesk.PATH, IssuerWords.AUTHORIZATIONS),
          Way.of(AccountsDesk.PATH, IssuerWords.ACCOUNTS),
          Way.of(ApplicationsDesk.PATH, IssuerWords.APPLICATIONS),
          Way.of(ApplicationsDesk.REGISTRATIONS, IssuerWords.REGISTRATIONS),
          Way.of(BillsDesk.PATH, IssuerWords.STATEMENTS),
          Way.of(DisputesDesk.PATH, IssuerWords.DISPUTES),
          Way.of(RulesDesk.PATH, IssuerWords.RULES));

  private static final Map<String, Notice> NOTICES =
      Map.of(
          "card-cannot", Notice.bad(AccountWords.CANNOT),
          "bad-limit", Notice.bad(AccountWords.BAD_LIMIT),
          "too-late", Notice.bad(DisputeWords.TOO_LATE),
          "decided-before", Notice.warn(IssuerWords.DECIDED_BEFORE),
          "not-tested", Notice.warn(RuleWords.NOT_TESTED),
          "no-rule", Notice.bad(RuleWords.NO_RULE));

  private IssuerOffice() {}

  /**
   * All of them. The bank's pages for customers on the same origin serve {@code /manner} and the
   * bundles.
   *
   * @param name of the bank, for people
   * @param brand of its cards, which picks the colours
   */
  public static List<Mount> routes(
      Issuer issuer, String name, String brand, Bureau.Staff staff) {
    Guard guard =
        new Guard(
            new Bureau(
                new Bureau.Sign(
                    Words.same(name),
                    IssuerWords.LEAD,
                    brand.toLowerCase(Locale.ROOT),
                    Marks.BANK,
                    List.of(Link.to("/account", IssuerWords.CUSTOMERS))),
                staff,
                WAYS,
                Bureau.NO_PROGRAMS,
                NOTICES));
    List<Mount> mounts = new ArrayList<>(DeskPages.routes(guard));
    mounts.addAll(new FrontDesk(issuer.records(), guard).routes());
    mounts.addAll(new AuthorizationsDesk(issuer.records(), guard).routes());
    mounts.addAll(new AccountsDesk(issuer, guard).routes());
    mounts.addAll(new ApplicationsDesk(issuer, guard).routes());
    mounts.addAll(new BillsDesk(issuer.records(), guard).routes());
    mounts.addAll(new DisputesDesk(issuer, guard).routes());
    mounts.addAll(new RulesDesk(issuer.rules(), issuer.records(), guard).routes());
    return List.copyOf(mounts);
  }
}
