package openset.set.data.auth;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * Why the merchant suspects the cardholder.
 *
 * <pre>
 * CardSuspect ::= ENUMERATED {
 *   unspecifiedReason (0) }
 * </pre>
 *
 * <p>The names are SET's; the numbers are unconfirmed (spec/unconfirmed.md).
 */
public enum CardSuspect {
  unspecifiedReason(0);

  public static final Tagged<CardSuspect> TYPE =
      Asn1.enumerated("CardSuspect", values(), CardSuspect::code);

  private final int code;

  CardSuspect(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }
}
