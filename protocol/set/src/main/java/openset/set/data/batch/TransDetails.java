package openset.set.data.batch;

import static openset.asn1.Field.field;

import java.util.List;
import openset.asn1.Asn1;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;

/**
 * Some items of a batch, in the order of their numbers.
 *
 * <pre>
 * TransDetails ::= SEQUENCE {
 *   nextStartingPoint      INTEGER (0..999999999),
 *   transactionDetailSeq   SEQUENCE OF TransactionDetail }
 * </pre>
 *
 * <p>Field list and tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param nextStartingPoint where to go on; 0 where there are no more
 */
public record TransDetails(int nextStartingPoint, List<TransactionDetail> transactionDetailSeq) {
  public static final Tagged<TransDetails> TYPE =
      Sequence.sequence(
          "TransDetails",
          field("nextStartingPoint", Asn1.integer(0, 999_999_999), TransDetails::nextStartingPoint),
          field(
              "transactionDetailSeq",
              Repeated.sequenceOf(TransactionDetail.TYPE, 0),
              TransDetails::transactionDetailSeq),
          TransDetails::new);

  public TransDetails {
    transactionDetailSeq = List.copyOf(transactionDetailSeq);
  }
}
