package openset.http.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * A file that pages load: a script, a style sheet, a picture.
 *
 * @param type its media type, with its parameters
 * @param bytes the octets
 * @param packed the octets in gzip (RFC 1952), where that is shorter
 * @param keeping how long browsers keep it
 * @param reach which pages may load it
 */
public record Asset(
    String type, byte[] bytes, Optional<byte[]> packed, Keeping keeping, Reach reach) {
  /** How long browsers keep it. */
  public enum Keeping {
    /** For ever: its name changes with its content. */
    FOREVER,
    /** They ask each time. */
    NOT
  }

  /** Which pages may load it. */
  public enum Reach {
    /** Those of its own origin. */
    OWN,
    /** All, such as the mark of a wallet that a shop shows. */
    ALL
  }

  /** A file whose name changes with its content, for pages of its own origin. */
  public static Asset lasting(String type, byte[] bytes) {
    return new Asset(type, bytes, packed(type, bytes), Keeping.FOREVER, Reach.OWN);
  }

  /** A file that may change under its name, for pages of its own origin. */
  public static Asset changing(String type, byte[] bytes) {
    return new Asset(type, bytes, packed(type, bytes), Keeping.NOT, Reach.OWN);
  }

  /** The same for pages of all origins. */
  public Asset forAll() {
    return new Asset(type, bytes, packed, keeping, Reach.ALL);
  }

  private static Optional<byte[]> packed(String type, byte[] bytes) {
    boolean text = type.startsWith("text/") || type.contains("javascript")
        || type.contains("json") || type.contains("svg");
    if (!text || bytes.length < 512) return Optional.empty();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(out.toByteArray()).filter(octets -> octets.length < bytes.length);
  }
}
