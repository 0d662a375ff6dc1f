package openset.pki.x509;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;
import static openset.asn1.Sequence.sequence;

import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Tagged;

/**
 * An algorithm and its parameters (RFC 5280 4.1.1.2).
 *
 * <pre>
 * AlgorithmIdentifier ::= SEQUENCE {
 *   algorithm   OBJECT IDENTIFIER,
 *   parameters  ANY DEFINED BY algorithm OPTIONAL }
 * </pre>
 */
public record AlgorithmIdentifier(ObjectIdentifier algorithm, Optional<Der> parameters) {
  /** Its ASN.1 type. */
  public static final Tagged<AlgorithmIdentifier> TYPE =
      sequence(
          "AlgorithmIdentifier",
          field("algorithm", Asn1.OBJECT_IDENTIFIER, AlgorithmIdentifier::algorithm),
          optional("parameters", Asn1.ANY, AlgorithmIdentifier::parameters),
          AlgorithmIdentifier::new);

  /** An algorithm whose parameters are absent, as all signatures and digests of our suites. */
  public static AlgorithmIdentifier of(ObjectIdentifier algorithm) {
    return new AlgorithmIdentifier(algorithm, Optional.empty());
  }
}
