package openset.pages.wallet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.browser.Bundle;
import openset.http.AssetMount;
import openset.http.Mount;
import openset.http.PageRoute;
import openset.http.json.Json;
import openset.http.page.Asset;
import openset.http.page.Page;
import openset.http.page.PagePolicy;
import openset.http.page.Visit;
import openset.pages.Assets;
import openset.pages.Language;
import openset.pages.Rendered;

/**
 * The files of the wallet in the browser, on an origin of its own: its page, its scripts, and the
 * manifests by which a browser finds the wallet's payment handler (Payment Method Manifest, Payment
 * Handler API, Web App Manifest).
 */
public final class WalletPages {
  private static final String METHOD = "</payment-manifest.json>; rel=\"payment-method-manifest\"";

  private final URI origin;
  private final WalletConfig config;
  private final PagePolicy policy;

  private WalletPages(URI origin, WalletConfig config) {
    this.origin = origin;
    this.config = config;
    // Any shop may be paid, so any shop may be asked; in a world on one machine, by http too.
    PagePolicy reaching = PagePolicy.OWN.connecting("https:").making("openset-worker");
    boolean here = origin.getHost().endsWith(".localhost");
    this.policy =
        (here ? reaching.connecting("http://*.localhost:*") : reaching)
            .opener(PagePolicy.Opener.ANY);
  }

  /**
   * The routes.
   *
   * @param origin where browsers find the wallet
   */
  public static List<Mount> routes(URI origin, WalletConfig config) {
    WalletPages pages = new WalletPages(origin, config);
    return List.of(
        PageRoute.get("/", pages::shell),
        PageRoute.get("/pay", visit -> forAll(pages.shell(visit)).with("Link", METHOD)),
        PageRoute.get("/payment-manifest.json", _ -> pages.methodManifest()),
        PageRoute.get("/app.webmanifest", _ -> pages.appManifest()),
        PageRoute.get("/config.json", _ -> json("application/json", config)),
        AssetMount.at("/sw.js", _ -> Optional.of(changing(Bundle.of("sw.js")))),
        AssetMount.at("/icon.png", _ -> Optional.of(file("image/png", "icon.png"))),
        AssetMount.at(
            "/mark.svg", _ -> Optional.of(file("image/svg+xml", "mark.svg"))),
        Assets.mount("wallet.js", "wallet.css"));
  }

  private Page shell(Visit visit) {
    Language language =
        Language.of(visit.cookie("lang"), Optional.of(visit.language()));
    String script = Assets.address("wallet.js");
    String style = Assets.address("wallet.css");
    return Page.html(
            Rendered.text(
                out -> JteshellGenerated.render(out, null, language, script, style)))
        .under(policy);
  }

  private Page methodManifest() {
    Map<String, Object> manifest =
        Map.of(
            "default_applications", List.of(origin + "/app.webmanifest"),
            "supported_origins", List.of(origin.toString()));
    return forAll(json("application/json", manifest)).with("Access-Control-Allow-Origin", "*");
  }

  private Page appManifest() {
    Map<String, Object> worker = Map.of("src", "/sw.js", "scope", "/", "use_cache", false);
    Map<String, String> icon =
        Map.of("src", "/icon.png", "sizes", "192x192", "type", "image/png");
    return forAll(json(
        "application/manifest+json",
        Map.of(
            "name", "OpenSET Wallet",
            "short_name", "Wallet",
            "start_url", "/",
            "display", "standalone",
            "theme_color", "#0b5d52",
            "background_color", "#ffffff",
            "icons", List.of(icon),
            "serviceworker", worker)));
  }

  /** What a browser fetches on behalf of a shop's page, to find the payment handler. */
  private static Page forAll(Page page) {
    return page.with("Cross-Origin-Resource-Policy", "cross-origin");
  }

  private static Page json(String type, Object value) {
    return Page.octets(type, Json.write(value));
  }

  private static Asset changing(Bundle bundle) {
    return Asset.changing(bundle.mediaType(), bundle.octets());
  }

  private static Asset file(String type, String name) {
    try (InputStream in = WalletPages.class.getResourceAsStream(name)) {
      return Asset.changing(type, in.readAllBytes()).forAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
