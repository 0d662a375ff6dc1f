package openset.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Seals small values at rest under a party's own key, and hashes them under a key so that they can
 * be found again (PCI DSS 3.5.1.1). Safe for many threads.
 *
 * <p>A sealed value is {@code 01, key id (4), nonce (24), ciphertext, tag (16)}. Key id, {@code
 * seal} and {@code lookup} are HKDF-Expand of the key with {@code "OpenSET vault id"} and so on.
 * Each value has its own AES-256-GCM key, {@code HMAC-SHA256(seal, "value" || nonce[0..12])}, and
 * the other half of the nonce; so random nonces never run out. The additional data is the head and
 * the place, so that a value copied to another row or column does not open there.
 */
public final class Vault {
  /** How many octets a vault's key has. */
  public static final int KEY_OCTETS = 32;

  private static final byte VERSION = 1;
  private static final int ID_OCTETS = 4;
  private static final int NONCE_OCTETS = 24;
  private static final int HEAD_OCTETS = 1 + ID_OCTETS + NONCE_OCTETS;

  private final Randomness randomness;
  private final List<Keys> keys;

  private Vault(Randomness randomness, List<Keys> keys) {
    this.randomness = randomness;
    this.keys = keys;
  }

  private record Keys(byte[] id, SecretBytes seal, SecretBytes lookup) {
    static Keys of(SecretBytes key) {
      if (key.length() != KEY_OCTETS) throw new IllegalArgumentException("key not 32 octets");
      byte[] id = derive(key, "id", ID_OCTETS).octets();
      return new Keys(id, derive(key, "seal", 32), derive(key, "lookup", 32));
    }

    private static SecretBytes derive(SecretBytes key, String purpose, int length) {
      byte[] info = ("OpenSET vault " + purpose).getBytes(StandardCharsets.US_ASCII);
      return Hkdf.expand(key, info, length);
    }

    SecretBytes valueKey(byte[] nonce) {
      byte[] half = Arrays.copyOf(nonce, AesGcm.NONCE_OCTETS);
      byte[] label = "value".getBytes(StandardCharsets.US_ASCII);
      return SecretBytes.owned(Hmac.sha256(seal, label, half));
    }
  }

  /** The vault of a key of 32 octets, which is used for nothing else. */
  public static Vault of(SecretBytes key, Randomness randomness) {
    return new Vault(randomness, List.of(Keys.of(key)));
  }

  /** The same vault, that also opens what was sealed under {@code earlier}. */
  public Vault withEarlier(SecretBytes earlier) {
    List<Keys> more = new ArrayList<>(keys);
    more.add(Keys.of(earlier));
    return new Vault(randomness, List.copyOf(more));
  }

  /**
   * {@code value} sealed for {@code place}, 45 octets longer. Sealing it again gives other octets.
   *
   * @param place where it will lie, such as {@code issuer.card.pan/81}
   */
  public byte[] seal(String place, byte[] value) {
    byte[] nonce = randomness.bytes(NONCE_OCTETS);
    byte[] head =
        ByteBuffer.allocate(HEAD_OCTETS).put(VERSION).put(keys.getFirst().id()).put(nonce).array();
    byte[] sealed =
        AesGcm.seal(keys.getFirst().valueKey(nonce), tail(nonce), aad(head, place), value);
    return ByteBuffer.allocate(head.length + sealed.length).put(head).put(sealed).array();
  }

  /**
   * The value sealed for {@code place}.
   *
   * @throws Unauthentic where it was sealed for another place or under another key, or changed
   */
  public byte[] open(String place, byte[] sealed) throws Unauthentic {
    if (sealed.length < HEAD_OCTETS || sealed[0] != VERSION) throw new Unauthentic();
    byte[] head = Arrays.copyOf(sealed, HEAD_OCTETS);
    byte[] nonce = Arrays.copyOfRange(head, 1 + ID_OCTETS, HEAD_OCTETS);
    Keys used = keyOf(Arrays.copyOfRange(head, 1, 1 + ID_OCTETS)).orElseThrow(Unauthentic::new);
    byte[] body = Arrays.copyOfRange(sealed, HEAD_OCTETS, sealed.length);
    return AesGcm.open(used.valueKey(nonce), tail(nonce), aad(head, place), body);
  }

  /**
   * What somebody who holds the keys could read at {@code at}, without knowing where it belongs:
   * the place is not needed, the tag is not looked at, and what follows the value comes along as
   * noise. For measuring what lies at rest; nothing may ever be decided by it.
   *
   * @param octets anything
   * @param at where a sealed value could begin
   * @return empty where none of our keys is named there
   */
  public Optional<byte[]> peek(byte[] octets, int at) {
    if (octets.length - at < HEAD_OCTETS || octets[at] != VERSION) return Optional.empty();
    for (Keys key : keys) {
      if (Arrays.equals(octets, at + 1, at + 1 + ID_OCTETS, key.id(), 0, ID_OCTETS)) {
        byte[] nonce = Arrays.copyOfRange(octets, at + 1 + ID_OCTETS, at + HEAD_OCTETS);
        byte[] rest = Arrays.copyOfRange(octets, at + HEAD_OCTETS, octets.length);
        return Optional.of(AesGcm.unproved(key.valueKey(nonce), tail(nonce), rest));
      }
    }
    return Optional.empty();
  }

  /** Whether {@code sealed} lies under the vault's newest key, so that it need not be resealed. */
  public boolean isCurrent(byte[] sealed) {
    byte[] id = keys.getFirst().id();
    return sealed.length >= HEAD_OCTETS
        && Arrays.equals(sealed, 1, 1 + ID_OCTETS, id, 0, ID_OCTETS);
  }

  /** The keyed hash of {@code value}, 32 octets: the same for the same value under one key. */
  public byte[] lookup(byte[] value) {
    return Hmac.sha256(keys.getFirst().lookup(), value);
  }

  /** The keyed hashes of {@code value} under the newest key and then under each earlier one. */
  public List<byte[]> lookups(byte[] value) {
    return keys.stream().map(key -> Hmac.sha256(key.lookup(), value)).toList();
  }

  private Optional<Keys> keyOf(byte[] id) {
    return keys.stream().filter(key -> Arrays.equals(key.id(), id)).findFirst();
  }

  private static byte[] tail(byte[] nonce) {
    return Arrays.copyOfRange(nonce, AesGcm.NONCE_OCTETS, NONCE_OCTETS);
  }

  private static byte[] aad(byte[] head, String place) {
    byte[] where = place.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(head.length + where.length).put(head).put(where).array();
  }

  @Override
  public String toString() {
    return "Vault[" + keys.size() + " keys]";
  }
}
