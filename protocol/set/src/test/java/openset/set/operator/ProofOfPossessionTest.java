package openset.set.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.crypto.BadKey;
import openset.crypto.SigningKeyPair;
import openset.crypto.SigningPublicKey;
import openset.crypto.Suite;
import openset.pki.OpeningCredential;
import openset.pki.SigningCredential;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.SetOid;
import openset.set.operator.KeyRule.Signers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests for certificates: the key that wants one must have signed. */
class ProofOfPossessionTest {
  private static final Circle CIRCLE = new Circle();
  private static final OpeningCredential OWN = CIRCLE.gateway(Suite.CLASSICAL);
  private static final Recipient TO_OWN = CIRCLE.recipient(OWN.certificate());

  /** A request is nothing but the new key here. */
  private static final Content<Der> REQUEST = new Content<>(SetOid.CERT_REQ_DATA, Asn1.ANY);

  private static final Enc.Form<Der> ENC =
      new Enc.Form<>(SetOid.CERT_REQ_TBE, REQUEST);
  private static final EncX.Form<Der, String> ENCX =
      new EncX.Form<>(
          SetOid.CERT_REQ_TBEX, SetOid.CERT_REQ_TBS, Asn1.ANY, Asn1.NUMERIC_STRING);

  private static final KeyRule<Der> NEW_KEY = claim -> Signers.newKey(key(claim));
  private static final KeyRule<Der> RENEWAL =
      claim -> Signers.both(key(claim), CIRCLE.expected());
  private static final KeyRule<Der> HOLDER = claim -> Signers.holder(CIRCLE.expected());

  static Stream<Suite> suites() {
    return Stream.of(Suite.CLASSICAL, Suite.EDWARDS);
  }

  private static SigningPublicKey key(Der claim) throws Refused {
    try {
      return SigningPublicKey.of(claim.bytes());
    } catch (BadKey e) {
      throw new Refused(ErrorCode.decodingFailure, "claim");
    }
  }

  private static SigningKeyPair keys(Suite suite) {
    return SigningKeyPair.generate(suite.signature());
  }

  private static Der request(SigningKeyPair keys) {
    return Der.of(keys.publicKey().spki());
  }

