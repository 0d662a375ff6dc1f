package openset.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureTest {
  private static final IsoMessage MESSAGE =
      IsoMessage.of(Mti.AUTHORIZATION)
          .put(2, "9990010000000002")
          .put(4, 995)
          .put(14, "2911")
          .put(39, "00")
          .put(127, new byte[] {7, 1, 65})
          .build();

  private static String ascii(byte[] octets) {
    return new String(octets, StandardCharsets.ISO_8859_1);
  }

  @Test
  void aPictureHasNoCardNumberAndNoSecret() {
    Picture picture = Picture.of(MESSAGE);
    assertThat(ascii(picture.octets()))
        .contains("16999001******0002")
        .doesNotContain("9990010000000002")
        .doesNotContain("2911");
    assertThat(picture.octets()).hasSameSizeAs(MESSAGE.encode());
  }

  @Test
  void everythingElseIsAsItWas() {
    byte[] octets = MESSAGE.encode();
    Picture picture = Picture.of(MESSAGE);
    for (Picture.Element element : picture.elements()) {
      for (int i = element.start(); i < element.end(); i++) {
        int at = i;
        boolean hidden =
            element.hidden().stream().anyMatch(range -> at >= range.from() && at < range.to());
        assertThat(picture.octets()[i]).isEqualTo(hidden ? (byte) '*' : octets[i]);
      }
    }
    assertThat(picture.elements())
        .extracting(element -> element.rule().number())
        .isEqualTo(List.of(2, 4, 14, 39, 127));
  }

  @Test
  void aPictureOfAPictureIsTheSame() throws Exception {
    byte[] once = Picture.of(MESSAGE).octets();
    assertThat(Picture.of(once).octets()).isEqualTo(once);
    assertThat(Picture.of(once).type()).isEqualTo("0100");
    assertThat(Picture.of(once).maps()).isEqualTo(2);
  }

  @Test
  void whatIsCutShortIsNoPicture() {
    byte[] octets = MESSAGE.encode();
    for (int length = 0; length < octets.length; length++) {
      byte[] cut = Arrays.copyOf(octets, length);
      assertThatThrownBy(() -> Picture.of(cut)).isInstanceOf(MalformedMessage.class);
    }
  }
}
