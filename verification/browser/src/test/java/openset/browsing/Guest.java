package openset.browsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One person with a browser of their own: own cookies, own storage, own authenticator. Whatever a
 * page writes to the console as an error, and whatever its policy stops, fails the test at the end.
 */
public final class Guest implements AutoCloseable {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final int PATIENCE = 20_000;

  /**
   * Chromium's word for a page that was left while the browser still looked at the payment handler.
   * Where a manifest cannot be had, a status of HTTP or an error of the network follows.
   */
  private static final Pattern LEFT =
      Pattern.compile("Unable to download payment manifest \"[^\"]+\"\\.");

  private final Scene scene;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

  private Guest(Scene scene, BrowserContext context) {
    this.scene = scene;
    this.context = context;
    context.setDefaultTimeout(PATIENCE);
    context.onPage(this::listen);
    this.page = context.newPage();
  }

  /** Clicks what closes its page, which may be gone before the click is reported as done. */
  public static void clickThatCloses(Page page, Locator button) {
    page.waitForClose(
        () -> {
          try {
            button.click();
          } catch (PlaywrightException e) {
            if (!e.getMessage().contains("has been closed")) throw e;
          }
        });
  }

  /** Somebody new. */
  public static Guest in(Scene scene) {
    return new Guest(scene, Chromium.running().newContext(options(scene)));
  }

  /** Somebody new whose browser runs no scripts. */
  public static Guest withoutScripts(Scene scene) {
    return new Guest(
        scene, Chromium.running().newContext(options(scene).setJavaScriptEnabled(false)));
  }

  private static Browser.NewContextOptions options(Scene scene) {
    return new Browser.NewContextOptions()
        .setViewportSize(scene.size().width, scene.size().height)
        .setIsMobile(scene.size() == Scene.Size.PHONE)
        .setHasTouch(scene.size() == Scene.Size.PHONE)
        .setColorScheme(scene.scheme())
        .setLocale(scene.locale());
  }

  private void listen(Page opened) {
    opened.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !LEFT.matcher(message.text()).matches()) {
            complaints.add(message.text() + " at " + message.location());
          }
        });
    opened.onPageError(error -> complaints.add("uncaught: " + error));
  }

  /** How they look at pages. */
  public Scene scene() {
    return scene;
  }

  /** Their first window. */
  public Page page() {
    return page;
  }

  /** Their browser. */
  public BrowserContext context() {
    return context;
  }

  /**
   * Gives a window an authenticator that always says yes: a passkey with user verification (CTAP
   * 2.1), which makes secrets of its own where {@code prf} (WebAuthn PRF extension).
   *
   * @return the session; {@code authenticatorId} is found in its answer to nobody else
   */
  public Authenticator authenticator(Page window, boolean prf) {
    return Authenticator.in(context.newCDPSession(window), prf);
  }

  /** A virtual authenticator of one window. */
  public record Authenticator(CDPSession session, String id) {
    static Authenticator in(CDPSession session, boolean prf) {
      session.send("WebAuthn.enable");
      JsonObject options = new JsonObject();
      options.addProperty("protocol", "ctap2");
      options.addProperty("ctap2Version", "ctap2_1");
      options.addProperty("transport", "internal");
      options.addProperty("hasResidentKey", true);
      options.addProperty("hasUserVerification", true);
      options.addProperty("isUserVerified", true);
      options.addProperty("automaticPresenceSimulation", true);
      options.addProperty("hasPrf", prf);
      JsonObject asked = new JsonObject();
      asked.add("options", options);
      JsonObject made = session.send("WebAuthn.addVirtualAuthenticator", asked);
      return new Authenticator(session, made.get("authenticatorId").getAsString());
    }
  }

  /** Complaints that the test expects: forgotten. */
  public List<String> forgetComplaints() {
    List<String> all = List.copyOf(complaints);
    complaints.clear();
    return all;
  }

  /** Keeps a picture of a window under a name, whole page. */
  public void shot(Page window, String name) {
    window.screenshot(
        new Page.ScreenshotOptions()
            .setPath(SHOTS.resolve(name + "-" + scene + ".png"))
            .setFullPage(true));
  }

  /** Keeps a picture, and finds no fault for people with disabilities (WCAG 2.2 AA). */
  public void look(Page window, String name) {
    shot(window, name);
    assertThat(Accessibility.faults(window)).as(name + " in " + scene).isEmpty();
    assertThat(sideways(window)).as(name + " scrolls sideways in " + scene).isFalse();
  }

  private static boolean sideways(Page window) {
    return (Boolean)
        window.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
  }

  /** Milliseconds from the navigation's start to the largest paint of a window's page. */
  public static double largestPaint(Page window) {
    Object time =
        window.evaluate(
            """
            () => new Promise((found) => {
              new PerformanceObserver((list) => {
                const entries = list.getEntries();
                found(entries[entries.length - 1].startTime);
              }).observe({ type: 'largest-contentful-paint', buffered: true });
              setTimeout(() => found(-1), 5000);
            })
            """);
    return ((Number) time).doubleValue();
  }

  @Override
  public void close() {
    context.close();
    assertThat(complaints).as("what the browser complained of in " + scene).isEmpty();
  }
}
