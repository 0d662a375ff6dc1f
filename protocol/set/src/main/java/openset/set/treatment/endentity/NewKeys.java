package openset.set.treatment.endentity;

import java.util.Optional;
import openset.asn1.Der;
import openset.crypto.AgreementPublicKey;
import openset.crypto.Signer;
import openset.crypto.SigningPublicKey;
import openset.set.data.registration.PublicKeySorE;

/**
 * Keys made for one request and for nothing before.
 *
 * @param signer the private key that signs the request
 * @param signature its public key
 * @param keyExchange of a merchant or gateway: the key to be sealed to
 */
public record NewKeys(
    Signer signer, SigningPublicKey signature, Optional<AgreementPublicKey> keyExchange) {
  /** As they stand in the request. */
  PublicKeySorE publicKeys() {
    return new PublicKeySorE(
        Optional.of(Der.of(signature.spki())), keyExchange.map(key -> Der.of(key.spki())));
  }
}
