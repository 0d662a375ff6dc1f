package openset.set.data.sale;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.time.Instant;
import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.Date;
import openset.set.data.MsgExtensions;

/**
 * How a batch stands at the gateway.
 *
 * <pre>
 * BatchStatus ::= SEQUENCE {
 *   openDateTime      Date,
 *   closedWhen        [0] ClosedWhen OPTIONAL,
 *   batchDetails      BatchDetails,
 *   batchExtensions   [1] MsgExtensions OPTIONAL }
 * </pre>
 *
 * <p>Field list and tags are unconfirmed (spec/unconfirmed.md).
 */
public record BatchStatus(
    Instant openDateTime,
    Optional<ClosedWhen> closedWhen,
    BatchDetails batchDetails,
    Optional<MsgExtensions> batchExtensions) {
  public static final Tagged<BatchStatus> TYPE =
      Sequence.sequence(
          "BatchStatus",
          field("openDateTime", Date.TYPE, BatchStatus::openDateTime),
          optional("closedWhen", ClosedWhen.TYPE.implicit(0), BatchStatus::closedWhen),
          field("batchDetails", BatchDetails.TYPE, BatchStatus::batchDetails),
          optional("batchExtensions", MsgExtensions.TYPE.implicit(1), BatchStatus::batchExtensions),
          BatchStatus::new);
}
