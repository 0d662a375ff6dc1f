package openset.set.data.sale;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * The place of one item in its batch, from 1.
 *
 * <pre>
 * BatchSequenceNum ::= INTEGER (1..999999999)
 * </pre>
 */
public record BatchSequenceNum(int number) {
  private static final int NUMBER_MAX = 999_999_999;

  public static final Tagged<BatchSequenceNum> TYPE =
      Asn1.integer(1, NUMBER_MAX)
          .map("BatchSequenceNum", BatchSequenceNum::new, BatchSequenceNum::number);

  public BatchSequenceNum {
    if (number < 1 || number > NUMBER_MAX) {
      throw new IllegalArgumentException("no BatchSequenceNum");
    }
  }
}
