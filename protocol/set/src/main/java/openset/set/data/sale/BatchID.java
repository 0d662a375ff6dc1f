package openset.set.data.sale;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * One batch of a merchant at its gateway.
 *
 * <pre>
 * BatchID ::= INTEGER (0..999999999999)
 * </pre>
 */
public record BatchID(long number) {
  private static final long NUMBER_MAX = 999_999_999_999L;

  public static final Tagged<BatchID> TYPE =
      Asn1.integer(0, NUMBER_MAX).map("BatchID", BatchID::new, BatchID::number);

  public BatchID {
    if (number < 0 || number > NUMBER_MAX) throw new IllegalArgumentException("no BatchID");
  }
}
