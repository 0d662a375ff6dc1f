package openset.issuer.opening;

/**
 * One reason for which an application is refused.
 *
 * @param rule the rule it breaks
 * @param field the part of the application, as its component is named: {@code document.expiry}
 */
public record Reason(Rule rule, String field) {
  /** The rules of account opening. */
  public enum Rule {
    /** Nothing stated. */
    MISSING,
    /** Not of the form asked for, or too long. */
    MALFORMED,
    /** Younger than the issuer's least age. */
    UNDER_AGE,
    /** The document's last day is over. */
    DOCUMENT_EXPIRED,
    /** The issuer gives no such high limit. */
    LIMIT_TOO_HIGH,
    /** Zero or less, or below the issuer's least limit. */
    LIMIT_TOO_LOW,
    /** The issuer's accounts are in another currency. */
    WRONG_CURRENCY,
    /** There is an account for that document already. */
    DUPLICATE_APPLICANT,
    /** The application id was used for other content. */
    ID_REUSED
  }

  @Override
  public String toString() {
    return rule + " " + field;
  }
}
