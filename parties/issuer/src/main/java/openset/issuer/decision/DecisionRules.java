package openset.issuer.decision;

import java.time.LocalDate;
import java.util.Optional;
import openset.issuer.card.Bin;
import openset.issuer.card.CardStatus;

/**
 * The rules of authorization, in order; the first that is broken declines.
 *
 * <ol>
 *   <li>the card is of this issuer's BIN;
 *   <li>it has an account;
 *   <li>it is active: neither lost nor frozen;
 *   <li>its last month is not over;
 *   <li>the expiry given is the card's;
 *   <li>the account is in the currency asked for;
 *   <li>limit less balance and holds covers the amount.
 * </ol>
 */
public final class DecisionRules {
  private final Bin bin;

  /** The rules for cards of that BIN. */
  public DecisionRules(Bin bin) {
    this.bin = bin;
  }

  /**
   * The first rule broken; none approves. Who locks the account meanwhile makes the answer last.
   *
   * @param found the card's account at this moment, if there is one
   */
  public Optional<DeclineReason> broken(Asked asked, Optional<CardState> found, LocalDate today) {
    if (!bin.covers(asked.number())) {
      return Optional.of(DeclineReason.OTHER_BIN);
    }
    if (found.isEmpty()) {
      return Optional.of(DeclineReason.UNKNOWN_CARD);
    }
    CardState card = found.get();
    return brokenByCard(asked, card, today).or(() -> brokenByAmount(asked, card));
  }

  private static Optional<DeclineReason> brokenByCard(
      Asked asked, CardState card, LocalDate today) {
    if (card.status() == CardStatus.LOST) {
      return Optional.of(DeclineReason.CARD_LOST);
    }
    if (card.status() == CardStatus.FROZEN) {
      return Optional.of(DeclineReason.CARD_FROZEN);
    }
    if (card.expiry().isPast(today)) {
      return Optional.of(DeclineReason.CARD_EXPIRED);
    }
    return asked.expiry().equals(card.expiry())
        ? Optional.empty()
        : Optional.of(DeclineReason.EXPIRY_DIFFERS);
  }

  private static Optional<DeclineReason> brokenByAmount(Asked asked, CardState card) {
    if (asked.amount().currency() != card.limit().currency()) {
      return Optional.of(DeclineReason.OTHER_CURRENCY);
    }
    return asked.amount().minor() > card.available().minorUnits()
        ? Optional.of(DeclineReason.LIMIT_EXCEEDED)
        : Optional.empty();
  }
}
