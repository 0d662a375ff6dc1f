package openset.asn1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AsSentTest {
  @Test
  @Tag("ENC-05")
  void keepsTheVeryBytesOfEachElement() {
    Tagged<List<AsSent<Der>>> type = Repeated.sequenceOf(AsSent.type(Asn1.OCTET_STRING));
    byte[] der = Der.ofHex("300a" + "0401aa" + "0400" + "0403010203").bytes();

    List<AsSent<Der>> read = type.decode(der);

    assertThat(read).extracting(AsSent::der)
        .containsExactly(Der.ofHex("0401aa"), Der.ofHex("0400"), Der.ofHex("0403010203"));
    assertThat(type.encode(read)).isEqualTo(der);
  }

  @Test
  void keepsAValueWithALongLength() {
    byte[] content = new byte[300];
    byte[] der = Asn1.OCTET_STRING.encode(Der.of(content));

    assertThat(Asn1.ANY.decode(der)).isEqualTo(Der.of(der));
    assertThat(AsSent.type(Asn1.OCTET_STRING).decode(der).value().length()).isEqualTo(300);
  }

  @Test
  void makesTheBytesOfAValueOfOurOwn() {
    AsSent<Boolean> sent = AsSent.of(Asn1.BOOLEAN, true);

    assertThat(sent.der()).isEqualTo(Der.ofHex("0101ff"));
  }
}
