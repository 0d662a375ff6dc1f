package openset.set.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.asn1.Asn1Exception;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.set.data.MsgExtensions.MsgExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SmallTypesTest {
  private static final ObjectIdentifier KNOWN = ObjectIdentifier.of("2.23.42.1.1");
  private static final ObjectIdentifier FUTURE = ObjectIdentifier.of("2.23.42.1.99");

  @Test
  void refusesIdentifiersOfOtherLength() {
    refuses(XID.TYPE, "0413" + "00".repeat(19));
    refuses(XID.TYPE, "0415" + "00".repeat(21));
    refuses(Digest.TYPE, "0414" + "00".repeat(20));
    refuses(LocalID.TYPE, "0400");
    refuses(LocalID.TYPE, "0415" + "00".repeat(21));
    refuses(BIN.TYPE, "12053939393030");
    refuses(BIN.TYPE, "1206393939303020");
  }

  @Test
  @Tag("D09")
  void writesPrintableAsciiAsVisibleStringAndAllElseAsBmpString() {
    Asn1Type<String> type = SETString.type(40);
    assertThat(Der.of(type.encode("Zoe"))).isEqualTo(Der.ofHex("1a035a6f65"));
    assertThat(Der.of(type.encode("Zoë"))).isEqualTo(Der.ofHex("1e06005a006f00eb"));
    refuses(type, "1e06005a006f0065");
    refuses(type, "0c035a6f65");
    refuses(type, "1a00");
    refuses(type, "1e02d83d");
  }

  @Test
  void refusesLanguagesThatAreNoTags() {
    assertThat(new Language("zh-Hans")).hasToString("zh-Hans");
    for (String wrong : List.of("", "-en", "en-", "en_US", "abcdefghi", "e" + "-x".repeat(20))) {
      assertThatThrownBy(() -> new Language(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void splitsABrandFromItsProduct() {
    assertThat(new BrandID("Aurora:Gold").brand()).isEqualTo("Aurora");
    assertThat(new BrandID("Aurora").brand()).isEqualTo("Aurora");
  }

  @Test
  @Tag("K09")
  void refusesThumbsOfAnotherDigest() {
    CertThumb thumb = new CertThumb(Digest.of(new byte[32]));
    byte[] der = CertThumb.TYPE.encode(thumb);
    assertThat(CertThumb.TYPE.decode(der)).isEqualTo(thumb);
    Der sha1 = Der.ofHex("301f" + "3007" + "06052b0e03021a" + "0414" + "00".repeat(20));
    refuses(CertThumb.TYPE, sha1.toString());
  }

  @Test
  @Tag("D08")
  void refusesEmptyListsOfThumbs() {
    Thumbs none = new Thumbs(List.of(), List.of(), List.of());
    byte[] der = Thumbs.TYPE.encode(none);
    assertThat(der).hasSize(15);
    assertThat(Thumbs.TYPE.decode(der)).isEqualTo(none);
    refuses(Thumbs.TYPE, "300f" + Der.of(der).toString().substring(4) + "a000");
  }

  @Test
  @Tag("D07")
  void findsTheUnknownCriticalExtension() {
    MsgExtension known = new MsgExtension(KNOWN, true, Der.ofHex("0500"));
    MsgExtension ignored = new MsgExtension(FUTURE, false, Der.ofHex("0500"));
    MsgExtension critical = new MsgExtension(FUTURE, true, Der.ofHex("0500"));

    assertThat(new MsgExtensions(List.of(known, ignored)).unrecognized(Set.of(KNOWN))).isEmpty();
    assertThat(new MsgExtensions(List.of(known, critical)).unrecognized(Set.of(KNOWN)))
        .isEqualTo(Optional.of(FUTURE));
  }

  @Test
  void refusesNoExtensionAndOneTwice() {
    MsgExtension one = new MsgExtension(KNOWN, true, Der.ofHex("0500"));
    MsgExtension same = new MsgExtension(KNOWN, false, Der.ofHex("0400"));
    assertThatThrownBy(() -> new MsgExtensions(List.of(one, same)))
        .isInstanceOf(IllegalArgumentException.class);
    refuses(MsgExtensions.TYPE, "3000");
  }

  private static void refuses(Asn1Type<?> type, String hex) {
    assertThatThrownBy(() -> type.decode(Der.ofHex(hex).bytes())).isInstanceOf(Asn1Exception.class);
  }
}
