package openset.issuer.decision;

import openset.iso8583.host.ResponseCode;

/**
 * Why an authorization is declined: precise for the issuer's log, and the response code (ISO
 * 8583:1987 DE39) that the network is told.
 */
public enum DeclineReason {
  /** The number is of another issuer or brand. */
  OTHER_BIN(ResponseCode.INVALID_TRANSACTION),
  /** There is no such card. */
  UNKNOWN_CARD(ResponseCode.UNKNOWN_CARD),
  /** Reported lost. */
  CARD_LOST(ResponseCode.LOST_CARD),
  /** Stopped by its holder or the issuer. */
  CARD_FROZEN(ResponseCode.RESTRICTED_CARD),
  /** The card's last month is over. */
  CARD_EXPIRED(ResponseCode.EXPIRED_CARD),
  /** The expiry given is not the card's. */
  EXPIRY_DIFFERS(ResponseCode.EXPIRED_CARD),
  /** The account is in another currency. */
  OTHER_CURRENCY(ResponseCode.INVALID_TRANSACTION),
  /** More than limit less balance and holds. */
  LIMIT_EXCEEDED(ResponseCode.LIMIT_EXCEEDED);

  private final ResponseCode code;

  DeclineReason(ResponseCode code) {
    this.code = code;
  }

  /** What the network is told. */
  public ResponseCode code() {
    return code;
  }
}
