package openset.pages.account;

import java.util.Optional;
import java.util.stream.Stream;
import openset.pages.Words;

/** What an applicant is asked, in steps. */
public enum Field {
  name(1, "name", "name", AccountWords.NAME, AccountWords.NAME_HINT),
  birth(1, "birth", "bday", AccountWords.BIRTH, null),
  street(2, "address.street", "street-address", AccountWords.STREET, null),
  postcode(2, "address.postcode", "postal-code", AccountWords.POSTCODE, null),
  city(2, "address.city", "address-level2", AccountWords.CITY, null),
  country(2, "address.country", "country", AccountWords.COUNTRY, null),
  kind(3, "document.kind", "off", AccountWords.KIND, null),
  number(3, "document.number", "off", AccountWords.NUMBER, AccountWords.NUMBER_HINT),
  issued(3, "document.country", "off", AccountWords.ISSUED, null),
  expiry(3, "document.expiry", "off", AccountWords.EXPIRY, null),
  limit(4, "limit", "off", AccountWords.LIMIT, AccountWords.LIMIT_HINT),
  customer(4, "", "username", AccountWords.CUSTOMER, AccountWords.CUSTOMER_HINT),
  password(4, "", "new-password", AccountWords.PASSWORD, AccountWords.PASSWORD_HINT);

  private final int step;
  private final String stated;
  private final String autofill;
  private final Words label;
  private final Words hint;

  Field(int step, String stated, String autofill, Words label, Words hint) {
    this.step = step;
    this.stated = stated;
    this.autofill = autofill;
    this.label = label;
    this.hint = hint;
  }

  /** In which step it is asked, from 1. */
  int step() {
    return step;
  }

  /** For {@code autocomplete} (HTML). */
  public String autofill() {
    return autofill;
  }

  /** What it is called. */
  public Words label() {
    return label;
  }

  /** What helps to fill it in; null where nothing does. */
  public Words hint() {
    return hint;
  }

  /** Which control it has. */
  public String type() {
    return switch (this) {
      case birth, expiry -> "date";
      case password -> "password";
      case country, issued -> "country";
      case kind, limit -> "choice";
      default -> "text";
    };
  }

  /** Whether it may be left empty. */
  public boolean optional() {
    return this == postcode;
  }

  /** Whether it needs a line of its own. */
  public boolean wide() {
    return this != postcode && this != city;
  }

  /** The field of which an issuer's reason speaks. */
  static Optional<Field> stated(String name) {
    return Stream.of(values()).filter(field -> field.stated.equals(name)).findFirst();
  }
}
