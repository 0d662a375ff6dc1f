package openset.set.data.batch;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * How far a closed batch has come on its way to the acquirer.
 *
 * <pre>
 * TransmissionStatus ::= ENUMERATED {
 *   pending (0), inProgress (1), batchRejectedByAcquirer (2), completedSuccessfully (3),
 *   completedWithItemErrors (4) }
 * </pre>
 *
 * <p>The names are SET's; the numbers are unconfirmed (spec/unconfirmed.md).
 */
public enum TransmissionStatus {
  pending(0),
  inProgress(1),
  batchRejectedByAcquirer(2),
  completedSuccessfully(3),
  completedWithItemErrors(4);

  public static final Tagged<TransmissionStatus> TYPE =
      Asn1.enumerated("TransmissionStatus", values(), TransmissionStatus::code);

  private final int code;

  TransmissionStatus(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }
}
