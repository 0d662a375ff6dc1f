package openset.set.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.crypto.SigningKeyPair;
import openset.crypto.SigningPublicKey;
import openset.crypto.Suite;
import openset.pki.Certificate;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.pki.SigningCredential;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.SetOid;
import openset.set.operator.KeyRule.Signers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** spec/passkey.md, with an authenticator in software. */
final class PasskeyTest {
  private static final Circle CIRCLE = new Circle();
  private static final Content<Der> CONTENT = new Content<>(SetOid.PI_TBS, Asn1.ANY);
  private static final Der VALUE = Der.ofHex("3003020107");
  private static final Required CARD =
      Required.of(CertificateType.CARD, KeyUse.SIGN, Circle.BRAND);
  private static final SoftPasskey PASSKEY = SoftPasskey.honest();

  private static List<Certificate> certified(SigningKeyPair keys, Optional<String> origin) {
    return List.of(CIRCLE.card(keys.publicKey().spki(), origin));
  }

  private static Verified<Der> verify(Signed<Der> signed) throws Refused {
    return S.verify(signed, CONTENT, Expected.of(CARD, CIRCLE.trust(), Circle.NOW));
  }

  private static void refused(Signed<Der> signed, String rule) {
    Refused refused = catchThrowableOfType(Refused.class, () -> verify(signed));
    assertThat(refused).isNotNull();
    assertThat(refused.code()).isEqualTo(ErrorCode.signatureFailure);
    assertThat(refused.rule()).isEqualTo(rule);
  }

  private static Signed<Der> byItsHolder(SoftPasskey passkey) {
    return passkey.signed(
        CONTENT, VALUE, certified(passkey.keys(), Optional.of(SoftPasskey.ORIGIN)));
  }

  @Test
  @Tag("PK-01")
  @Tag("PK-02")
  @Tag("PK-03")
  @Tag("PK-04")
  @Tag("PK-05")
  void anAssertionOverTheSignedAttributesIsTheSignature() throws Exception {
    Signed<Der> signed = byItsHolder(PASSKEY);
    assertThat(Signed.<Der>type().decode(Signed.<Der>type().encode(signed))).isEqualTo(signed);
    assertThat(verify(signed).value()).isEqualTo(VALUE);
  }

  @Test
  @Tag("PK-02")
  void membersThatTheBrowserAddsBehindAreLet() throws Exception {
    UnaryOperator<String> more = said -> said.replace("false}", "false,\"other\":\"x\"}");
    assertThat(verify(byItsHolder(PASSKEY.saying(more))).value()).isEqualTo(VALUE);
  }

  static Stream<UnaryOperator<String>> otherClientData() {
    return Stream.of(
        said -> said.replace("webauthn.get", "webauthn.create"),
        said -> said.replace("\"challenge\":\"", "\"challenge\":\"A"),
        said -> said.replace("wallet.example", "phishing.example"),
        said -> said.replace("https://wallet.example", ""),
        said -> said.replace("https://wallet.example", "https://wallet.example\\u0000"),
        said -> said.replace("crossOrigin\":false", "crossOrigin\":true"),
        said -> said.replace("{\"type\"", "{ \"type\""),
        said -> said.replace("false}", "false}}x"),
        said -> said.replace("false}", "falsely\":1}"));
  }

  @ParameterizedTest
  @MethodSource("otherClientData")
  @Tag("PK-02")
  void otherClientDataIsNoSignature(UnaryOperator<String> other) {
    refused(byItsHolder(PASSKEY.saying(other)), "OP-17");
  }

  static Stream<UnaryOperator<byte[]>> otherAuthenticatorData() {
    return Stream.of(changed(0, 1), changed(32, 0x01), changed(32, 0x04));
  }

  private static UnaryOperator<byte[]> changed(int at, int bits) {
    return octets -> {
      byte[] other = octets.clone();
      other[at] ^= (byte) bits;
      return other;
    };
  }

  @ParameterizedTest
  @MethodSource("otherAuthenticatorData")
  @Tag("PK-03")
  void anotherHostOrAPersonNotVerifiedIsNoSignature(UnaryOperator<byte[]> other) {
    refused(byItsHolder(PASSKEY.with(other)), "OP-17");
  }

  @Test
  @Tag("PK-01")
  @Tag("PK-04")
  void aChangedOctetIsNoSignature() {
    int length = PASSKEY.sign(new byte[0]).length;
    for (int at = 0; at < length - 4; at += 7) {
      refused(byItsHolder(PASSKEY.sending(changed(at, 0x10))), "OP-17");
    }
    UnaryOperator<byte[]> longer = octets -> Arrays.copyOf(octets, octets.length + 1);
    refused(byItsHolder(PASSKEY.sending(longer)), "OP-17");
  }

  @Test
  @Tag("PK-05")
  void theOriginIsTheOneCertified() {
    Optional<String> elsewhere = Optional.of("https://other.example");
    List<Certificate> certified = certified(PASSKEY.keys(), elsewhere);
    refused(PASSKEY.signed(CONTENT, VALUE, certified), "PK-05");
  }

  @Test
  @Tag("PK-05")
  void aKeyThatIsNoPasskeyNeverSignsAsOne() {
    refused(
        PASSKEY.signed(CONTENT, VALUE, certified(PASSKEY.keys(), Optional.empty())), "PK-05");
  }

  @Test
  @Tag("PK-05")
  void aPasskeySignsInNoOtherWay() {
    SigningKeyPair keys = PASSKEY.keys();
    Certificate certificate = CIRCLE.card(keys.publicKey().spki(), Optional.of(SoftPasskey.ORIGIN));
    SigningCredential credential = new SigningCredential(keys.signer(), certificate, List.of());
    refused(S.sign(Signatory.of(credential), CONTENT, VALUE), "PK-05");
  }

  @Test
  @Tag("PK-06")
  void aNewPasskeyProvesItselfAndFromWhereItSigns() throws Exception {
    SigningPublicKey key = PASSKEY.keys().publicKey();
    KeyRule.Proof<Der> proof =
        S.verifyProofOfPossession(
            PASSKEY.signed(CONTENT, VALUE, List.of()), CONTENT, claim -> Signers.newKey(key));
    assertThat(proof.passkeyOrigin()).contains(SoftPasskey.ORIGIN);
    SigningKeyPair plain = SigningKeyPair.generate(Suite.CLASSICAL.signature());
    KeyRule.Proof<Der> other =
        S.verifyProofOfPossession(
            S.sign(Signatory.newKey(plain.signer()), CONTENT, VALUE),
            CONTENT,
            claim -> Signers.newKey(plain.publicKey()));
    assertThat(other.passkeyOrigin()).isEmpty();
  }

  @Test
  @Tag("PK-06")
  void aPasskeyCannotProveAnotherKey() {
    SigningPublicKey another = SigningKeyPair.generate(Suite.CLASSICAL.signature()).publicKey();
    Refused refused =
        catchThrowableOfType(
            Refused.class,
            () ->
                S.verifyProofOfPossession(
                    PASSKEY.signed(CONTENT, VALUE, List.of()),
                    CONTENT,
                    claim -> Signers.newKey(another)));
    assertThat(refused.code()).isEqualTo(ErrorCode.signatureFailure);
  }
}
