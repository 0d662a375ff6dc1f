package openset.pages.shop;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.http.page.Asset;
import openset.merchant.shop.Product;
import openset.pages.Language;
import openset.pages.Words;
import openset.pages.shop.picture.Drawing;

/**
 * A picture of each product, drawn for this shop: SVG, with the title on a cover in the reader's
 * language. Addresses change with the drawings.
 */
final class Pictures {
  private static final String TYPE = "image/svg+xml";

  private final Map<String, Asset> assets;
  private final String version;

  private Pictures(Map<String, Asset> assets, String version) {
    this.assets = Map.copyOf(assets);
    this.version = version;
  }

  /** Pictures of these products. */
  static Pictures of(List<Product> products) {
    Map<String, Asset> assets = new HashMap<>();
    StringBuilder all = new StringBuilder();
    for (Product product : products) {
      for (Language language : Language.values()) {
        String svg = Drawing.of(product.sku(), product.name().in(language.name()));
        all.append(svg);
        byte[] octets = svg.getBytes(StandardCharsets.UTF_8);
        assets.put(file(product.sku(), language), Asset.lasting(TYPE, octets));
      }
    }
    return new Pictures(assets, version(all.toString()));
  }

  private static String version(String text) {
    return "v" + Integer.toHexString(text.hashCode());
  }

  private static String file(String sku, Language language) {
    return sku + "." + language.name() + ".svg";
  }

  /** Where a product's picture is. */
  String address(String sku, Language language) {
    return "/pictures/" + version + "/" + file(sku, language);
  }

  /** What a picture shows, for people who do not see it. */
  Words alt(Product product) {
    return Drawing.alt(product.sku(), product.name().en(), product.name().zh());
  }

  Optional<Asset> find(Map<String, String> names) {
    return names.get("version").equals(version)
        ? Optional.ofNullable(assets.get(names.get("file")))
        : Optional.empty();
  }
}
