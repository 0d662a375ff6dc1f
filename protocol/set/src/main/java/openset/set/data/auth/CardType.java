package openset.set.data.auth;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * What kind of card it is.
 *
 * <pre>
 * CardType ::= ENUMERATED {
 *   unavailable (0), classic (1), gold (2), platinum (3), premier (4), debit (5),
 *   pinBasedDebit (6), atm (7), electronicOnly (8), unspecifiedConsumer (9),
 *   corporateTravel (10), purchasing (11), business (12), unspecifiedCommercial (13),
 *   privateLabel (14), proprietary (15) }
 * </pre>
 *
 * <p>The names are SET's; the numbers are unconfirmed (spec/unconfirmed.md).
 */
public enum CardType {
  unavailable(0),
  classic(1),
  gold(2),
  platinum(3),
  premier(4),
  debit(5),
  pinBasedDebit(6),
  atm(7),
  electronicOnly(8),
  unspecifiedConsumer(9),
  corporateTravel(10),
  purchasing(11),
  business(12),
  unspecifiedCommercial(13),
  privateLabel(14),
  proprietary(15);

  public static final Tagged<CardType> TYPE = Asn1.enumerated("CardType", values(), CardType::code);

  private final int code;

  CardType(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }
}
