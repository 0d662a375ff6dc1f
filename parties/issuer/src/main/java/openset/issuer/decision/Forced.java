package openset.issuer.decision;

import java.time.Duration;
import java.util.Optional;
import openset.iso8583.host.Amount;
import openset.issuer.card.AccountId;

/** What is declined, or ends soon, because a simulator was told so, before any rule is asked. */
@FunctionalInterface
public interface Forced {
  /** Nothing is. */
  Forced NOTHING = (account, amount) -> Optional.empty();

  /** The objection to a purchase, if it is to be declined. */
  Optional<Objection> objection(AccountId account, Amount amount);

  /** For how short a time an approved purchase is held, if it is not to be as long as usual. */
  default Optional<Duration> life(AccountId account, Amount amount) {
    return Optional.empty();
  }
}
