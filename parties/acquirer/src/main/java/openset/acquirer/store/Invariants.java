package openset.acquirer.store;

import java.util.List;
import openset.ledger.Invariant;

/** What holds of the acquirer's tables at every moment, beside what holds of every ledger. */
public final class Invariants {
  /** All of them. */
  public static final List<Invariant> ALL =
      List.of(
          new Invariant(
              "captured-within-approved",
              "What is captured of an authorization is at most what was approved of it.",
              """
              select 'authorization ' || encode(a.key, 'hex')
              from authorization_log a join capture c on c.original = a.key
              where c.response = '00'
              group by a.key, a.approved having sum(c.amount) > coalesce(a.approved, 0)
              """),
          new Invariant(
              "captures-of-authorizations",
              "Each accepted capture has its authorization, in the same currency.",
              """
              select 'capture ' || encode(c.key, 'hex') from capture c
              where c.response = '00' and not exists (
                select from authorization_log a
                where a.key = c.original and a.currency = c.currency)
              """));

  private Invariants() {}
}
