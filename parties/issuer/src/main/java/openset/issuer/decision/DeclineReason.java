package openset.issuer.decision;

import java.util.Arrays;
import openset.iso8583.host.ResponseCode;

/**
 * Why an authorization is declined: precise for the issuer's log and people, and the response
 * code (ISO 8583:1987 DE39) that the network is told.
 */
public enum DeclineReason implements Objection {
  /** The number is of another issuer or brand. */
  OTHER_BIN(ResponseCode.INVALID_TRANSACTION, "card of another bank"),
  /** There is no such card. */
  UNKNOWN_CARD(ResponseCode.UNKNOWN_CARD, "card unknown"),
  /** Reported lost. */
  CARD_LOST(ResponseCode.LOST_CARD, "card lost"),
  /** Stopped by its holder or the issuer. */
  CARD_FROZEN(ResponseCode.RESTRICTED_CARD, "card frozen"),
  /** The card's last month is over. */
  CARD_EXPIRED(ResponseCode.EXPIRED, "card expired"),
  /** The expiry given is not the card's. */
  EXPIRY_DIFFERS(ResponseCode.EXPIRED, "wrong expiry given"),
  /** The code given is not the one printed on the card. */
  SECURITY_CODE_DIFFERS(ResponseCode.DO_NOT_HONOUR, "wrong security code given"),
  /** Too many wrong codes were given for the card today. */
  SECURITY_CODE_GUESSED(ResponseCode.DO_NOT_HONOUR, "too many wrong security codes"),
  /** The card's product is not for merchants of this category. */
  CATEGORY_NOT_ALLOWED(ResponseCode.NOT_PERMITTED, "merchant category not of the product"),
  /** The card's product is not for this country. */
  COUNTRY_NOT_ALLOWED(ResponseCode.NOT_PERMITTED, "country not of the product"),
  /** Nobody signed as the cardholder, and the card's product wants that. */
  NOT_AUTHENTICATED(ResponseCode.NOT_PERMITTED, "cardholder not authenticated"),
  /** The account is in another currency, and the clearing house gives no rate. */
  OTHER_CURRENCY(ResponseCode.INVALID_TRANSACTION, "account in another currency without a rate"),
  /** The account is in another currency, and the house's latest rate is not renewed. */
  RATE_TOO_OLD(ResponseCode.INVALID_TRANSACTION, "account in another currency with a rate too old"),
  /** In the account's currency the amount is nothing, or more than can be said. */
  NOT_CONVERTIBLE(ResponseCode.INVALID_AMOUNT, "amount comes to nothing in the account currency"),
  /** More than limit less balance and holds. */
  LIMIT_EXCEEDED(ResponseCode.LIMIT_EXCEEDED, "limit exceeded");

  private final ResponseCode code;
  private final String words;

  DeclineReason(ResponseCode code, String words) {
    this.code = code;
    this.words = words;
  }

  /** A reason as it was kept, in words; what is not of this list is in words already. */
  public static String words(String kept) {
    return Arrays.stream(values())
        .filter(each -> each.name().equals(kept))
        .findFirst()
        .map(DeclineReason::words)
        .orElse(kept);
  }

  @Override
  public ResponseCode code() {
    return code;
  }

  @Override
  public String kept() {
    return name();
  }

  @Override
  public String words() {
    return words;
  }
}