  private static void refused(Signed<Der> signed, KeyRule<Der> rule, String name) {
    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> S.verifyProofOfPossession(signed, REQUEST, rule));
    assertThat(refused).isNotNull();
    assertThat(refused.code()).isEqualTo(ErrorCode.signatureFailure);
    assertThat(refused.rule()).isEqualTo(name);
  }

  @ParameterizedTest
  @MethodSource("suites")
  @Tag("OP-21")
  void acceptsARequestSignedByItsNewKey(Suite suite) throws Exception {
    SigningKeyPair keys = keys(suite);
    Signed<Der> signed = S.sign(Signatory.newKey(keys.signer()), REQUEST, request(keys));
    assertThat(signed.cms().certificates()).isEmpty();
    assertThat(Signed.<Der>type().decode(Signed.<Der>type().encode(signed))).isEqualTo(signed);
    KeyRule.Proof<Der> proof = S.verifyProofOfPossession(signed, REQUEST, NEW_KEY);
    assertThat(proof.value()).isEqualTo(request(keys));
    assertThat(proof.newKey()).contains(keys.publicKey());
    assertThat(proof.holder()).isEmpty();
  }

  @Test
  @Tag("OP-21")
  void refusesARequestForAKeyThatDidNotSign() {
    SigningKeyPair mine = keys(Suite.CLASSICAL);
    SigningKeyPair another = keys(Suite.CLASSICAL);
    Signed<Der> stolen = S.sign(Signatory.newKey(mine.signer()), REQUEST, request(another));
    refused(stolen, NEW_KEY, "OP-17");
  }

  @Test
  @Tag("OP-21")
  void refusesACertificateHoldersSignatureInPlaceOfTheNewKeys() {
    SigningKeyPair keys = keys(Suite.CLASSICAL);
    Signatory holder = Signatory.of(CIRCLE.merchant(Suite.CLASSICAL));
    refused(S.sign(holder, REQUEST, request(keys)), NEW_KEY, "OP-21");
  }

  @ParameterizedTest
  @MethodSource("suites")
  @Tag("OP-22")
  void acceptsARenewalSignedByBothKeys(Suite suite) throws Exception {
    SigningKeyPair keys = keys(suite);
    SigningCredential old = CIRCLE.merchant(Suite.CLASSICAL);
    Signed<Der> signed =
        S.sign(Signatory.renewal(old, keys.signer()), REQUEST, request(keys));
    Signed<Der> sent = Signed.<Der>type().decode(Signed.<Der>type().encode(signed));
    KeyRule.Proof<Der> proof = S.verifyProofOfPossession(sent, REQUEST, RENEWAL);
    assertThat(proof.newKey()).contains(keys.publicKey());
    assertThat(proof.holder().orElseThrow().certificate()).isEqualTo(old.certificate());
  }

  @Test
  @Tag("OP-12")
  @Tag("OP-22")
  void refusesARenewalThatOneKeyDidNotSign() {
    SigningKeyPair keys = keys(Suite.CLASSICAL);
    SigningKeyPair another = keys(Suite.CLASSICAL);
    SigningCredential old = CIRCLE.merchant(Suite.CLASSICAL);
    Signatory newKey = Signatory.newKey(keys.signer());
    refused(S.sign(newKey, REQUEST, request(keys)), RENEWAL, "OP-12");
    refused(S.sign(Signatory.of(old), REQUEST, request(keys)), RENEWAL, "OP-12");
    Signatory both = Signatory.renewal(old, keys.signer());
    refused(S.sign(both, REQUEST, request(another)), RENEWAL, "OP-17");
    SigningCredential forged =
        new SigningCredential(another.signer(), old.certificate(), old.chain());
    Signatory bothForged = Signatory.renewal(forged, keys.signer());
    refused(S.sign(bothForged, REQUEST, request(keys)), RENEWAL, "OP-17");
    refused(S.sign(both, REQUEST, request(keys)), NEW_KEY, "OP-12");
  }

  @Test
  void acceptsARequestThatAHolderVouchesFor() throws Exception {
    Signatory holder = Signatory.of(CIRCLE.merchant(Suite.EDWARDS));
    Signed<Der> signed = S.sign(holder, REQUEST, request(keys(Suite.CLASSICAL)));
    KeyRule.Proof<Der> proof = S.verifyProofOfPossession(signed, REQUEST, HOLDER);
    assertThat(proof.newKey()).isEmpty();
    assertThat(proof.holder()).isPresent();
  }

  @ParameterizedTest
  @MethodSource("suites")
  @Tag("OP-38")
  @Tag("OP-40")
  void opensSealedRequests(Suite suite) throws Exception {
    SigningKeyPair keys = keys(suite);
    Signatory signatory = Signatory.newKey(keys.signer());
    Enc<Der> enc = Enc.seal(signatory, TO_OWN, ENC, request(keys), Circle.RANDOM);
    assertThat(Enc.openRequest(OWN, enc, ENC, NEW_KEY).newKey()).contains(keys.publicKey());

    Opened<Der, String> both = new Opened<>(request(keys), Trial.ACCOUNT);
    EncX<Der, String> encX = EncX.seal(signatory, TO_OWN, ENCX, both, Circle.RANDOM);
    KeyRule.Proof<Opened<Der, String>> proof = EncX.openRequest(OWN, encX, ENCX, NEW_KEY);
    assertThat(proof.value()).isEqualTo(both);
    assertThat(proof.newKey()).contains(keys.publicKey());
  }

  @Test
  @Tag("OP-40")
  void refusesASealedRequestForAKeyThatDidNotSign() {
    Signatory mine = Signatory.newKey(keys(Suite.CLASSICAL).signer());
    Opened<Der, String> both =
        new Opened<>(request(keys(Suite.CLASSICAL)), Trial.ACCOUNT);
    EncX<Der, String> sealed = EncX.seal(mine, TO_OWN, ENCX, both, Circle.RANDOM);
    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> EncX.openRequest(OWN, sealed, ENCX, NEW_KEY));
    assertThat(refused.code()).isEqualTo(ErrorCode.signatureFailure);
  }
}
