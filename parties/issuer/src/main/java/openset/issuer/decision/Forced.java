package openset.issuer.decision;

import java.util.Optional;
import openset.iso8583.host.Amount;
import openset.issuer.card.AccountId;

/** What is declined because a simulator was told so, before any rule is asked. */
@FunctionalInterface
public interface Forced {
  /** Nothing is. */
  Forced NOTHING = (account, amount) -> Optional.empty();

  /** The objection to a purchase, if it is to be declined. */
  Optional<Objection> objection(AccountId account, Amount amount);
}
