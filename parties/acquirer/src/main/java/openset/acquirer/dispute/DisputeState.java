package openset.acquirer.dispute;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a dispute stands, as the acquirer sees it. What has a time ends by itself when it is over
 * (spec/host-link.md, "Disputes").
 */
public enum DisputeState {
  /** The issuer took the money back; the merchant may accept or contest. */
  CHARGED_BACK(30, "LOST"),
  /** The merchant contested; the issuer has not said yet that it took the representment. */
  CONTESTED(0, ""),
  /** The money is back; the issuer may go to arbitration. */
  REPRESENTED(30, "WON"),
  /** The issuer took the money back once more; the merchant may give up or claim a ruling. */
  ARBITRATION(10, "LOST"),
  /** The merchant claimed; the clearing house has not ruled yet. */
  CLAIMED(0, ""),
  /** The merchant gave the money up. */
  ACCEPTED(0, ""),
  /** The merchant keeps the money. */
  WON(0, ""),
  /** The cardholder keeps the money. */
  LOST(0, "");

  private final int days;
  private final String atItsEnd;

  DisputeState(int days, String atItsEnd) {
    this.days = days;
    this.atItsEnd = atItsEnd;
  }

  /** How long it lasts at most, in calendar days; absent where it has no time. */
  public OptionalInt days() {
    return days == 0 ? OptionalInt.empty() : OptionalInt.of(days);
  }

  /** The last day of this state, when it began on a day; the first day does not count. */
  public Optional<LocalDate> due(LocalDate began) {
    return days == 0 ? Optional.empty() : Optional.of(began.plusDays(days));
  }

  /** What becomes of it when its time is over. */
  public Optional<DisputeState> atItsEnd() {
    return atItsEnd.isEmpty() ? Optional.empty() : Optional.of(valueOf(atItsEnd));
  }

  /** Whether it is for the merchant to say something. */
  public boolean isMerchantsTurn() {
    return this == CHARGED_BACK || this == ARBITRATION;
  }

  /** What a dispute becomes when the merchant contests; absent where it cannot. */
  public Optional<DisputeState> contested() {
    return switch (this) {
      case CHARGED_BACK -> Optional.of(CONTESTED);
      case ARBITRATION -> Optional.of(CLAIMED);
      default -> Optional.empty();
    };
  }

  /** What it becomes when the issuer took, or refused for good, what was contested with. */
  public Optional<DisputeState> answered(boolean taken) {
    return switch (this) {
      case CONTESTED -> Optional.of(taken ? REPRESENTED : LOST);
      case CLAIMED -> Optional.of(taken ? WON : LOST);
      default -> Optional.empty();
    };
  }
}
