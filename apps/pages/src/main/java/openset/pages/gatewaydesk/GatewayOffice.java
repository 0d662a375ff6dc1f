package openset.pages.gatewaydesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import openset.gateway.Gateway;
import openset.http.Mount;
import openset.pages.Words;
import openset.pages.desk.Bureau;
import openset.pages.desk.Bureau.Way;
import openset.pages.desk.DeskPages;
import openset.pages.desk.Guard;
import openset.pages.desk.Marks;

/** The routes of a gateway's back office, all under {@code /office}. */
public final class GatewayOffice {
  private static final List<Way> WAYS =
      List.of(Way.of(Bureau.HOME, GatewayWords.OVERVIEW));

  private GatewayOffice() {}

  /**
   * All of them, with what they load.
   *
   * @param name for people
   */
  public static List<Mount> routes(Gateway gateway, String name, Bureau.Staff staff) {
    Guard guard =
        new Guard(
            new Bureau(
                new Bureau.Sign(
                    Words.same(name), GatewayWords.LEAD, "", Marks.GATEWAY, List.of()),
                staff,
                WAYS,
                Bureau.NO_PROGRAMS,
                Map.of()));
    List<Mount> mounts = new ArrayList<>(DeskPages.alone(guard));
    mounts.addAll(new FrontDesk(gateway, guard).routes());
    return List.copyOf(mounts);
  }
}
