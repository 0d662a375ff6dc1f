package openset.issuer.dispute;

import java.util.Arrays;
import java.util.Optional;

/** Why a holder disputes a line; the code is tag 11 of a chargeback, 4 ASCII characters. */
public enum DisputeReason {
  /** Nothing came. */
  NOT_RECEIVED("NRCV"),
  /** Something else came, or it is broken. */
  NOT_AS_DESCRIBED("NASD"),
  /** The holder did not buy this. */
  NOT_AUTHORIZED("NAUT"),
  /** Another amount was agreed to. */
  WRONG_AMOUNT("AMNT"),
  /** The same purchase was charged twice. */
  CHARGED_TWICE("TWIC"),
  /** The order was cancelled or sent back, and nothing was credited. */
  NOT_CREDITED("NCRD");

  private final String code;

  DisputeReason(String code) {
    this.code = code;
  }

  /** Tag 11. */
  public String code() {
    return code;
  }

  /** The reason of that code or name. */
  public static Optional<DisputeReason> of(String text) {
    return Arrays.stream(values())
        .filter(each -> each.code.equals(text) || each.name().equals(text))
        .findFirst();
  }
}
