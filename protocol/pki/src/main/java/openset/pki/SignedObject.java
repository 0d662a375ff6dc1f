package openset.pki;

import static openset.asn1.Field.field;
import static openset.asn1.Sequence.sequence;

import java.util.function.Function;
import openset.asn1.AsSent;
import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.Tagged;
import openset.crypto.SigningPublicKey;
import openset.pki.x509.AlgorithmIdentifier;

/**
 * What certificates, CRLs and brand CRL identifiers have in common (X.509 {@code SIGNED}).
 *
 * <pre>
 * SIGNED { T } ::= SEQUENCE {
 *   toBeSigned  T,
 *   algorithm   AlgorithmIdentifier,
 *   signature   BIT STRING }
 * </pre>
 */
record SignedObject<T>(AsSent<T> toBeSigned, AlgorithmIdentifier algorithm, Der signature) {
  /** Its ASN.1 type around {@code type}. */
  static <T> Tagged<SignedObject<T>> type(String name, Tagged<T> type) {
    return sequence(
        name,
        field("toBeSigned", AsSent.type(type), SignedObject<T>::toBeSigned),
        field("algorithm", AlgorithmIdentifier.TYPE, SignedObject<T>::algorithm),
        field("signature", Asn1.BIT_STRING, SignedObject<T>::signature),
        SignedObject::new);
  }

  /**
   * Whether {@code key} made the signature over the exact bytes, with the algorithm of that key,
   * named alike inside ({@code inner}) and outside and without parameters (CERT-05).
   */
  boolean signedBy(SigningPublicKey key, Function<T, AlgorithmIdentifier> inner) {
    AlgorithmIdentifier own = AlgorithmIdentifier.of(key.algorithm().oid());
    return own.equals(algorithm)
        && own.equals(inner.apply(toBeSigned.value()))
        && key.verify(toBeSigned.der().bytes(), signature.bytes());
  }
}
