package openset.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VaultTest {
  private static final byte[] VALUE = "9990010000000003".getBytes(StandardCharsets.US_ASCII);

  private final SecretBytes oldKey = SecretBytes.random(32, Randomness.secure());
  private final SecretBytes newKey = SecretBytes.random(32, Randomness.secure());

  @Test
  void opensWhatAnEarlierKeySealedAndKnowsThatItIsOld() throws Unauthentic {
    byte[] old = Vault.of(oldKey, Randomness.secure()).seal("pan/1", VALUE);
    Vault vault = Vault.of(newKey, Randomness.secure()).withEarlier(oldKey);
    assertThat(vault.open("pan/1", old)).isEqualTo(VALUE);
    assertThat(vault.isCurrent(old)).isFalse();
    byte[] resealed = vault.seal("pan/1", VALUE);
    assertThat(vault.isCurrent(resealed)).isTrue();
    assertThatThrownBy(() -> Vault.of(newKey, Randomness.secure()).open("pan/1", old))
        .isInstanceOf(Unauthentic.class);
  }

  @Test
  void hashesAlikeUnderOneKeyAndFindsWhatAnEarlierKeyHashed() {
    Vault earlier = Vault.of(oldKey, Randomness.secure());
    Vault vault = Vault.of(newKey, Randomness.secure()).withEarlier(oldKey);
    assertThat(vault.lookup(VALUE)).hasSize(32).isEqualTo(vault.lookup(VALUE.clone()));
    assertThat(vault.lookup(VALUE)).isNotEqualTo(earlier.lookup(VALUE));
    assertThat(vault.lookups(VALUE))
        .containsExactly(vault.lookup(VALUE), earlier.lookup(VALUE));
  }

  @Test
  void neitherTheSealedValueNorItsHashHoldsTheValue() {
    Vault vault = Vault.of(newKey, Randomness.secure());
    String value = HexFormat.of().formatHex(VALUE);
    assertThat(HexFormat.of().formatHex(vault.seal("pan/1", VALUE))).doesNotContain(value);
    assertThat(vault.lookup(VALUE)).isNotEqualTo(DigestAlgorithm.SHA256.digest(VALUE));
    assertThat(vault).hasToString("Vault[1 keys]");
  }

  /** Calculated apart, with another library, from the format in {@link Vault}'s docstring. */
  @Test
  void aNewFormatChangesThisKnownAnswer() {
    Vault vault = Vault.of(SecretBytes.of(new byte[32]), length -> new byte[length]);
    assertThat(HexFormat.of().formatHex(vault.seal("pan/1", VALUE)))
        .isEqualTo(
            "0175929049000000000000000000000000000000000000000000000000"
                + "b9b3ef8341f1df6e56316affca37b2269dedf14623e1b0f5198d9d6745c8fde5");
    assertThat(HexFormat.of().formatHex(vault.lookup(VALUE)))
        .isEqualTo("ae1f98bfe9832728605b22c43687f29f4bfe469d2a681de732ebdbfb12a15e7f");
  }

  @Test
  void everyValueHasANonceOfItsOwn() {
    Vault vault = Vault.of(newKey, Randomness.secure());
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      assertThat(seen.add(HexFormat.of().formatHex(vault.seal("p", VALUE), 5, 29))).isTrue();
    }
  }

  @Test
  void opensAnEmptyValueAndNothingShorter() throws Unauthentic {
    Vault vault = Vault.of(newKey, Randomness.secure());
    byte[] sealed = vault.seal("p", new byte[0]);
    assertThat(vault.open("p", sealed)).isEmpty();
    for (int length = 0; length < sealed.length; length++) {
      byte[] cut = Arrays.copyOf(sealed, length);
      assertThatThrownBy(() -> vault.open("p", cut)).isInstanceOf(Unauthentic.class);
    }
    assertThat(vault.isCurrent(new byte[0])).isFalse();
  }

  @Test
  void showsAHolderOfTheKeyWhatLiesAnywhereAndNobodyElse() {
    byte[] sealed = Vault.of(oldKey, Randomness.secure()).seal("pan/1", VALUE);
    byte[] among = new byte[sealed.length + 20];
    System.arraycopy(sealed, 0, among, 7, sealed.length);
    Vault holder = Vault.of(newKey, Randomness.secure()).withEarlier(oldKey);
    assertThat(holder.peek(among, 7).orElseThrow()).startsWith(VALUE);
    assertThat(holder.peek(among, 8)).isEmpty();
    assertThat(holder.peek(among, among.length)).isEmpty();
    assertThat(Vault.of(newKey, Randomness.secure()).peek(among, 7)).isEmpty();
  }

  @Test
  void takesKeysOf32OctetsOnly() {
    for (int length : new int[] {0, 16, 31, 33}) {
      SecretBytes key = SecretBytes.random(length, Randomness.secure());
      assertThatIllegalArgumentException().isThrownBy(() -> Vault.of(key, Randomness.secure()));
    }
  }
}
