package openset.set.data.outcome;

import static openset.asn1.Field.field;

import java.time.Instant;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.Date;
import openset.set.data.FloatingPoint;
import openset.set.data.sale.CapRevOrCredCode;

/**
 * What the merchant says of a credit that was not reversed.
 *
 * <pre>
 * CredStatus ::= SEQUENCE {
 *   creditDate    Date,
 *   creditCode    CapRevOrCredCode,
 *   creditRatio   FloatingPoint }
 * </pre>
 *
 * @param creditRatio CapRevOrCredReqAmt divided by PurchAmt
 */
public record CredStatus(
    Instant creditDate, CapRevOrCredCode creditCode, FloatingPoint creditRatio) {
  public static final Tagged<CredStatus> TYPE =
      Sequence.sequence(
          "CredStatus",
          field("creditDate", Date.TYPE, CredStatus::creditDate),
          field("creditCode", CapRevOrCredCode.TYPE, CredStatus::creditCode),
          field("creditRatio", FloatingPoint.TYPE, CredStatus::creditRatio),
          CredStatus::new);
}
