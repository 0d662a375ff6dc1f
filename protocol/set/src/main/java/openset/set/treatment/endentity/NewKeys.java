package openset.set.treatment.endentity;

import java.util.Optional;
import openset.asn1.Der;
import openset.crypto.AgreementPublicKey;
import openset.crypto.Signer;
import openset.crypto.SigningPublicKey;
import openset.pki.SigningCredential;
import openset.set.data.registration.PublicKeySorE;
import openset.set.operator.Signatory;

/**
 * Keys made for one request and for nothing before.
 *
 * @param signer the private key that signs the request
 * @param signature its public key
 * @param keyExchange of a merchant or gateway: the key to be sealed to
 * @param renews whose certificate they follow, which signs the request too
 */
public record NewKeys(
    Signer signer,
    SigningPublicKey signature,
    Optional<AgreementPublicKey> keyExchange,
    Optional<SigningCredential> renews) {
  /** Keys that follow none. */
  public NewKeys(
      Signer signer, SigningPublicKey signature, Optional<AgreementPublicKey> keyExchange) {
    this(signer, signature, keyExchange, Optional.empty());
  }

  /** The same keys, that follow those of a certificate. */
  public NewKeys renewing(SigningCredential old) {
    return new NewKeys(signer, signature, keyExchange, Optional.of(old));
  }

  Signatory signatory() {
    return renews
        .map(old -> Signatory.renewal(old, signer))
        .orElseGet(() -> Signatory.newKey(signer));
  }

  /** As they stand in the request. */
  PublicKeySorE publicKeys() {
    return new PublicKeySorE(
        Optional.of(Der.of(signature.spki())), keyExchange.map(key -> Der.of(key.spki())));
  }
}
