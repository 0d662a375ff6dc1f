package openset.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file for the browser as it was bundled: {@code wallet.js}, {@code shop.css} and so on.
 *
 * <p>Its {@link #address()} carries a digest of its octets, so whoever has it may keep it for ever:
 * other octets have another address.
 */
public final class Bundle {
  private static final int DIGEST_DIGITS = 16;
  private static final String PART = "part-";
  private static final ConcurrentHashMap<String, Bundle> READ = new ConcurrentHashMap<>();

  private final String name;
  private final byte[] octets;
  private final String sha256;

  private Bundle(String name, byte[] octets) {
    this.name = name;
    this.octets = octets;
    this.sha256 = HexFormat.of().formatHex(digest(octets));
  }

  /**
   * The file of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Bundle of(String name) {
    return READ.computeIfAbsent(name, Bundle::read);
  }

  private static Bundle read(String name) {
    try (InputStream file = Bundle.class.getResourceAsStream(name)) {
      if (file == null || name.contains("/")) {
        throw new IllegalArgumentException("there is no bundle named " + name);
      }
      return new Bundle(name, file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The scripts that this one loads when it needs them. Whoever serves it serves them beside it.
   */
  public List<Bundle> parts() {
    if (!name.equals("wallet.js")) return List.of();
    return new String(of("wallet.parts").octets, StandardCharsets.UTF_8)
        .lines()
        .map(Bundle::of)
        .toList();
  }

  /** The name as in the sources: {@code wallet.js}. */
  public String name() {
    return name;
  }

  /**
   * The name with the first 16 hex digits of the SHA-256: {@code wallet-0123456789abcdef.js}. A
   * part keeps its name, by which its script loads it and which has a digest too.
   */
  public String address() {
    if (name.startsWith(PART)) return name;
    int dot = name.lastIndexOf('.');
    return name.substring(0, dot) + "-" + sha256.substring(0, DIGEST_DIGITS) + name.substring(dot);
  }

  /** SHA-256 of the octets in lower-case hex, as it is published for whoever wants to compare. */
  public String sha256() {
    return sha256;
  }

  /** A copy of the octets. */
  public byte[] octets() {
    return octets.clone();
  }

  /** The media type by the ending of the name, with charset. */
  public String mediaType() {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "js" -> "text/javascript; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      default -> "text/plain; charset=utf-8";
    };
  }

  @Override
  public String toString() {
    return address();
  }

  private static byte[] digest(byte[] octets) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(octets);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
