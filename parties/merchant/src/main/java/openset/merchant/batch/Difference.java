package openset.merchant.batch;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;

/**
 * An item that the gateway lists otherwise than we do.
 *
 * <pre>
 * Difference ::= SEQUENCE {
 *   sequence   INTEGER (1..999999999),
 *   ours       [0] INTEGER OPTIONAL,
 *   theirs     [1] INTEGER OPTIONAL }
 * </pre>
 *
 * @param ours minor units, below 0 where money went back; empty where we have no such item
 * @param theirs the same at the gateway
 */
public record Difference(int sequence, Optional<Long> ours, Optional<Long> theirs) {
  private static final long MINOR_MAX = 999_999_999_999_999L;

  static final Tagged<Difference> TYPE =
      Sequence.sequence(
          "Difference",
          field("sequence", Asn1.integer(1, 999_999_999), Difference::sequence),
          optional(
              "ours", Asn1.integer(-MINOR_MAX, MINOR_MAX).implicit(0), Difference::ours),
          optional(
              "theirs", Asn1.integer(-MINOR_MAX, MINOR_MAX).implicit(1), Difference::theirs),
          Difference::new);
}
