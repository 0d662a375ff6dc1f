package openset.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept of passwords. */
final class PasswordHashTest {
  private static SecretBytes text(String text) {
    return SecretBytes.of(text.getBytes(UTF_8));
  }

  /** Made by the reference library (phc-winner-argon2), salt 0123456789abcdef. */
  @Test
  void fitsWhatOthersMadeOfAPassword() {
    PasswordHash others =
        new PasswordHash(
            "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg"
                + "$wrJt+SRJtB/WhtNoWXY6nA1KupZF9NekQ+82R9eg1hw");
    assertThat(others.fits(text("a password"))).isTrue();
    assertThat(others.fits(text("A password"))).isFalse();
  }

  @Test
  void fitsItsPasswordAndNoOther() {
    PasswordHash hash = PasswordHash.of(text("a password"), Randomness.secure());
    assertThat(hash.phc()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(hash.fits(text("a password"))).isTrue();
    assertThat(hash.fits(text("a passwore"))).isFalse();
    assertThat(hash.fits(text(""))).isFalse();
    assertThat(new PasswordHash(hash.phc()).fits(text("a password"))).isTrue();
    assertThat(PasswordHash.of(text("a password"), Randomness.secure())).isNotEqualTo(hash);
    assertThat(hash.toString()).doesNotContain(hash.phc().substring(40));
  }

  @Test
  void refusesHashesThatWereMadeMoreCheaply() {
    String good = PasswordHash.of(text("x"), Randomness.secure()).phc();
    for (String bad :
        List.of("", "x", good + "A", good.replace("19456", "1024"), good.replace("t=2", "t=1"),
            good.replace("argon2id", "argon2i"))) {
      assertThatThrownBy(() -> new PasswordHash(bad))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
