package openset.acquirer.store;

import java.time.LocalDate;
import java.util.Optional;
import openset.acquirer.funding.Iban;
import openset.ledger.Money;

/**
 * One instruction to pay a merchant, by transfer to its account.
 *
 * @param number rises with each instruction
 * @param day the day in UTC whose payout it is; a merchant gets one a day and currency at most
 * @param account where it goes, as agreed when it was instructed
 * @param end what became of it; absent while it is on its way
 */
public record Payout(
    long number,
    String merchant,
    LocalDate day,
    Money amount,
    Iban account,
    Optional<End> end) {

  /**
   * What became of an instruction.
   *
   * @param paid false where the merchant's bank sent it back
   * @param reference the bank's own, 1 to 35 characters
   */
  public record End(boolean paid, String reference) {
    /** Refuses a reference that a transfer cannot have. */
    public End {
      if (reference.isBlank() || reference.length() > 35) {
        throw new IllegalArgumentException("reference");
      }
    }
  }
}
