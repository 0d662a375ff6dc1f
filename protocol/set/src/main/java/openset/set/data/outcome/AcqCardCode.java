package openset.set.data.outcome;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * What a message of the acquirer to the cardholder is about.
 *
 * <pre>
 * AcqCardCode ::= ENUMERATED {
 *   messageOfDay (0), accountInfo (1), callCustomerService (2) }
 * </pre>
 *
 * <p>The names are SET's; the numbers are unconfirmed (spec/unconfirmed.md).
 */
public enum AcqCardCode {
  messageOfDay(0),
  accountInfo(1),
  callCustomerService(2);

  public static final Tagged<AcqCardCode> TYPE =
      Asn1.enumerated("AcqCardCode", values(), AcqCardCode::code);

  private final int code;

  AcqCardCode(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }
}
