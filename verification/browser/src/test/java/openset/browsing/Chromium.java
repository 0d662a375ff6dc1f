package openset.browsing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The browser of this machine, started once. */
final class Chromium {
  static final String HOW_TO_GET_IT =
      "no Chromium found: install the package 'chromium', or name one in OPENSET_CHROMIUM";

  private static final List<String> USUAL =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  /** Quiet and alone: nothing fetched in the background, all names under localhost here. */
  private static final List<String> SWITCHES =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--force-color-profile=srgb");

  private static Chromium one;

  private final Playwright playwright;
  private final Browser browser;

  private Chromium() {
    String path = path().orElseThrow(() -> new IllegalStateException(HOW_TO_GET_IT)).toString();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(path))
                    .setHeadless(true)
                    .setArgs(SWITCHES));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
  }

  /** Where the browser is. */
  static Optional<Path> path() {
    String named = System.getenv("OPENSET_CHROMIUM");
    List<String> places = named == null ? USUAL : List.of(named);
    return places.stream().map(Path::of).filter(Files::isExecutable).findFirst();
  }

  /** The running browser. */
  static synchronized Browser running() {
    if (one == null) one = new Chromium();
    return one.browser;
  }

  /** The library that drives it, for browsers with a profile of their own. */
  static synchronized Playwright playwright() {
    running();
    return one.playwright;
  }

  /** The switches, for browsers with a profile of their own. */
  static List<String> switches() {
    return SWITCHES;
  }
}
