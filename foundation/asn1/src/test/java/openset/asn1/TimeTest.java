package openset.asn1;

import static openset.asn1.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("D01")
class TimeTest {
  @ParameterizedTest
  @CsvSource({
    "20261122093045Z,2026-11-22T09:30:45Z",
    "20240229000000Z,2024-02-29T00:00:00Z",
    "20261122093045.5Z,2026-11-22T09:30:45.5Z",
    "20261122093045.000000001Z,2026-11-22T09:30:45.000000001Z",
    "00010101000000Z,0001-01-01T00:00:00Z",
    "99991231235959Z,9999-12-31T23:59:59Z"
  })
  void readsGeneralizedTime(String text, Instant instant) {
    byte[] der = der(0x18, text);
    assertThat(Asn1.GENERALIZED_TIME.decode(der)).isEqualTo(instant);
    assertThat(Asn1.GENERALIZED_TIME.encode(instant)).isEqualTo(der);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "20261122093045", "20261122093045+0100", "202611220930Z", "2026112209Z", "20261122093045.Z",
    "20261122093045.50Z", "20261122093045.0Z", "20261122093045,5Z", "20261122093045z",
    "20261322093045Z", "20230229093045Z", "20261122243045Z", "20261122096045Z", "20261122093060Z",
    "2026112209304 Z", "20261122093045.0000000001Z", "-0261122093045Z", ""
  })
  void refusesGeneralizedTimeInAnyOtherForm(String text) {
    assertRefused(Asn1.GENERALIZED_TIME, der(0x18, text));
  }

  @ParameterizedTest
  @CsvSource({"500101000000Z,1950-01-01T00:00:00Z", "491231235959Z,2049-12-31T23:59:59Z"})
  void readsUtcTime(String text, Instant instant) {
    byte[] der = der(0x17, text);
    assertThat(Asn1.UTC_TIME.decode(der)).isEqualTo(instant);
    assertThat(Asn1.UTC_TIME.encode(instant)).isEqualTo(der);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5001010000Z", "500101000000+0000", "500101000000", "501301000000Z"})
  void refusesUtcTimeInAnyOtherForm(String text) {
    assertRefused(Asn1.UTC_TIME, der(0x17, text));
  }

  @Test
  @Tag("ENC-06")
  void writesNoTimeItsFormCannotHold() {
    Instant late = Instant.parse("2050-01-01T00:00:00Z");
    Instant split = Instant.parse("2026-01-01T00:00:00.5Z");
    assertThatThrownBy(() -> Asn1.UTC_TIME.encode(late)).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> Asn1.UTC_TIME.encode(split)).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> Asn1.GENERALIZED_TIME.encode(Instant.MAX))
        .isInstanceOf(RuntimeException.class);
  }

  private static byte[] der(int tag, String text) {
    DerWriter out = new DerWriter(32);
    out.value(tag, text.getBytes(StandardCharsets.US_ASCII));
    return out.bytes();
  }
}
