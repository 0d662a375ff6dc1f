package openset.merchant.plan;

import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.CurrencyAmount;

/**
 * The order to ask for a payment of a plan.
 *
 * <pre>
 * AskPayment ::= SEQUENCE {
 *   number   [0] INTEGER (2..100000) OPTIONAL,
 *   amount   [1] CurrencyAmount OPTIONAL }
 * </pre>
 *
 * @param number of the payment, where no other is meant
 * @param amount where another is meant than the plan has; the gateway judges it
 */
public record AskPayment(Optional<Integer> number, Optional<CurrencyAmount> amount) {
  /** Under this name it is given to the conductor. */
  public static final String ORDER = "payment";

  /** The order to end the plan; it has no details. */
  public static final String END = "end";

  public static final Tagged<AskPayment> TYPE =
      Sequence.sequence(
          "AskPayment",
          optional("number", Asn1.integer(2, 100_000).implicit(0), AskPayment::number),
          optional("amount", CurrencyAmount.TYPE.implicit(1), AskPayment::amount),
          AskPayment::new);
}
