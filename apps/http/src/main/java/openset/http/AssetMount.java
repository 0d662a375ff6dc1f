package openset.http;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import openset.http.page.Asset;

/**
 * Files that pages load, by GET.
 *
 * @param path where, with names for what may vary
 * @param source who finds them; none is status 404
 */
public record AssetMount(PathTemplate path, Source source) implements Mount {
  /** Finds the file for a request. */
  @FunctionalInterface
  public interface Source {
    /**
     * The file, if there is one.
     *
     * @param names the path's varying parts by name
     */
    Optional<Asset> find(Map<String, String> names);
  }

  /** Files at a path template. */
  public static AssetMount at(String path, Source source) {
    return new AssetMount(PathTemplate.of(path), source);
  }

  @Override
  public Method method() {
    return Method.GET;
  }

  Answer answer(Map<String, String> names, Request request) throws HttpRefused {
    Asset asset = source.find(names).orElseThrow(HttpRefused::notFound);
    boolean packs =
        request.field().apply("Accept-Encoding").filter(AssetMount::takesGzip).isPresent();
    byte[] body = packs ? asset.packed().orElse(asset.bytes()) : asset.bytes();
    Answer answer =
        Answer.of(200, asset.type(), body)
            .with("Cache-Control", keeping(asset))
            .with("Vary", "Accept-Encoding");
    if (asset.reach() == Asset.Reach.ALL) {
      answer = answer.with("Cross-Origin-Resource-Policy", "cross-origin");
    }
    return body == asset.bytes() ? answer : answer.with("Content-Encoding", "gzip");
  }

  private static String keeping(Asset asset) {
    return switch (asset.keeping()) {
      case FOREVER -> "public, max-age=31536000, immutable";
      case NOT -> "no-cache";
    };
  }

  /** Whether gzip is among the codings, and not with weight 0 (RFC 9110 12.5.3). */
  private static boolean takesGzip(String codings) {
    return Arrays.stream(codings.split(",", 20))
        .map(coding -> coding.replace(" ", ""))
        .anyMatch(coding -> coding.equals("gzip") || isWeighed(coding));
  }

  private static boolean isWeighed(String coding) {
    return coding.startsWith("gzip;q=") && coding.chars().anyMatch(c -> c >= '1' && c <= '9');
  }
}
