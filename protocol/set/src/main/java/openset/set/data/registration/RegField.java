package openset.set.data.registration;

import static openset.asn1.Field.defaulted;
import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.SETString;

/**
 * One field of a registration form.
 *
 * <pre>
 * RegField ::= SEQUENCE {
 *   fieldID          [0] OBJECT IDENTIFIER OPTIONAL,
 *   fieldName        SETString{128},
 *   fieldDesc        [1] EXPLICIT SETString{200} OPTIONAL,
 *   fieldLen         [2] INTEGER (1..200) OPTIONAL,
 *   fieldRequired    [3] BOOLEAN DEFAULT FALSE,
 *   fieldInvisible   [4] BOOLEAN DEFAULT FALSE }
 * </pre>
 *
 * <p>Tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param fieldID what it asks, of arc 2.23.42.2
 * @param fieldName in the person's language
 * @param fieldLen most characters
 * @param fieldInvisible not shown while typed
 */
public record RegField(
    Optional<ObjectIdentifier> fieldID,
    String fieldName,
    Optional<String> fieldDesc,
    Optional<Integer> fieldLen,
    boolean fieldRequired,
    boolean fieldInvisible) {
  public static final Tagged<RegField> TYPE =
      Sequence.sequence(
          "RegField",
          optional("fieldID", Asn1.OBJECT_IDENTIFIER.implicit(0), RegField::fieldID),
          field("fieldName", SETString.type(128), RegField::fieldName),
          optional("fieldDesc", SETString.type(200).explicit(1), RegField::fieldDesc),
          optional("fieldLen", Asn1.integer(1, 200).implicit(2), RegField::fieldLen),
          defaulted("fieldRequired", Asn1.BOOLEAN.implicit(3), false, RegField::fieldRequired),
          defaulted("fieldInvisible", Asn1.BOOLEAN.implicit(4), false, RegField::fieldInvisible),
          RegField::new);
}
