package openset.pki.x509;

import static openset.asn1.Field.defaulted;
import static openset.asn1.Field.optional;
import static openset.asn1.Sequence.sequence;

import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * Whether a certificate is an authority's, and how many authorities may follow below it.
 *
 * <pre>
 * BasicConstraints ::= SEQUENCE {
 *   cA                 BOOLEAN DEFAULT FALSE,
 *   pathLenConstraint  INTEGER (0..MAX) OPTIONAL }
 * </pre>
 */
public record BasicConstraints(boolean authority, Optional<Integer> pathLength) {
  /** What a certificate without the extension says. */
  public static final BasicConstraints END_ENTITY = new BasicConstraints(false, Optional.empty());

  /** Its ASN.1 type. */
  public static final Tagged<BasicConstraints> TYPE =
      sequence(
          "BasicConstraints",
          defaulted("cA", Asn1.BOOLEAN, false, BasicConstraints::authority),
          optional("pathLenConstraint", Asn1.integer(0, 255), BasicConstraints::pathLength),
          BasicConstraints::new);

  /** Refuses a path length without the authority flag (RFC 5280 4.2.1.9). */
  public BasicConstraints {
    if (!authority && pathLength.isPresent()) throw new IllegalArgumentException("pathLen, no cA");
  }
}
