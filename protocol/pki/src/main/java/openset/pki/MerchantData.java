package openset.pki;

import static openset.asn1.Field.defaulted;
import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;
import static openset.asn1.Sequence.sequence;

import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Repeated;
import openset.asn1.Tagged;
import openset.pki.x509.SetString;

/**
 * What the acquirer confirmed of a merchant (SET 1.0, extension 2.23.42.7.2; OpenSET adds the
 * category).
 *
 * <pre>
 * MerchantData ::= SEQUENCE {
 *   merID           SETString (SIZE (1..30)),
 *   merAcquirerBIN  NumericString (SIZE (6)),
 *   merNameSeq      SEQUENCE SIZE (1..MAX) OF MerNames,
 *   merCountry      INTEGER (1..999),
 *   merAuthFlag     BOOLEAN DEFAULT TRUE,
 *   merCategory     [0] NumericString (SIZE (4)) OPTIONAL }
 * </pre>
 *
 * @param id the merchant's number at its acquirer
 * @param acquirerBin the acquirer's six digits
 * @param names one a language, the first is the default
 * @param country ISO 3166 numeric
 * @param mayAuthorize whether the merchant may ask for authorizations
 * @param category ISO 18245 merchant category code, four digits
 */
public record MerchantData(
    String id,
    String acquirerBin,
    List<Names> names,
    int country,
    boolean mayAuthorize,
    Optional<String> category) {
  /** Its ASN.1 type. */
  public static final Tagged<MerchantData> TYPE =
      sequence(
          "MerchantData",
          field("merID", SetString.most(30), MerchantData::id),
          field(
              "merAcquirerBIN", Asn1.sized(Asn1.NUMERIC_STRING, 6, 6), MerchantData::acquirerBin),
          field("merNameSeq", Repeated.sequenceOf(Names.TYPE, 1), MerchantData::names),
          field("merCountry", Asn1.integer(1, 999), MerchantData::country),
          defaulted("merAuthFlag", Asn1.BOOLEAN, true, MerchantData::mayAuthorize),
          optional(
              "merCategory",
              Asn1.sized(Asn1.NUMERIC_STRING, 4, 4).implicit(0),
              MerchantData::category),
          MerchantData::new);

  /** Copies the names; there is at least one. */
  public MerchantData {
    names = List.copyOf(names);
    if (names.isEmpty()) throw new IllegalArgumentException("no name");
  }

  /**
   * A merchant's name and place in one language.
   *
   * <pre>
   * MerNames ::= SEQUENCE {
   *   language       [0] VisibleString (SIZE (1..35)) OPTIONAL,
   *   name           [1] EXPLICIT SETString (SIZE (1..25)),
   *   city           [2] EXPLICIT SETString (SIZE (1..50)) OPTIONAL,
   *   stateProvince  [3] EXPLICIT SETString (SIZE (1..50)) OPTIONAL,
   *   postalCode     [4] EXPLICIT SETString (SIZE (1..14)) OPTIONAL,
   *   countryName    [5] EXPLICIT SETString (SIZE (1..50)) OPTIONAL }
   * </pre>
   */
  public record Names(
      Optional<String> language,
      String name,
      Optional<String> city,
      Optional<String> stateProvince,
      Optional<String> postalCode,
      Optional<String> countryName) {
    /** Its ASN.1 type. */
    public static final Tagged<Names> TYPE =
        sequence(
            "MerNames",
            optional(
                "language", Asn1.sized(Asn1.VISIBLE_STRING, 1, 35).implicit(0), Names::language),
            field("name", SetString.most(25).explicit(1), Names::name),
            optional("city", SetString.most(50).explicit(2), Names::city),
            optional("stateProvince", SetString.most(50).explicit(3), Names::stateProvince),
            optional("postalCode", SetString.most(14).explicit(4), Names::postalCode),
            optional("countryName", SetString.most(50).explicit(5), Names::countryName),
            Names::new);

    /** A name alone. */
    public static Names of(String name) {
      return new Names(
          Optional.empty(),
          name,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }
}
