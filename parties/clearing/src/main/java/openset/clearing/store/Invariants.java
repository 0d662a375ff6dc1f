package openset.clearing.store;

import java.util.List;
import openset.ledger.Invariant;

/** What holds of the clearing house's tables at every moment, beside what holds of every ledger. */
public final class Invariants {
  /** All of them. */
  public static final List<Invariant> ALL =
      List.of(
          new Invariant(
              "positions-sum-to-zero",
              "The net positions of a cycle and currency sum to zero.",
              """
              select 'cycle ' || cycle || ' currency ' || currency from position
              group by cycle, currency having sum(credits - debits) <> 0
              """));

  private Invariants() {}
}
