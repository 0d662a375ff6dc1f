package openset.merchant.sale;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.CurrencyAmount;

/**
 * The order of the merchant's own people to give captured money back.
 *
 * <pre>
 * Refund ::= SEQUENCE {
 *   amount   [0] CurrencyAmount OPTIONAL,
 *   lines    SEQUENCE OF INTEGER (1..1024) }
 * </pre>
 *
 * @param amount how much; absent where it is what the lines are worth, or all that is left
 * @param lines numbers of the order's lines whose worth is given back
 */
public record Refund(Optional<CurrencyAmount> amount, List<Integer> lines) {
  /** Under this name it is given to the conductor. */
  public static final String ORDER = "refund";

  public static final Tagged<Refund> TYPE =
      Sequence.sequence(
          "Refund",
          optional("amount", CurrencyAmount.TYPE.implicit(0), Refund::amount),
          field("lines", Repeated.sequenceOf(Asn1.integer(1, 1024), 0), Refund::lines),
          Refund::new);

  /** Lines in order, each once. */
  public Refund {
    lines = lines.stream().distinct().sorted().toList();
  }

  /** Of all that was captured and not given back. */
  public static Refund ofAll() {
    return new Refund(Optional.empty(), List.of());
  }
}
