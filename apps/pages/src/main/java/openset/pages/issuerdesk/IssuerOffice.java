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

/** The routes of an issuer's back office, all under {@code /office}. */
public final class IssuerOffice {
  private static final List<Way> WAYS =
      List.of(Way.of(Bureau.HOME, IssuerWords.OVERVIEW));

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
                Map.of()));
    List<Mount> mounts = new ArrayList<>(DeskPages.routes(guard));
    mounts.addAll(new FrontDesk(issuer, guard).routes());
    return List.copyOf(mounts);
  }
}
