package openset.issuer.store;

import java.util.List;
import openset.ledger.Invariant;

/** What holds of the issuer's tables at every moment, beside what holds of every ledger. */
public final class Invariants {
  /** All of them. */
  public static final List<Invariant> ALL =
      List.of(
          new Invariant(
              "posted-within-authorized",
              "What is posted of an authorization is at most its amount.",
              """
              select 'authorization ' || encode(exchange, 'hex') from authorized
              where presented_minor > minor
              """),
          new Invariant(
              "holds-of-authorizations",
              "What is held for an authorization ends with it.",
              """
              select 'authorization ' || encode(exchange, 'hex') from authorized
              where state = 'HELD' and expires > asked + interval '366 days'
              """));

  private Invariants() {}
}
