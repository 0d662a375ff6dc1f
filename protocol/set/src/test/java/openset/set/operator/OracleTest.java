package openset.set.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import openset.asn1.AsSent;
import openset.asn1.Asn1;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Repeated;
import openset.crypto.SecretBytes;
import openset.crypto.Suite;
import openset.pki.OpeningCredential;
import openset.pki.cms.Algorithm;
import openset.pki.cms.AuthEnvelopedData;
import openset.pki.cms.ContentInfo;
import openset.pki.cms.Envelopes;
import openset.pki.cms.KeyAgreeRecipientInfo;
import openset.pki.cms.OriginatorPublicKey;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.SetOid;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever keeps an envelope from opening, the answer is the same. */
class OracleTest {
  private static final Circle CIRCLE = new Circle();

  static Stream<Suite> suites() {
    return Stream.of(Suite.CLASSICAL, Suite.EDWARDS);
  }

  private record Setting(OpeningCredential own, Recipient recipient) {
    static Setting of(Suite suite) {
      OpeningCredential own = CIRCLE.gateway(suite);
      return new Setting(own, CIRCLE.recipient(own.certificate()));
    }

    /** Octets of our choice, properly sealed. */
    EX<String, String> sealed(byte[] inside) {
      return new EX<>(
          Envelopes.sealTo(recipient.name(), recipient.key(), inside, Circle.RANDOM));
    }

    String answer(EX<String, String> sealed) {
      Refused refused =
          catchThrowableOfType(
              Refused.class, () -> EX.open(own, sealed, Trial.EX_FORM));
      assertThat(refused).isNotNull();
      assertThat(refused.code()).isEqualTo(ErrorCode.decodingFailure);
      assertThat(refused.getStackTrace()).isEmpty();
      return refused.getMessage();
    }
  }

  @ParameterizedTest
  @MethodSource("suites")
  @Tag("K04")
  @Tag("K15")
  @Tag("K18")
  @Tag("OP-32")
  @Tag("OP-34")
  @Tag("OP-35")
  @Tag("OP-36")
  void givesOneAnswerToAllThatDoesNotOpen(Suite suite) throws Exception {
    Setting setting = Setting.of(suite);
    Setting other = Setting.of(suite);
    EX<String, String> good =
        EX.seal(setting.recipient, Trial.EX_FORM, Trial.VALUE, Trial.ACCOUNT, Circle.RANDOM);
    assertThat(EX.open(setting.own, good, Trial.EX_FORM).extra()).isEqualTo(Trial.ACCOUNT);
    AuthEnvelopedData cms = good.cms();
    KeyAgreeRecipientInfo kari = (KeyAgreeRecipientInfo) cms.recipient();

    List<EX<String, String>> bad = new ArrayList<>();
    bad.add(
        EX.seal(other.recipient, Trial.EX_FORM, Trial.VALUE, Trial.ACCOUNT, Circle.RANDOM));
    bad.add(
        new EX<>(new AuthEnvelopedData(cms.recipient(), cms.encrypted(), flipped(cms.mac()))));
    bad.add(
        new EX<>(
            new AuthEnvelopedData(
                cms.recipient(),
                new AuthEnvelopedData.EncryptedContent(
                    cms.encrypted().algorithm(), flipped(cms.encrypted().octets())),
                cms.mac())));
    bad.add(with(cms, kari.originatorKey(), flipped(kari.recipient().encryptedKey())));
    bad.add(with(cms, badPoint(kari.originatorKey()), kari.recipient().encryptedKey()));
    bad.add(with(cms, kari.originatorKey(), Der.of(new byte[24])));
    bad.add(new EX<>(addressed(setting, other)));
    bad.add(new EX<>(EK.seal(key(), Trial.TEXT, Trial.VALUE, Circle.RANDOM).cms()));
    bad.addAll(brokenInside(setting));
    assertThat(bad.stream().map(setting::answer).distinct().toList())
        .containsExactly("decodingFailure (OP-35)");
  }

  private static List<EX<String, String>> brokenInside(Setting setting) {
    AsSent<String> extra = AsSent.of(Trial.EXTRA.type(), Trial.ACCOUNT);
    Der value = Der.of(Asn1.UTF8_STRING.encode(Trial.VALUE));
    Der wrongLink = dd(Trial.EXTRA, Der.ofHex("1200"));
    Der wrongType = dd(Trial.TEXT, extra.der());
    return List.of(
        setting.sealed(new byte[0]),
        setting.sealed(Der.ofHex("0500").bytes()),
        setting.sealed(inside(SetOid.PI_UNSIGNED_TBE, value, dd(Trial.EXTRA, extra.der()), extra)),
        setting.sealed(inside(SetOid.PI_DUAL_SIGNED_TBE, value, wrongLink, extra)),
        setting.sealed(inside(SetOid.PI_DUAL_SIGNED_TBE, value, wrongType, extra)),
        setting.sealed(
            inside(
                SetOid.PI_DUAL_SIGNED_TBE,
                Der.ofHex("0500"),
                dd(Trial.EXTRA, extra.der()),
                extra)));
  }

