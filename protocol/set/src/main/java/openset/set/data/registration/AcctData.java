package openset.set.data.registration;

import static openset.asn1.Field.field;

import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.Nonce;

/**
 * The account of a merchant or gateway, as its CA alone sees it.
 *
 * <pre>
 * AcctData ::= SEQUENCE {
 *   acctIdentification   VisibleString (SIZE(1..74)),
 *   exNonce              Nonce }
 * </pre>
 */
public record AcctData(String acctIdentification, Nonce exNonce) {
  public static final Tagged<AcctData> TYPE =
      Sequence.sequence(
          "AcctData",
          field(
              "acctIdentification",
              Asn1.sized(Asn1.VISIBLE_STRING, 1, 74),
              AcctData::acctIdentification),
          field("exNonce", Nonce.TYPE, AcctData::exNonce),
          AcctData::new);

  /** Not the account. */
  @Override
  public String toString() {
    return "AcctData[redacted]";
  }
}
