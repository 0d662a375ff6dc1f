package openset.set.data.sale;

import static openset.asn1.Field.field;

import java.time.Instant;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.Date;

/**
 * How and when a batch was closed.
 *
 * <pre>
 * ClosedWhen ::= SEQUENCE {
 *   closeStatus     CloseStatus,
 *   closeDateTime   Date }
 * </pre>
 */
public record ClosedWhen(CloseStatus closeStatus, Instant closeDateTime) {
  public static final Tagged<ClosedWhen> TYPE =
      Sequence.sequence(
          "ClosedWhen",
          field("closeStatus", CloseStatus.TYPE, ClosedWhen::closeStatus),
          field("closeDateTime", Date.TYPE, ClosedWhen::closeDateTime),
          ClosedWhen::new);
}
