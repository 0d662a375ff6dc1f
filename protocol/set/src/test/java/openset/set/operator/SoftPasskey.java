package openset.set.operator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import openset.asn1.AsSent;
import openset.asn1.Der;
import openset.crypto.DigestAlgorithm;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.pki.Certificate;
import openset.pki.cms.Algorithm;
import openset.pki.cms.EncapsulatedContent;
import openset.pki.cms.IssuerAndSerialNumber;
import openset.pki.cms.PasskeySignature;
import openset.pki.cms.SignedAttributes;
import openset.pki.cms.SignedData;
import openset.pki.cms.SignerInfo;

/** A browser and its authenticator, as WebAuthn has them do; parts can be made otherwise. */
record SoftPasskey(
    SigningKeyPair keys,
    UnaryOperator<String> clientData,
    UnaryOperator<byte[]> authenticatorData,
    UnaryOperator<byte[]> whole) {
  static final String ORIGIN = "https://wallet.example";
  static final int PRESENT_AND_VERIFIED = 0x05;

  static SoftPasskey honest() {
    return new SoftPasskey(
        SigningKeyPair.generate(Suite.CLASSICAL.signature()),
        UnaryOperator.identity(),
        UnaryOperator.identity(),
        UnaryOperator.identity());
  }

  SoftPasskey saying(UnaryOperator<String> other) {
    return new SoftPasskey(keys, other, authenticatorData, whole);
  }

  SoftPasskey with(UnaryOperator<byte[]> other) {
    return new SoftPasskey(keys, clientData, other, whole);
  }

  SoftPasskey sending(UnaryOperator<byte[]> other) {
    return new SoftPasskey(keys, clientData, authenticatorData, other);
  }

  /** The signature over {@code message}. */
  byte[] sign(byte[] message) {
    String challenge =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(DigestAlgorithm.SHA256.digest(message));
    String said =
        clientData.apply(
            "{\"type\":\"webauthn.get\",\"challenge\":\"%s\",\"origin\":\"%s\",%s}"
                .formatted(challenge, ORIGIN, "\"crossOrigin\":false"));
    byte[] client = said.getBytes(StandardCharsets.UTF_8);
    byte[] host = "wallet.example".getBytes(StandardCharsets.US_ASCII);
    byte[] data = Arrays.copyOf(DigestAlgorithm.SHA256.digest(host), 37);
    data[32] = PRESENT_AND_VERIFIED;
    data = authenticatorData.apply(data);
    byte[] digest = DigestAlgorithm.SHA256.digest(client);
    byte[] signed = Arrays.copyOf(data, data.length + digest.length);
    System.arraycopy(digest, 0, signed, data.length, digest.length);
    PasskeySignature signature =
        new PasskeySignature(
            Der.of(data), Der.of(client), Der.of(keys.signer().sign(signed)));
    return whole.apply(PasskeySignature.TYPE.encode(signature));
  }

  /** S by the holder of {@code certificates}, or by the key alone where there is none. */
  <T> Signed<T> signed(Content<T> content, T value, List<Certificate> certificates) {
    byte[] octets = content.type().encode(value);
    AsSent<SignedAttributes> attributes =
        new SignedAttributes(content.oid(), Der.of(DigestAlgorithm.SHA256.digest(octets))).toSend();
    IssuerAndSerialNumber name =
        certificates.isEmpty()
            ? IssuerAndSerialNumber.NEW_KEY
            : IssuerAndSerialNumber.of(certificates.getFirst());
    SignerInfo info =
        new SignerInfo(
            name,
            Algorithm.SHA256,
            attributes,
            Algorithm.PASSKEY,
            Der.of(sign(SignedAttributes.signedForm(attributes))));
    return new Signed<>(
        new SignedData(
            List.of(Algorithm.SHA256),
            new EncapsulatedContent(content.oid(), Optional.of(Der.of(octets))),
            certificates.stream().map(Certificate::der).toList(),
            List.of(),
            List.of(info)));
  }
}
