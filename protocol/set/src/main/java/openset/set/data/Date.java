package openset.set.data;

import java.time.Instant;
import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * A moment in UTC.
 *
 * <pre>
 * Date ::= GeneralizedTime    -- UTC; in DER "Z", no trailing zeros in a fraction of a second
 * </pre>
 */
public final class Date {
  public static final Tagged<Instant> TYPE =
      Asn1.GENERALIZED_TIME.map("Date", instant -> instant, instant -> instant);

  private Date() {}
}
