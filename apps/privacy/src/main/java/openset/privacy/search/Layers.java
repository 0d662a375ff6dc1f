package openset.privacy.search;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import openset.asn1.Asn1Exception;
import openset.crypto.Agreement;
import openset.crypto.Unauthentic;
import openset.pki.cms.AuthEnvelopedData;
import openset.pki.cms.Envelopes;
import openset.pki.cms.KeyAgreeRecipientInfo;
import openset.pki.cms.UnknownAlgorithm;
import openset.privacy.promise.Sight;

/**
 * Takes octets apart as far as somebody can: texts of base64 and hexadecimal, what is compressed,
 * what its vault sealed, envelopes for its own keys. What only others can open is opened with their
 * keys, to tell what it carries without knowing.
 */
public final class Layers {
  private static final int DEPTH = 6;
  private static final int TEXT_LEAST = 24;
  private static final int INFLATED_MOST = 1 << 24;

  /** id-ct-authEnvelopedData as DER. */
  private static final byte[] ENVELOPE = HexFormat.of().parseHex("060b2a864886f70d0109100117");

  private final Reach own;
  private final Reach others;
  private final Eye eye;

  /** Looks at octets, each layer once. */
  @FunctionalInterface
  public interface Eye {
    /**
     * Looks.
     *
     * @param octets one layer
     * @param sight how far its holder sees it
     */
    void look(byte[] octets, Sight sight);
  }

  /**
   * Layers as somebody sees them.
   *
   * @param own what it can open
   * @param others what all others can open
   */
  public Layers(Reach own, Reach others, Eye eye) {
    this.own = own;
    this.others = others;
    this.eye = eye;
  }

  /** Looks at what somebody stored in clear, and at everything inside. */
  public void open(byte[] octets) {
    open(octets, Sight.CLEAR, 0);
  }

  private void open(byte[] octets, Sight sight, int depth) {
    eye.look(octets, sight);
    if (depth == DEPTH) return;
    texts(octets, sight, depth + 1);
    inflated(octets).ifPresent(inside -> open(inside, sight, depth + 1));
    for (int at = 0; at < octets.length; at++) {
      if (octets[at] == 1 && own.vault().isPresent()) {
        Optional<byte[]> inside = own.vault().get().peek(octets, at);
        if (inside.isPresent()) open(inside.get(), Sight.SEALED.within(sight), depth + 1);
      }
      if (octets[at] == ENVELOPE[0]) enveloped(octets, at, sight, depth + 1);
    }
  }

  private void texts(byte[] octets, Sight sight, int depth) {
    int from = 0;
    while (from < octets.length) {
      int end = from;
      while (end < octets.length && ofBase64(octets[end])) end++;
      if (end - from >= TEXT_LEAST) decoded(octets, from, end, sight, depth);
      from = end + 1;
    }
  }

  private void decoded(byte[] octets, int from, int end, Sight sight, int depth) {
    String text = new String(octets, from, end - from, StandardCharsets.US_ASCII);
    // PostgreSQL writes octets as \x3031.
    String digits = text.startsWith("x") ? text.substring(1) : text;
    if (digits.chars().allMatch(HexFormat::isHexDigit)) {
      open(HexFormat.of().parseHex(digits.substring(0, digits.length() & ~1)), sight, depth);
    } else {
      String plain = text.replace('-', '+').replace('_', '/');
      open(Base64.getDecoder().decode(plain.substring(0, plain.length() & ~3)), sight, depth);
    }
  }

  private static boolean ofBase64(byte octet) {
    return octet >= 'a' && octet <= 'z'
        || octet >= 'A' && octet <= 'Z'
        || octet >= '0' && octet <= '9'
        || octet == '+'
        || octet == '/'
        || octet == '-'
        || octet == '_';
  }

  private static Optional<byte[]> inflated(byte[] octets) {
    if (octets.length < 18 || octets[0] != 0x1f || octets[1] != (byte) 0x8b) {
      return Optional.empty();
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(octets))) {
      return Optional.of(in.readNBytes(INFLATED_MOST));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void enveloped(byte[] octets, int at, Sight sight, int depth) {
    int end = at + ENVELOPE.length;
    if (end > octets.length || !Arrays.equals(octets, at, end, ENVELOPE, 0, ENVELOPE.length)) {
      return;
    }
    Optional<AuthEnvelopedData> found = around(octets, at);
    if (found.isEmpty()) return;
    Optional<byte[]> ours = opened(found.get(), own.agreements());
    if (ours.isPresent()) {
      open(ours.get(), Sight.RECEIVED.within(sight), depth);
      return;
    }
    opened(found.get(), others.agreements())
        .ifPresent(inside -> open(inside, Sight.CARRIED.within(sight), depth));
  }

  /** The ContentInfo whose content type is at {@code at}. */
  private static Optional<AuthEnvelopedData> around(byte[] octets, int at) {
    for (int head = 2; head <= 5 && head <= at; head++) {
      int start = at - head;
      int length = headed(octets, start, at);
      if (length < 0 || at + length > octets.length) continue;
      try {
        return Optional.of(
            AuthEnvelopedData.TYPE.decode(Arrays.copyOfRange(octets, start, at + length)));
      } catch (Asn1Exception e) {
        continue;
      }
    }
    return Optional.empty();
  }

  /** The length that a SEQUENCE's head from {@code start} to {@code end} tells; -1 if none. */
  private static int headed(byte[] octets, int start, int end) {
    if (octets[start] != 0x30) return -1;
    int first = octets[start + 1] & 0xff;
    if (end - start == 2) return first < 0x80 ? first : -1;
    if (first != 0x80 + end - start - 2) return -1;
    int length = 0;
    for (int i = start + 2; i < end; i++) length = length << 8 | octets[i] & 0xff;
    return length;
  }

  private static Optional<byte[]> opened(AuthEnvelopedData sealed, List<Agreement> keys) {
    if (!(sealed.recipient() instanceof KeyAgreeRecipientInfo to)) return Optional.empty();
    for (Agreement key : keys) {
      try {
        return Optional.of(Envelopes.open(sealed, key, to.recipient().rid()));
      } catch (Unauthentic | UnknownAlgorithm e) {
        continue;
      }
    }
    return Optional.empty();
  }
}
