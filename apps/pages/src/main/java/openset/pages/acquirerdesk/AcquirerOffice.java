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

/** The routes of an acquirer's back office, all under {@code /office}. */
public final class AcquirerOffice {
  private static final List<Way> WAYS =
      List.of(Way.of(Bureau.HOME, AcquirerWords.OVERVIEW));

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
                Map.of()));
    List<Mount> mounts = new ArrayList<>(DeskPages.alone(guard));
    mounts.addAll(new FrontDesk(acquirer, guard).routes());
    return List.copyOf(mounts);
  }
}
