package openset.issuer.opening;

import openset.issuer.card.Holder;
import openset.ledger.Money;

/** An application that keeps every rule which can be checked without looking at other accounts. */
public final class CheckedApplication {
  private final ApplicationId id;
  private final Holder holder;
  private final Money limit;

  /** Only {@link OpeningRules} says that an application is checked. */
  CheckedApplication(ApplicationId id, Holder holder, Money limit) {
    this.id = id;
    this.holder = holder;
    this.limit = limit;
  }

  /** The application's id. */
  public ApplicationId id() {
    return id;
  }

  /** The holder to be. */
  public Holder holder() {
    return holder;
  }

  /** The limit to grant. */
  public Money limit() {
    return limit;
  }
}
