package openset.set.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import openset.asn1.Asn1Exception;
import openset.asn1.Der;
import openset.crypto.Suite;
import openset.pki.OpeningCredential;
import openset.pki.SigningCredential;
import openset.pki.cms.AuthEnvelopedData;
import openset.pki.cms.IssuerAndSerialNumber;
import openset.pki.cms.KeyAgreeRecipientInfo;
import openset.pki.cms.SignedAttributes;
import openset.pki.cms.SignerInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What signatures cover and name, and what is new in every envelope. */
final class FormsOfCmsTest {
  private static final Circle CIRCLE = new Circle();
  private static final SigningCredential MERCHANT = CIRCLE.merchant(Suite.CLASSICAL);

  private static SignerInfo signer() {
    return S.sign(Signatory.of(MERCHANT), Trial.TEXT, Trial.VALUE).cms().signers().getFirst();
  }

  @Test
  @Tag("OP-10")
  void aSignatureCoversTypeAndDigestAndNoOtherAttribute() {
    SignedAttributes attributes = signer().signedAttributes().value();
    Der content = Der.of(Trial.TEXT.type().encode(Trial.VALUE));
    assertThat(attributes.contentType()).isEqualTo(Trial.TEXT.oid());
    assertThat(attributes.messageDigest())
        .isEqualTo(DD.of(Trial.TEXT, content).digest());
    byte[] form = SignedAttributes.signedForm(signer().signedAttributes());
    assertThat(SignedAttributes.TYPE.decode(form)).isEqualTo(attributes);
    byte[] third = Der.ofHex("300a06032a030431030101ff").bytes();
    byte[] more = ByteBuffer.allocate(form.length + third.length).put(form).put(third).array();
    more[1] += (byte) third.length;
    assertThatThrownBy(() -> SignedAttributes.TYPE.decode(more))
        .isInstanceOf(Asn1Exception.class);
  }

  @Test
  @Tag("OP-11")
  void theSignerIsNamedByIssuerAndSerialNumber() {
    IssuerAndSerialNumber name = signer().sid();
    assertThat(name).isEqualTo(IssuerAndSerialNumber.of(MERCHANT.certificate()));
    assertThat(name.serialNumber()).isEqualTo(MERCHANT.certificate().serialNumber());
    assertThat(name)
        .isNotEqualTo(
            IssuerAndSerialNumber.of(CIRCLE.merchant(Suite.CLASSICAL).certificate()));
  }

  @Test
  @Tag("OP-30")
  void everyEnvelopeHasAFreshContentKeyNonceAndEphemeralKey() {
    OpeningCredential gateway = CIRCLE.gateway(Suite.CLASSICAL);
    Recipient recipient = CIRCLE.recipient(gateway.certificate());
    AuthEnvelopedData one = E.seal(recipient, Trial.TEXT, Trial.VALUE, Circle.RANDOM).cms();
    AuthEnvelopedData two = E.seal(recipient, Trial.TEXT, Trial.VALUE, Circle.RANDOM).cms();
    KeyAgreeRecipientInfo first = (KeyAgreeRecipientInfo) one.recipient();
    KeyAgreeRecipientInfo second = (KeyAgreeRecipientInfo) two.recipient();
    assertThat(first.originatorKey()).isNotEqualTo(second.originatorKey());
    assertThat(first.encryptedKey()).isNotEqualTo(second.encryptedKey());
    assertThat(one.encrypted().algorithm()).isNotEqualTo(two.encrypted().algorithm());
    assertThat(one.encrypted().octets()).isNotEqualTo(two.encrypted().octets());
    assertThat(one.mac()).isNotEqualTo(two.mac());
  }
}
