package openset.set.data.registration;

import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.Sequence;
import openset.asn1.Tagged;

/**
 * The public keys to certify, at least one, each as the DER of a SubjectPublicKeyInfo (RFC 5280
 * 4.1.2.7).
 *
 * <pre>
 * PublicKeySorE ::= SEQUENCE {
 *   publicKeyS   [0] EXPLICIT SubjectPublicKeyInfo OPTIONAL,
 *   publicKeyE   [1] EXPLICIT SubjectPublicKeyInfo OPTIONAL }
 * </pre>
 *
 * @param publicKeyS for signatures
 * @param publicKeyE for key exchange
 */
public record PublicKeySorE(Optional<Der> publicKeyS, Optional<Der> publicKeyE) {
  public static final Tagged<PublicKeySorE> TYPE =
      Sequence.sequence(
          "PublicKeySorE",
          optional("publicKeyS", Asn1.ANY.explicit(0), PublicKeySorE::publicKeyS),
          optional("publicKeyE", Asn1.ANY.explicit(1), PublicKeySorE::publicKeyE),
          PublicKeySorE::new);

  public PublicKeySorE {
    if (publicKeyS.isEmpty() && publicKeyE.isEmpty()) {
      throw new IllegalArgumentException("no public key");
    }
  }
}
