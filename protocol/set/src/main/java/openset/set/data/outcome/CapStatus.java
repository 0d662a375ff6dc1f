package openset.set.data.outcome;

import static openset.asn1.Field.field;

import java.time.Instant;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.Date;
import openset.set.data.FloatingPoint;
import openset.set.data.sale.CapCode;

/**
 * What the merchant says of a capture.
 *
 * <pre>
 * CapStatus ::= SEQUENCE {
 *   capDate    Date,
 *   capCode    CapCode,
 *   capRatio   FloatingPoint }
 * </pre>
 *
 * @param capRatio CapReqAmt divided by PurchAmt
 */
public record CapStatus(Instant capDate, CapCode capCode, FloatingPoint capRatio) {
  public static final Tagged<CapStatus> TYPE =
      Sequence.sequence(
          "CapStatus",
          field("capDate", Date.TYPE, CapStatus::capDate),
          field("capCode", CapCode.TYPE, CapStatus::capCode),
          field("capRatio", FloatingPoint.TYPE, CapStatus::capRatio),
          CapStatus::new);
}
