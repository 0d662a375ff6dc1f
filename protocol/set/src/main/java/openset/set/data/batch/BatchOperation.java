package openset.set.data.batch;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * What is to be done with a batch.
 *
 * <pre>
 * BatchOperation ::= ENUMERATED {
 *   open (0), purge (1), close (2) }
 * </pre>
 *
 * <p>The names are SET's; the numbers are unconfirmed (spec/unconfirmed.md).
 */
public enum BatchOperation {
  open(0),
  purge(1),
  close(2);

  public static final Tagged<BatchOperation> TYPE =
      Asn1.enumerated("BatchOperation", values(), BatchOperation::code);

  private final int code;

  BatchOperation(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }
}
