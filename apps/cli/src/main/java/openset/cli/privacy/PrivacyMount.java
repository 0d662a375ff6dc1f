package openset.cli.privacy;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import openset.cli.config.BadConfig;
import openset.cli.world.World;
import openset.http.Mount;
import openset.pages.privacy.PrivacyPages;
import openset.privacy.Meter;

/** The privacy meter of a demo world as a page. */
public final class PrivacyMount {
  private PrivacyMount() {}

  /**
   * The routes.
   *
   * @param frames what stands around the page
   */
  public static List<Mount> of(World world, PrivacyPages.Frames frames, InstantSource clock) {
    MeterOfWorld meters = new MeterOfWorld(world);
    return PrivacyPages.routes(() -> meter(meters), frames, clock);
  }

  private static Meter meter(MeterOfWorld meters) throws IOException {
    try {
      return meters.meter(List.of(), false);
    } catch (BadConfig e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
