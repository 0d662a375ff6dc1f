package openset.set.data.outcome;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * How far a purchase has come.
 *
 * <pre>
 * CompletionCode ::= ENUMERATED {
 *   meaninglessRatio (0), orderRejected (1), orderReceived (2), orderNotReceived (3),
 *   authorizationPerformed (4), capturePerformed (5), creditPerformed (6) }
 * </pre>
 *
 * <p>The names are SET's; the numbers are unconfirmed (spec/unconfirmed.md).
 */
public enum CompletionCode {
  meaninglessRatio(0),
  orderRejected(1),
  orderReceived(2),
  orderNotReceived(3),
  authorizationPerformed(4),
  capturePerformed(5),
  creditPerformed(6);

  public static final Tagged<CompletionCode> TYPE =
      Asn1.enumerated("CompletionCode", values(), CompletionCode::code);

  private final int code;

  CompletionCode(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }
}
