package openset.pages;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openset.browser.Bundle;
import openset.http.AssetMount;
import openset.http.page.Asset;

/** Scripts and styles of a site: under {@code /assets}, each name always the same octets. */
public final class Assets {
  private static final String FOLDER = "/assets/";

  private Assets() {}

  /** The address of a bundle, such as {@code shop.css}, on a site that serves it. */
  public static String address(String bundle) {
    return FOLDER + Bundle.of(bundle).address();
  }

  /** Serves these bundles with their parts, and nothing else. */
  public static AssetMount mount(String... bundles) {
    Map<String, Asset> assets =
        Arrays.stream(bundles)
            .map(Bundle::of)
            .flatMap(bundle -> Stream.concat(Stream.of(bundle), bundle.parts().stream()))
            .collect(Collectors.toMap(Bundle::address, asset()));
    return AssetMount.at(
        FOLDER + "{name}", names -> Optional.ofNullable(assets.get(names.get("name"))));
  }

  private static Function<Bundle, Asset> asset() {
    return bundle -> Asset.lasting(bundle.mediaType(), bundle.octets());
  }
}
