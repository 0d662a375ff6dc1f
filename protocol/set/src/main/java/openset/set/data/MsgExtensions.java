package openset.set.data;

import static openset.asn1.Field.defaulted;
import static openset.asn1.Field.field;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;

/**
 * Extensions of a message: at least one, each identifier once.
 *
 * <pre>
 * MsgExtensions ::= SEQUENCE SIZE(1..MAX) OF MsgExtension
 * MsgExtension  ::= SEQUENCE {
 *   extnID      OBJECT IDENTIFIER,
 *   critical    BOOLEAN DEFAULT FALSE,
 *   extnValue   OCTET STRING }
 * </pre>
 *
 * <p>Whoever processes the message refuses an unknown critical extension (unrecognizedExtension)
 * and ignores an unknown one that is not critical.
 */
public record MsgExtensions(List<MsgExtension> list) {
  public static final Tagged<MsgExtensions> TYPE =
      Repeated.sequenceOf(MsgExtension.TYPE, 1)
          .map("MsgExtensions", MsgExtensions::new, MsgExtensions::list);

  /** One extension. Its value is the DER of the type that its identifier names. */
  public record MsgExtension(ObjectIdentifier extnID, boolean critical, Der extnValue) {
    public static final Tagged<MsgExtension> TYPE =
        Sequence.sequence(
            "MsgExtension",
            field("extnID", Asn1.OBJECT_IDENTIFIER, MsgExtension::extnID),
            defaulted("critical", Asn1.BOOLEAN, false, MsgExtension::critical),
            field("extnValue", Asn1.OCTET_STRING, MsgExtension::extnValue),
            MsgExtension::new);
  }

  public MsgExtensions {
    list = List.copyOf(list);
    Set<ObjectIdentifier> seen = new HashSet<>();
    if (list.isEmpty() || !list.stream().map(MsgExtension::extnID).allMatch(seen::add)) {
      throw new IllegalArgumentException("no extension, or one twice");
    }
  }

  /** The value of the extension of that identifier, where it is among them. */
  public Optional<Der> value(ObjectIdentifier id) {
    return list.stream()
        .filter(one -> one.extnID().equals(id))
        .map(MsgExtension::extnValue)
        .findFirst();
  }

  /** The first critical extension that is not among {@code known}: the message must be refused. */
  public Optional<ObjectIdentifier> unrecognized(Set<ObjectIdentifier> known) {
    return list.stream()
        .filter(MsgExtension::critical)
        .map(MsgExtension::extnID)
        .filter(id -> !known.contains(id))
        .findFirst();
  }
}
