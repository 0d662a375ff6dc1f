package openset.iso8583.host;

import java.util.Optional;

/** Element 39 as this link uses it. A code not listed is a decline (H14). */
public enum ResponseCode {
  APPROVED("00"),
  /** The merchant may telephone the issuer. */
  REFER_TO_ISSUER("01"),
  INVALID_MERCHANT("03"),
  DO_NOT_HONOUR("05"),
  /** Not decided yet: ask again with the same key. */
  IN_PROGRESS("09"),
  PARTLY_APPROVED("10"),
  INVALID_TRANSACTION("12"),
  INVALID_AMOUNT("13"),
  UNKNOWN_CARD("14"),
  NO_SUCH_ISSUER("15"),
  ORIGINAL_NOT_FOUND("25"),
  FORMAT_ERROR("30"),
  LOST_CARD("41"),
  STOLEN_CARD("43"),
  LIMIT_EXCEEDED("51"),
  /** The card; in the answer to a capture, the authorization. */
  EXPIRED("54"),
  NOT_PERMITTED("57"),
  /** The terminal is not one of the merchant's. */
  TERMINAL_NOT_PERMITTED("58"),
  /** More than a rule of the issuer lets a card spend. */
  AMOUNT_BEYOND_RULE("61"),
  RESTRICTED_CARD("62"),
  /** More often than a rule of the issuer lets a card pay. */
  COUNT_BEYOND_RULE("65"),
  ISSUER_UNAVAILABLE("91"),
  /** The same key came with other content. */
  DUPLICATE("94"),
  SYSTEM_ERROR("96");

  private final String wire;

  ResponseCode(String wire) {
    this.wire = wire;
  }

  /** The two characters on the wire. */
  public String wire() {
    return wire;
  }

  /** The code with these two characters, when this link uses it. */
  public static Optional<ResponseCode> of(String wire) {
    for (ResponseCode code : values()) {
      if (code.wire.equals(wire)) return Optional.of(code);
    }
    return Optional.empty();
  }
}
