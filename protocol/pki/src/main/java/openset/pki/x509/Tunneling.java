package openset.pki.x509;

import static openset.asn1.Field.defaulted;
import static openset.asn1.Field.optional;
import static openset.asn1.Sequence.sequence;

import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Repeated;
import openset.asn1.Tagged;

/**
 * Whether a gateway or authority passes sealed messages on to the cardholder, and the content
 * encryption algorithms it knows, best first (SET 1.0, extension 2.23.42.7.4).
 *
 * <pre>
 * Tunneling ::= SEQUENCE {
 *   tunneling   BOOLEAN DEFAULT TRUE,
 *   tunnAlgIDs  SEQUENCE SIZE (1..MAX) OF OBJECT IDENTIFIER OPTIONAL }
 * </pre>
 */
public record Tunneling(boolean supported, Optional<List<ObjectIdentifier>> algorithms) {
  /** Its ASN.1 type. */
  public static final Tagged<Tunneling> TYPE =
      sequence(
          "Tunneling",
          defaulted("tunneling", Asn1.BOOLEAN, true, Tunneling::supported),
          optional(
              "tunnAlgIDs", Repeated.sequenceOf(Asn1.OBJECT_IDENTIFIER, 1), Tunneling::algorithms),
          Tunneling::new);

  /** Supported, with {@code algorithms} in order of preference. */
  public static Tunneling of(List<ObjectIdentifier> algorithms) {
    return new Tunneling(true, Optional.of(List.copyOf(algorithms)));
  }
}
