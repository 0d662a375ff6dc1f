package openset.set.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import openset.asn1.AsSent;
import openset.asn1.Asn1;
import openset.asn1.Asn1Exception;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.pki.Certificate;
import openset.pki.KeyUse;
import openset.pki.OpeningCredential;
import openset.pki.Required;
import openset.pki.SigningCredential;
import openset.pki.Trust;
import openset.pki.TrustedCertificate;
import openset.pki.Untrusted;
import openset.pki.cms.Algorithm;
import openset.pki.cms.SignedData;
import openset.pki.cms.SignerInfo;
import openset.pki.issue.KeyRole;
import openset.set.ErrorCode;
import openset.set.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What S and its kin refuse, with which code and rule. */
class RefusalsTest {
  private static final Circle CIRCLE = new Circle();
  private static final SigningCredential MERCHANT = CIRCLE.merchant(Suite.CLASSICAL);
  private static final Signatory SIGNATORY = Signatory.of(MERCHANT);
  private static final OpeningCredential GATEWAY = CIRCLE.gateway(Suite.CLASSICAL);
  private static final Recipient TO_GATEWAY = CIRCLE.recipient(GATEWAY.certificate());
  private static final Expected EXPECTED = CIRCLE.expected();

  private static Signed<String> signed() {
    return S.sign(SIGNATORY, Trial.TEXT, Trial.VALUE);
  }

