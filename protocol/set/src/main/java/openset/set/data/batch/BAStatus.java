package openset.set.data.batch;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * What became of a request about a batch.
 *
 * <pre>
 * BAStatus ::= ENUMERATED {
 *   success (0), unspecifiedFailure (1), brandNotSupported (2), unknownBIN (3),
 *   batchIDUnavailable (4), batchAlreadyOpen (5), unknownBatchID (6),
 *   brandBatchMismatch (7), totalsOutOfBalance (8), unknownStartingPoint (9),
 *   stopItemDetail (10), unknownBatchOperation (11) }
 * </pre>
 *
 * <p>The names are SET's; the numbers are unconfirmed (spec/unconfirmed.md).
 */
public enum BAStatus {
  success(0),
  unspecifiedFailure(1),
  brandNotSupported(2),
  unknownBIN(3),
  batchIDUnavailable(4),
  batchAlreadyOpen(5),
  unknownBatchID(6),
  brandBatchMismatch(7),
  totalsOutOfBalance(8),
  unknownStartingPoint(9),
  stopItemDetail(10),
  unknownBatchOperation(11);

  public static final Tagged<BAStatus> TYPE =
      Asn1.enumerated("BAStatus", values(), BAStatus::code);

  private final int code;

  BAStatus(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }
}
