package openset.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** What is sealed opens to the same, and opens in no other way. */
class SealingPropertyTest {
  @Property(tries = 200)
  void gcmOpensWhatItSealed(
      @ForAll @Size(32) byte[] key,
      @ForAll @Size(12) byte[] nonce,
      @ForAll @Size(max = 40) byte[] aad,
      @ForAll @Size(max = 200) byte[] data)
      throws Unauthentic {
    byte[] sealed = AesGcm.seal(SecretBytes.of(key), nonce, aad, data);
    assertThat(sealed).hasSize(data.length + AesGcm.TAG_OCTETS);
    assertThat(AesGcm.open(SecretBytes.of(key), nonce, aad, sealed)).isEqualTo(data);
  }

  @Property(tries = 200)
  @Tag("K04")
  void gcmOpensNothingElse(
      @ForAll @Size(32) byte[] key,
      @ForAll @Size(12) byte[] nonce,
      @ForAll @Size(min = 1, max = 40) byte[] aad,
      @ForAll @Size(max = 40) byte[] data,
      @ForAll int bit) {
    byte[] sealed = AesGcm.seal(SecretBytes.of(key), nonce, aad, data);
    SecretBytes secret = SecretBytes.of(key);
    refuses(() -> AesGcm.open(secret, nonce, aad, flip(sealed, bit)));
    refuses(() -> AesGcm.open(secret, nonce, flip(aad, bit), sealed));
    refuses(() -> AesGcm.open(secret, flip(nonce, bit), aad, sealed));
    refuses(() -> AesGcm.open(SecretBytes.of(flip(key, bit)), nonce, aad, sealed));
    int cut = Math.floorMod(bit, sealed.length);
    refuses(() -> AesGcm.open(secret, nonce, aad, Arrays.copyOf(sealed, cut)));
    refuses(() -> AesGcm.open(secret, nonce, aad, Arrays.copyOf(sealed, sealed.length + 1)));
  }

  @Property(tries = 200)
  void wrappedKeysUnwrapAndNothingElseDoes(
      @ForAll @Size(32) byte[] kek, @ForAll @Size(32) byte[] key, @ForAll int bit)
      throws Unauthentic {
    SecretBytes secret = SecretBytes.of(kek);
    byte[] wrapped = AesKeyWrap.wrap(secret, SecretBytes.of(key));
    assertThat(AesKeyWrap.unwrap(secret, wrapped)).isEqualTo(SecretBytes.of(key));
    refuses(() -> AesKeyWrap.unwrap(secret, flip(wrapped, bit)));
    refuses(() -> AesKeyWrap.unwrap(SecretBytes.of(flip(kek, bit)), wrapped));
    int cut = Math.floorMod(bit, wrapped.length);
    refuses(() -> AesKeyWrap.unwrap(secret, Arrays.copyOf(wrapped, cut)));
    refuses(() -> AesKeyWrap.unwrap(secret, Arrays.copyOf(wrapped, wrapped.length + 8)));
  }

  @Property(tries = 200)
  void theVaultOpensWhatItSealedInItsPlaceOnly(
      @ForAll @Size(32) byte[] key,
      @ForAll @Size(max = 60) byte[] value,
      @ForAll @StringLength(max = 30) String place,
      @ForAll int bit)
      throws Unauthentic {
    Vault vault = Vault.of(SecretBytes.of(key), Randomness.secure());
    byte[] sealed = vault.seal(place, value);
    assertThat(sealed).hasSize(value.length + 45);
    assertThat(vault.open(place, sealed)).isEqualTo(value);
    assertThat(vault.seal(place, value)).isNotEqualTo(sealed);
    refuses(() -> vault.open(place + "/", sealed));
    refuses(() -> vault.open(place, flip(sealed, bit)));
    refuses(() -> vault.open(place, Arrays.copyOf(sealed, Math.floorMod(bit, sealed.length))));
    Vault other = Vault.of(SecretBytes.of(flip(key, bit)), Randomness.secure());
    refuses(() -> other.open(place, sealed));
    assertThat(other.lookup(value)).isNotEqualTo(vault.lookup(value));
  }

  @Property(tries = 100)
  void derivedKeysOfAnyLengthBeginAlike(
      @ForAll @Size(32) byte[] secret, @ForAll @Size(max = 40) byte[] info) {
    SecretBytes from = SecretBytes.of(secret);
    byte[] hkdf = Hkdf.sha256(from, new byte[0], info, 100).use(byte[]::clone);
    byte[] x963 = X963Kdf.sha256(from, info, 100).use(byte[]::clone);
    for (int length : new int[] {1, 31, 32, 33, 64, 65}) {
      assertThat(Hkdf.sha256(from, new byte[0], info, length))
          .isEqualTo(SecretBytes.of(Arrays.copyOf(hkdf, length)));
      assertThat(X963Kdf.sha256(from, info, length))
          .isEqualTo(SecretBytes.of(Arrays.copyOf(x963, length)));
    }
  }

  private interface Opening {
    Object open() throws Unauthentic;
  }

  private static void refuses(Opening opening) {
    assertThatThrownBy(opening::open)
        .isInstanceOf(Unauthentic.class)
        .hasMessage("not authentic")
        .hasNoCause();
  }

  private static byte[] flip(byte[] octets, int bit) {
    byte[] other = octets.clone();
    int at = Math.floorMod(bit, octets.length * 8);
    other[at / 8] ^= (byte) (1 << at % 8);
    return other;
  }
}
