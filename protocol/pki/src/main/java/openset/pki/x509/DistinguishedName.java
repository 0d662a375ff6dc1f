package openset.pki.x509;

import static openset.asn1.Field.field;
import static openset.asn1.Sequence.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Asn1Exception;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Repeated;
import openset.asn1.Tagged;

/**
 * The name of a subject or issuer (rules CERT-08 to CERT-10): the attributes SET allows, in this
 * order, one an RDN, each in the one string type it may have. A name therefore has one encoding,
 * and two names are equal exactly when their bytes are: case, spaces and string types cannot be
 * played with.
 *
 * <pre>
 * Name ::= SEQUENCE OF SET SIZE (1) OF AttributeTypeAndValue
 * AttributeTypeAndValue ::= SEQUENCE { type OBJECT IDENTIFIER, value ANY }
 *   countryName             PrintableString (SIZE (2))
 *   organizationName        UTF8String (SIZE (1..64))     the brand, or the root's name
 *   organizationalUnitName  UTF8String (SIZE (1..64))     any number up to 4
 *   commonName              UTF8String (SIZE (1..64))     OPTIONAL
 *   name                    UTF8String (SIZE (1..64))     OPTIONAL, a cardholder's own name
 * </pre>
 *
 * @param country ISO 3166 alpha-2, upper case
 * @param organization BrandID, or for a root its own name
 * @param units issuer, acquirer or description
 * @param commonName blinded account number, merchant, gateway, or absent
 * @param name the cardholder's own name, or absent
 */
public record DistinguishedName(
    String country,
    String organization,
    List<String> units,
    Optional<String> commonName,
    Optional<String> name) {
  private static final int UNITS_MAX = 4;
  private static final int TEXT_MAX = 64;
  private static final Tagged<String> TEXT = Asn1.sized(Asn1.UTF8_STRING, 1, TEXT_MAX);
  private static final List<ObjectIdentifier> ORDER =
      List.of(PkiOid.COUNTRY, PkiOid.ORGANIZATION, PkiOid.UNIT, PkiOid.COMMON_NAME, PkiOid.NAME);

  private static final Asn1Type<Attribute> RDN =
      Repeated.setOf(Attribute.TYPE).map("RelativeDistinguishedName", Only::of, List::of);

  /** Its ASN.1 type. */
  public static final Asn1Type<DistinguishedName> TYPE =
      Repeated.sequenceOf(RDN, 2)
          .map("Name", DistinguishedName::fromAttributes, DistinguishedName::attributes);

  /** Refuses what has no encoding above, control characters and invisible ones. */
  public DistinguishedName {
    units = List.copyOf(units);
    if (!upperCase(country)) throw new IllegalArgumentException("country");
    if (units.size() > UNITS_MAX) throw new IllegalArgumentException("organizational units");
    clean(organization);
    units.forEach(DistinguishedName::clean);
    commonName.ifPresent(DistinguishedName::clean);
    name.ifPresent(DistinguishedName::clean);
  }

  /** A name without a common name. */
  public static DistinguishedName of(String country, String organization, String unit) {
    return new DistinguishedName(
        country, organization, List.of(unit), Optional.empty(), Optional.empty());
  }

  /** A name with a common name. */
  public static DistinguishedName of(
      String country, String organization, String unit, String commonName) {
    return new DistinguishedName(
        country, organization, List.of(unit), Optional.of(commonName), Optional.empty());
  }

  /** This name with the holder's own name added. */
  public DistinguishedName named(String holder) {
    return new DistinguishedName(country, organization, units, commonName, Optional.of(holder));
  }

  private static boolean upperCase(String country) {
    return country.length() == 2 && country.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }

  private static void clean(String text) {
    int length = text.codePointCount(0, text.length());
    boolean visible = text.codePoints().allMatch(DistinguishedName::visible);
    if (length == 0 || length > TEXT_MAX || !visible) throw new IllegalArgumentException("text");
  }

  private static boolean visible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  private static DistinguishedName fromAttributes(List<Attribute> attributes) {
    List<List<String>> texts = new ArrayList<>();
    for (int i = 0; i < ORDER.size(); i++) texts.add(new ArrayList<>(1));
    int last = 0;
    for (Attribute attribute : attributes) {
      int place = ORDER.indexOf(attribute.type());
      if (place < last) throw new Asn1Exception("attribute not allowed here");
      texts.get(place).add(attribute.text());
      last = place;
    }
    return new DistinguishedName(
        one(texts.get(0)),
        one(texts.get(1)),
        texts.get(2),
        atMostOne(texts.get(3)),
        atMostOne(texts.get(4)));
  }

  private static String one(List<String> values) {
    return atMostOne(values).orElseThrow(() -> new Asn1Exception("attribute missing"));
  }

  private static Optional<String> atMostOne(List<String> values) {
    if (values.size() > 1) throw new Asn1Exception("attribute twice");
    return values.stream().findFirst();
  }

  private List<Attribute> attributes() {
    List<Attribute> attributes = new ArrayList<>();
    attributes.add(Attribute.of(PkiOid.COUNTRY, country));
    attributes.add(Attribute.of(PkiOid.ORGANIZATION, organization));
    for (String unit : units) attributes.add(Attribute.of(PkiOid.UNIT, unit));
    commonName.ifPresent(text -> attributes.add(Attribute.of(PkiOid.COMMON_NAME, text)));
    name.ifPresent(text -> attributes.add(Attribute.of(PkiOid.NAME, text)));
    return attributes;
  }

  private record Attribute(ObjectIdentifier type, Der value) {
    private static final Tagged<Attribute> TYPE =
        sequence(
            "AttributeTypeAndValue",
            field("type", Asn1.OBJECT_IDENTIFIER, Attribute::type),
            field("value", Asn1.ANY, Attribute::value),
            Attribute::new);

    static Attribute of(ObjectIdentifier type, String text) {
      return new Attribute(type, Der.of(string(type).encode(text)));
    }


    String text() {
      return string(type).decode(value.bytes());
    }

    private static Tagged<String> string(ObjectIdentifier type) {
      return type.equals(PkiOid.COUNTRY) ? Asn1.PRINTABLE_STRING : TEXT;
    }
  }
}
