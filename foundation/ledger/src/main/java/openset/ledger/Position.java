package openset.ledger;

/**
 * Where an account stands.
 *
 * @param balance debits less credits of all transfers
 * @param held what the open holds would add to the balance if posted in full
 */
public record Position(Money balance, Money held) {
  /** The balance if every open hold were posted in full. */
  public Money committed() {
    return balance.plus(held);
  }
}
