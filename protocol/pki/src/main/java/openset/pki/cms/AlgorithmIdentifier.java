package openset.pki.cms;

import java.util.List;
import openset.asn1.Asn1;
import openset.asn1.Asn1Exception;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.asn1.DerReader;
import openset.asn1.Limits;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Repeated;
import openset.asn1.Tagged;

/**
 * An algorithm with its parameters, kept as the exact DER: two are the same only when every octet
 * is, so that odd or missing parameters never pass for the algorithm meant.
 *
 * <pre>
 * AlgorithmIdentifier ::= SEQUENCE { algorithm OBJECT IDENTIFIER, parameters ANY OPTIONAL }
 * </pre>
 *
 * @param der the whole value, tag and length included
 */
public record AlgorithmIdentifier(Der der) {
  private static final Tagged<Boolean> SHAPE =
      new Tagged<>("AlgorithmIdentifier", 0x30, AlgorithmIdentifier::shape, (out, v) -> {});

  /** Any algorithm identifier; whether it is one of ours is asked later. */
  public static final Asn1Type<AlgorithmIdentifier> TYPE =
      Asn1.ANY.map("AlgorithmIdentifier", AlgorithmIdentifier::checked, AlgorithmIdentifier::der);

  /** The identifier of {@code algorithm} without parameters. */
  public static AlgorithmIdentifier of(ObjectIdentifier algorithm) {
    return new AlgorithmIdentifier(
        Der.of(
            Repeated.sequenceOf(Asn1.OBJECT_IDENTIFIER).encode(List.of(algorithm))));
  }

  /** The identifier of {@code algorithm} with {@code parameters}. */
  public static AlgorithmIdentifier of(ObjectIdentifier algorithm, Der parameters) {
    Der oid = Der.of(Asn1.OBJECT_IDENTIFIER.encode(algorithm));
    return new AlgorithmIdentifier(
        Der.of(Repeated.sequenceOf(Asn1.ANY).encode(List.of(oid, parameters))));
  }

  /** Which algorithm, whatever its parameters. */
  public ObjectIdentifier algorithm() {
    DerReader in = new DerReader(der.bytes(), Limits.PEER);
    in.enter(0x30);
    return Asn1.OBJECT_IDENTIFIER.read(in);
  }

  private static AlgorithmIdentifier checked(Der der) {
    SHAPE.decode(der.bytes());
    return new AlgorithmIdentifier(der);
  }

  private static boolean shape(DerReader in) {
    Asn1.OBJECT_IDENTIFIER.read(in);
    if (in.hasNext()) in.skip();
    if (in.hasNext()) throw new Asn1Exception("more than one parameter");
    return true;
  }
}
