package openset.merchant.sale;

import static openset.asn1.Field.field;

import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.CurrencyAmount;

/**
 * The order of the merchant's own people to give an authorization back, or a part of it.
 *
 * <pre>
 * GiveBack ::= SEQUENCE {
 *   stays   CurrencyAmount }
 * </pre>
 *
 * @param stays what shall stay authorized; 0 voids
 */
public record GiveBack(CurrencyAmount stays) {
  /** Under this name it is given to the conductor. */
  public static final String ORDER = "give back";

  public static final Tagged<GiveBack> TYPE =
      Sequence.sequence(
          "GiveBack", field("stays", CurrencyAmount.TYPE, GiveBack::stays), GiveBack::new);
}
