package openset.set.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import openset.asn1.Asn1;
import openset.asn1.Asn1Exception;
import openset.asn1.Der;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {
  @ParameterizedTest
  @MethodSource("unknown")
  void refusesAlternativesThatAreNone(int alternative) {
    byte[] der = Asn1.NULL.explicit(alternative).encode(true);
    assertThatThrownBy(() -> Message.TYPE.decode(der))
        .isInstanceOf(Asn1Exception.class)
        .hasMessageContaining("no alternative");
  }

  static IntStream unknown() {
    return IntStream.of(32, 33, 100, 998, 1000, 16_383);
  }

  @Test
  void writesErrorUnderTag999AndTheCertInquiryResponseUnder31() {
    Arbitrary arbitrary = new Arbitrary(3);
    byte[] error = Message.TYPE.encode((Message) arbitrary.value(Error.class));
    byte[] answer = Message.TYPE.encode((Message) arbitrary.value(CertInqRes.class));
    assertThat(Der.of(error).toString()).startsWith("bf8767");
    assertThat(Der.of(answer).toString()).startsWith("bf1f");
    assertThat(Message.TYPE.decode(error)).isInstanceOf(Error.class);
    assertThat(Message.TYPE.decode(answer)).isInstanceOf(CertInqRes.class);
  }

  @Test
  @Tag("D07")
  void readsEveryVersionSoThatItCanBeAnswered() {
    byte[] der = MessageWrapper.TYPE.encode(TreeTest.wrapper(message()));
    for (int version : new int[] {0, 2, 127}) {
      byte[] other = der.clone();
      other[indexOfVersion(der)] = (byte) version;
      MessageWrapper read = MessageWrapper.TYPE.decode(other);
      assertThat(read.messageHeader().version()).isEqualTo(version);
    }
  }

  @Test
  void namesEveryMessageAsItsPdu() {
    Arbitrary arbitrary = new Arbitrary(5);
    for (int i = 0; i < 60; i++) {
      Message message = (Message) arbitrary.value(Message.class);
      assertThat(message.name()).matches("(?:Me-Aq)?[A-Z][A-Za-z]*(?:Req|Res)|Error");
    }
  }

  private static Message message() {
    return (Message) new Arbitrary(9).value(CardCInitReq.class);
  }

  private static int indexOfVersion(byte[] der) {
    for (int i = 0; i < der.length; i++) {
      if (der[i] == 2 && der[i + 1] == 1 && der[i + 2] == 1) return i + 2;
    }
    throw new IllegalStateException("no version");
  }
}
