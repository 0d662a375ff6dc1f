package openset.set.data.sale;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.CurrencyAmount;
import openset.set.data.MsgExtensions;

/**
 * What a batch adds up to.
 *
 * <pre>
 * BatchTotals ::= SEQUENCE {
 *   transactionCountCredit      INTEGER (0..999999999),
 *   transactionTotalAmtCredit   CurrencyAmount,
 *   transactionCountDebit       INTEGER (0..999999999),
 *   transactionTotalAmtDebit    CurrencyAmount,
 *   batchTotalExtensions        [0] MsgExtensions OPTIONAL }
 * </pre>
 */
public record BatchTotals(
    int transactionCountCredit,
    CurrencyAmount transactionTotalAmtCredit,
    int transactionCountDebit,
    CurrencyAmount transactionTotalAmtDebit,
    Optional<MsgExtensions> batchTotalExtensions) {
  public static final Tagged<BatchTotals> TYPE =
      Sequence.sequence(
          "BatchTotals",
          field(
              "transactionCountCredit",
              Asn1.integer(0, 999999999),
              BatchTotals::transactionCountCredit),
          field(
              "transactionTotalAmtCredit",
              CurrencyAmount.TYPE,
              BatchTotals::transactionTotalAmtCredit),
          field(
              "transactionCountDebit",
              Asn1.integer(0, 999999999),
              BatchTotals::transactionCountDebit),
          field(
              "transactionTotalAmtDebit",
              CurrencyAmount.TYPE,
              BatchTotals::transactionTotalAmtDebit),
          optional(
              "batchTotalExtensions",
              MsgExtensions.TYPE.implicit(0),
              BatchTotals::batchTotalExtensions),
          BatchTotals::new);
}
