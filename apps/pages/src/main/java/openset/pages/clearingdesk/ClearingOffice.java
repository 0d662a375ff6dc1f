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

/** The routes of a clearing house's back office, all under {@code /office}. */
public final class ClearingOffice {
  private static final List<Way> WAYS =
      List.of(Way.of(Bureau.HOME, ClearingWords.OVERVIEW));

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
                Map.of()));
    List<Mount> mounts = new ArrayList<>(DeskPages.alone(guard));
    mounts.addAll(new FrontDesk(house, guard).routes());
    return List.copyOf(mounts);
  }
}