  private static void refused(ErrorCode code, String rule, ThrowingCallable what) {
    Refused refused = catchThrowableOfType(Refused.class, what);
    assertThat(refused).isNotNull();
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.rule()).startsWith(rule);
  }

  private static Signed<String> with(List<SignerInfo> signers, Algorithm digest) {
    SignedData cms = signed().cms();
    return new Signed<>(
        new SignedData(List.of(digest), cms.content(), cms.certificates(), cms.crls(), signers));
  }

  @Test
  @Tag("P20")
  @Tag("OP-12")
  void refusesASecondSignerInfoThoughBothAreGood() {
    SignerInfo one = signed().cms().signers().getFirst();
    SignerInfo two = signed().cms().signers().getFirst();
    refused(
        ErrorCode.signatureFailure,
        "OP-12",
        () -> S.verify(with(List.of(one, two), Algorithm.SHA256), Trial.TEXT, EXPECTED));
  }

  @Test
  @Tag("OP-13")
  void refusesContentOfAnotherType() {
    Content<String> other = new Content<>(ObjectIdentifier.of("2.23.42.0.16"), Trial.TEXT.type());
    refused(
        ErrorCode.signatureFailure, "OP-13", () -> S.verify(signed(), other, EXPECTED));
  }

  @Test
  @Tag("OP-13")
  void refusesADetachedSignatureAsSignedContentAndTheOtherWayRound() {
    DetachedSignature<String> detached = SO.sign(SIGNATORY, Trial.TEXT, Trial.VALUE);
    refused(
        ErrorCode.decodingFailure,
        "OP-13",
        () -> S.verify(new Signed<>(detached.cms()), Trial.TEXT, EXPECTED));
    DetachedSignature<String> attached = new DetachedSignature<>(signed().cms());
    refused(
        ErrorCode.decodingFailure,
        "OP-13",
        () -> SO.verify(attached, Trial.TEXT, Trial.VALUE, EXPECTED));
  }

  @Test
  @Tag("OP-17")
  void refusesADetachedSignatureOverSomethingElse() {
    DetachedSignature<String> detached = SO.sign(SIGNATORY, Trial.TEXT, Trial.VALUE);
    refused(
        ErrorCode.signatureFailure,
        "OP-17",
        () -> SO.verify(detached, Trial.TEXT, "three lamps", EXPECTED));
  }

  @Test
  @Tag("OP-18")
  void refusesSignedContentThatCannotBeDecoded() {
    Content<Der> octets = new Content<>(Trial.TEXT.oid(), Asn1.OCTET_STRING);
    Signed<Der> odd = S.sign(SIGNATORY, octets, Der.ofHex("00"));
    refused(
        ErrorCode.decodingFailure,
        "OP-18",
        () -> S.verify(new Signed<>(odd.cms()), Trial.TEXT, EXPECTED));
  }

  @Test
  @Tag("K06")
  @Tag("OP-16")
  void tellsThatAnAlgorithmIsNotSupported() {
    Algorithm md5 = new Algorithm(Der.ofHex("300a06082a864886f70d0205"));
    SignerInfo good = signed().cms().signers().getFirst();
    SignerInfo weak =
        new SignerInfo(
            good.sid(), md5, good.signedAttributes(), good.signatureAlgorithm(), good.signature());
    refused(
        ErrorCode.messageNotSupported,
        "OP-16",
        () -> S.verify(with(List.of(weak), md5), Trial.TEXT, EXPECTED));
  }

  @Test
  @Tag("K07")
  @Tag("OP-17")
  void refusesOddParametersAndDigestsThatDisagree() {
    SignerInfo good = signed().cms().signers().getFirst();
    Algorithm withNull = new Algorithm(Der.ofHex("300c06082a8648ce3d0403020500"));
    SignerInfo odd =
        new SignerInfo(
            good.sid(),
            good.digestAlgorithm(),
            good.signedAttributes(),
            withNull,
            good.signature());
    refused(
        ErrorCode.signatureFailure,
        "OP-17",
        () -> S.verify(with(List.of(odd), Algorithm.SHA256), Trial.TEXT, EXPECTED));
    refused(
        ErrorCode.signatureFailure,
        "OP-17",
        () -> S.verify(with(List.of(good), Algorithm.SHA512), Trial.TEXT, EXPECTED));
  }

  @Test
  @Tag("K08")
  @Tag("OP-15")
  void refusesSignaturesByAKeyCertifiedForAgreement() {
    SigningKeyPair keys = SigningKeyPair.generate(Suite.CLASSICAL.signature());
    Certificate forAgreement =
        CIRCLE.merchantCertificate(KeyRole.AGREE, keys.publicKey().spki());
    Signatory confused =
        Signatory.of(new SigningCredential(keys.signer(), forAgreement, CIRCLE.chain()));
    refused(
        ErrorCode.invalidCertificate,
        "CERT-28",
        () -> S.verify(S.sign(confused, Trial.TEXT, Trial.VALUE), Trial.TEXT, EXPECTED));
  }

  @Test
  @Tag("K08")
  @Tag("OP-33")
  void sealsToNobodyWhoseKeySigns() throws Exception {
    TrustedCertificate merchant =
        CIRCLE.trust().validate(MERCHANT.certificate(), List.of(), Circle.MERCHANT, Circle.NOW);
    refused(ErrorCode.invalidCertificate, "OP-33", () -> Recipient.of(merchant));
    OpeningCredential confused =
        new OpeningCredential(GATEWAY.agreement(), MERCHANT.certificate(), List.of());
    refused(ErrorCode.invalidCertificate, "OP-33", () -> Recipient.self(confused));
  }

  @Test
  @Tag("OP-15")
  void refusesSignersThatAreNotWhoWasExpected() {
    Required otherBrand = Required.of(Circle.MERCHANT.type(), KeyUse.SIGN, "Meridian");
    Expected other = Expected.of(otherBrand, CIRCLE.trust(), Circle.NOW);
    refused(
        ErrorCode.invalidCertificate, "CERT", () -> S.verify(signed(), Trial.TEXT, other));
  }

  @Test
  @Tag("OP-15")
  void tellsExpiredRevokedAndMissingCertificates() {
    Expected revoked =
        Expected.of(
            Circle.MERCHANT,
            trustHolding(MERCHANT.certificate()),
            Circle.NOW);
    refused(
        ErrorCode.revokedCertificate, "C", () -> S.verify(signed(), Trial.TEXT, revoked));
    Expected later =
        Expected.of(Circle.MERCHANT, CIRCLE.trust(), Circle.NOW.plus(Duration.ofDays(400)));
    refused(
        ErrorCode.expiredCertificate, "C", () -> S.verify(signed(), Trial.TEXT, later));
    Expected stranger =
        Expected.of(Circle.MERCHANT, new Circle().trust(), Circle.NOW);
    refused(
        ErrorCode.missingCertificate, "C", () -> S.verify(signed(), Trial.TEXT, stranger));
  }

  private static Trust trustHolding(Certificate revoked) {
    try {
      return CIRCLE
          .trustWithoutMerchantCrl()
          .withCrls(List.of(CIRCLE.merchants().crl(2, revoked)), Circle.NOW);
    } catch (Untrusted e) {
      throw new AssertionError(e);
    }
  }

  @Test
  @Tag("K09")
  @Tag("OP-14")
  @Tag("OP-19")
  void leavesOutWhatThePeerHoldsByItsFullThumbOnly() throws Exception {
    Der thumb = MERCHANT.certificate().thumb();
    Der half = Der.of(Arrays.copyOf(thumb.bytes(), 20));
    Signed<String> whole =
        S.sign(SIGNATORY.toPeerHolding(Set.of(half)), Trial.TEXT, Trial.VALUE);
    assertThat(whole.cms().certificates()).hasSize(3);
    Signed<String> less =
        S.sign(SIGNATORY.toPeerHolding(Set.of(thumb)), Trial.TEXT, Trial.VALUE);
    assertThat(less.cms().certificates())
        .hasSize(2)
        .doesNotContain(MERCHANT.certificate().der());
    refused(
        ErrorCode.missingCertificate, "OP-14", () -> S.verify(less, Trial.TEXT, EXPECTED));
    Expected holding = EXPECTED.holding(List.of(MERCHANT.certificate()));
    assertThat(S.verify(less, Trial.TEXT, holding).value()).isEqualTo(Trial.VALUE);
  }

  @Test
  @Tag("OP-20")
  void takesEnclosedCrlsAsFarAsTheyAreFit() throws Exception {
    Expected without =
        Expected.of(Circle.MERCHANT, CIRCLE.trustWithoutMerchantCrl(), Circle.NOW);
    refused(
        ErrorCode.invalidCertificate, "CRL-05", () -> S.verify(signed(), Trial.TEXT, without));
    Signatory helpful =
        SIGNATORY.enclosingCrls(
            List.of(CIRCLE.merchants().crl(3), new Circle().merchants().crl(9)));
    Verified<String> verified =
        S.verify(S.sign(helpful, Trial.TEXT, Trial.VALUE), Trial.TEXT, without);
    assertThat(verified.value()).isEqualTo(Trial.VALUE);
    assertThat(verified.enclosedCrls()).hasSize(2);
    assertThat(verified.enclosedCertificates()).contains(MERCHANT.certificate());
    Signatory damning =
        SIGNATORY.enclosingCrls(List.of(CIRCLE.merchants().crl(4, MERCHANT.certificate())));
    Signed<String> byRevoked = S.sign(damning, Trial.TEXT, Trial.VALUE);
    refused(
        ErrorCode.revokedCertificate, "C", () -> S.verify(byRevoked, Trial.TEXT, EXPECTED));
  }

  @Test
  @Tag("OP-41")
  void refusesBaggageThatWasSwapped() throws Exception {
    AsSent<Der> luggage = new AsSent<>(Trial.LUGGAGE, Trial.LUGGAGE);
    EncB<String, Der> sealed =
        EncB.seal(
            SIGNATORY, TO_GATEWAY, Trial.ENCB_FORM, Trial.VALUE, luggage, Circle.RANDOM);
    Der other = Der.ofHex("0500");
    EncB<String, Der> swapped = new EncB<>(sealed.sealed(), new AsSent<>(other, other));
    refused(
        ErrorCode.signatureFailure,
        "OP-41",
        () -> EncB.open(GATEWAY, swapped, Trial.ENCB_FORM, EXPECTED));
  }

  @Test
  @Tag("OP-02")
  @Tag("OP-03")
  @Tag("OP-01")
  void tellsDigestsApart() {
    Der der = Der.of(Trial.TEXT.type().encode(Trial.VALUE));
    Detached<String> digest = DD.ofValue(Trial.TEXT, Trial.VALUE);
    assertThat(digest).isEqualTo(DD.of(Trial.TEXT, der));
    assertThat(DD.matches(digest, Trial.TEXT, der)).isTrue();
    assertThat(DD.matches(digest, Trial.TEXT, Der.ofHex("0500"))).isFalse();
    assertThat(DD.matches(digest, Trial.EXTRA, der)).isFalse();
    byte[] wire = Detached.type(Trial.TEXT).encode(digest);
    assertThat(Detached.type(Trial.TEXT).decode(wire)).isEqualTo(digest);
    refusesToDecode(() -> Detached.type(Trial.EXTRA).decode(wire));
  }

  private static void refusesToDecode(ThrowingCallable decoding) {
    assertThat(catchThrowableOfType(Asn1Exception.class, decoding)).isNotNull();
  }

  @Test
  void printsNothingOfWhatWasSealed() throws Exception {
    Opened<String, String> opened = new Opened<>(Trial.VALUE, Trial.ACCOUNT);
    EncX<String, String> sealed =
        EncX.seal(SIGNATORY, TO_GATEWAY, Trial.ENCX_FORM, opened, Circle.RANDOM);
    Verified<Opened<String, String>> verified =
        EncX.open(GATEWAY, sealed, Trial.ENCX_FORM, EXPECTED);
    assertThat(verified.value()).isEqualTo(opened);
    assertThat(opened + "" + verified + "" + signed())
        .doesNotContain(Trial.VALUE)
        .doesNotContain(Trial.ACCOUNT)
        .doesNotContain(verified.bytes().toString());
  }
}
