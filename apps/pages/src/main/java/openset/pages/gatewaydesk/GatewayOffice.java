package openset.pages.gatewaydesk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import openset.gateway.Operation;
import openset.http.Mount;
import openset.pages.Words;
import openset.pages.desk.Bureau;
import openset.pages.desk.Bureau.Way;
import openset.pages.desk.DeskPages;
import openset.pages.desk.Guard;
import openset.pages.desk.Marks;
import openset.pages.desk.View.Notice;

/** The routes of a gateway's back office, all under {@code /office}. */
public final class GatewayOffice {
  private static final List<Way> WAYS =
      List.of(
          Way.of(Bureau.HOME, GatewayWords.OVERVIEW),
          Way.of(LinkDesk.PATH, GatewayWords.LINKS),
          Way.of(TrafficDesk.PATH, GatewayWords.TRAFFIC),
          Way.of(StandInDesk.PATH, GatewayWords.STAND_IN),
          Way.of(RefusedDesk.PATH, GatewayWords.REFUSED),
          Way.of(BatchDesk.PATH, GatewayWords.BATCHES));

  private static final Map<String, Notice> NOTICES =
      Map.of(
          "link-sign-off", Notice.good(LinkWords.SIGNED_OFF_NOW),
          "link-sign-on", Notice.good(LinkWords.SIGNED_ON_NOW),
          "link-echo", Notice.good(LinkWords.ECHOED),
          "link-change-key", Notice.good(LinkWords.KEY_CHANGED),
          "link-silent", Notice.bad(LinkWords.NOT_AGREED));

  private GatewayOffice() {}

  /**
   * All of them, with what they load.
   *
   * @param operation what its people look at
   * @param name for people
   */
  public static List<Mount> routes(
      Operation operation, String name, Bureau.Staff staff, InstantSource clock) {
    Guard guard =
        new Guard(
            new Bureau(
                new Bureau.Sign(
                    Words.same(name), GatewayWords.LEAD, "", Marks.GATEWAY, List.of()),
                staff,
                WAYS,
                Bureau.NO_PROGRAMS,
                NOTICES));
    List<Mount> mounts = new ArrayList<>(DeskPages.alone(guard));
    mounts.addAll(new FrontDesk(operation, guard, clock).routes());
    mounts.addAll(new LinkDesk(operation, guard).routes());
    mounts.addAll(new TrafficDesk(operation, guard).routes());
    mounts.addAll(new StandInDesk(operation, guard, clock).routes());
    mounts.addAll(new RefusedDesk(operation, guard, clock).routes());
    mounts.addAll(new BatchDesk(operation, guard).routes());
    return List.copyOf(mounts);
  }
}