  private static Der dd(Content<String> content, Der der) {
    return Der.of(Detached.type(content).encode(DD.of(content, der)));
  }

  private static byte[] inside(
      ObjectIdentifier tbe, Der value, Der link, AsSent<String> extra) {
    Asn1Type<List<Der>> list = Repeated.sequenceOf(Asn1.ANY);
    Der linked = Der.of(list.encode(List.of(value, link)));
    return ContentInfo.type(tbe, list).encode(List.of(linked, extra.der()));
  }

  @Test
  @Tag("OP-35")
  @Tag("OP-37")
  void refusesAnEXHWhoseDigestIsAnother() throws Exception {
    Setting setting = Setting.of(Suite.CLASSICAL);
    AsSent<String> extra = AsSent.of(Trial.EXTRA.type(), Trial.ACCOUNT);
    Der value = Der.of(Asn1.UTF8_STRING.encode(Trial.VALUE));
    assertThat(exh(setting, value, DD.digest(value), extra)).isEqualTo("opened");
    assertThat(exh(setting, value, DD.digest(extra.der()), extra))
        .isEqualTo("decodingFailure (OP-35)");
  }

  private static String exh(Setting setting, Der value, Der digest, AsSent<String> extra) {
    Asn1Type<List<Der>> list = Repeated.sequenceOf(Asn1.ANY);
    Der linked = Der.of(list.encode(List.of(value, dd(Trial.EXTRA, extra.der()))));
    byte[] inside =
        ContentInfo.type(SetOid.PI_UNSIGNED_TBE, list)
            .encode(
                List.of(linked, Der.of(Asn1.OCTET_STRING.encode(digest)), extra.der()));
    EXH<String, String> sealed = new EXH<>(setting.sealed(inside).cms());
    try {
      EXH.open(setting.own, sealed, Trial.EXH_FORM);
      return "opened";
    } catch (Refused e) {
      return e.getMessage();
    }
  }

  @Test
  @Tag("K06")
  @Tag("OP-31")
  void tellsThatAnAlgorithmOutsideTheSealIsNotSupported() {
    Setting setting = Setting.of(Suite.CLASSICAL);
    AuthEnvelopedData cms = setting.sealed(new byte[] {5, 0}).cms();
    Algorithm des = new Algorithm(Der.ofHex("300706052b0e030207"));
    EX<String, String> old =
        new EX<>(
            new AuthEnvelopedData(
                cms.recipient(),
                new AuthEnvelopedData.EncryptedContent(des, cms.encrypted().octets()),
                cms.mac()));
    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> EX.open(setting.own, old, Trial.EX_FORM));
    assertThat(refused.code()).isEqualTo(ErrorCode.messageNotSupported);
    assertThat(refused.rule()).isEqualTo("OP-31");
  }

  private static EX<String, String> with(
      AuthEnvelopedData cms, OriginatorPublicKey originator, Der wrapped) {
    KeyAgreeRecipientInfo kari = (KeyAgreeRecipientInfo) cms.recipient();
    KeyAgreeRecipientInfo changed =
        new KeyAgreeRecipientInfo(
            originator,
            kari.keyEncryptionAlgorithm(),
            new KeyAgreeRecipientInfo.RecipientEncryptedKey(kari.recipient().rid(), wrapped));
    return new EX<>(new AuthEnvelopedData(changed, cms.encrypted(), cms.mac()));
  }

  /** Sealed to our key, but naming another's certificate. */
  private static AuthEnvelopedData addressed(Setting setting, Setting other) {
    byte[] inside = Der.ofHex("0500").bytes();
    return Envelopes.sealTo(
        other.recipient.name(), setting.recipient.key(), inside, Circle.RANDOM);
  }

  private static OriginatorPublicKey badPoint(OriginatorPublicKey key) {
    byte[] zero = new byte[key.publicKey().length()];
    if (zero.length == 65) zero[0] = 4;
    return new OriginatorPublicKey(key.algorithm(), Der.of(zero));
  }

  private static SecretBytes key() {
    return SecretBytes.random(32, Circle.RANDOM);
  }

  private static Der flipped(Der der) {
    byte[] octets = der.bytes();
    octets[octets.length / 2] ^= 1;
    return Der.of(octets);
  }
}
