package openset.asn1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.AbstractStringAssert;

/** What the tests of this package say about bytes that are refused and bytes that are not. */
final class Refusals {
  private Refusals() {}

  /** The message with which {@code type} refuses these bytes. */
  static AbstractStringAssert<?> assertRefused(Asn1Type<?> type, String hex) {
    return assertRefused(type, Der.ofHex(hex.replace(" ", "")).bytes());
  }

  static AbstractStringAssert<?> assertRefused(Asn1Type<?> type, byte[] der) {
    Asn1Exception refusal = catchThrowableOfType(Asn1Exception.class, () -> type.decode(der));
    assertThat(refusal).as("refusal").isNotNull();
    return assertThat(refusal.getMessage());
  }

  /** Reads the bytes and checks that the value is written as the same bytes. */
  static <T> T accepted(Asn1Type<T> type, String hex) {
    Der der = Der.ofHex(hex.replace(" ", ""));
    T value = type.decode(der.bytes());
    assertThat(Der.of(type.encode(value))).isEqualTo(der);
    return value;
  }
}
