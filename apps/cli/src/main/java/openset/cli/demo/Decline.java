package openset.cli.demo;

/** Why a purchase shall be declined. */
public enum Decline {
  /** It costs more than the card's limit. */
  LIMIT("limit", new Customer("demo-limit", 10_000)),
  /** The issuer has ended the card before its date. */
  EXPIRED("expired", new Customer("demo-expired", 500_000)),
  /** The issuer has given the account another number. */
  UNKNOWN_CARD("unknown-card", new Customer("demo-unknown-card", 500_000));

  private final String word;
  private final Customer customer;

  Decline(String word, Customer customer) {
    this.word = word;
    this.customer = customer;
  }

  Customer customer() {
    return customer;
  }

  @Override
  public String toString() {
    return word;
  }
}
