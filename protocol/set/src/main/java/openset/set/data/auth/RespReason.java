package openset.set.data.auth;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * Who answered in the issuer's place, and why.
 *
 * <pre>
 * RespReason ::= ENUMERATED {
 *   issuer (0), standInTimeOut (1), standInFloorLimit (2), standInSuppressInquiries (3),
 *   standInIssuerUnavailable (4), standInIssuerRequest (5) }
 * </pre>
 *
 * <p>The names are SET's; the numbers are unconfirmed (spec/unconfirmed.md).
 */
public enum RespReason {
  issuer(0),
  standInTimeOut(1),
  standInFloorLimit(2),
  standInSuppressInquiries(3),
  standInIssuerUnavailable(4),
  standInIssuerRequest(5);

  public static final Tagged<RespReason> TYPE =
      Asn1.enumerated("RespReason", values(), RespReason::code);

  private final int code;

  RespReason(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }
}
