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
              """),
          new Invariant(
              "holds-of-what-is-over",
              "The last hold of an authorization that is written down as over has its end.",
              """
              select 'authorization ' || encode(a.exchange, 'hex') from authorized a
              join ledger_hold h on h.id =
                'hold/' || a.acquirer || '/' || encode(a.exchange, 'hex') || '/' || a.holds
              where a.swept is not null
                and not exists (select from ledger_hold_end e where e.hold = h.id)
              """),
          new Invariant(
              "given-back-within-posted",
              "What is given back of an authorization is at most what was posted of it.",
              """
              select 'authorization ' || encode(exchange, 'hex') from presentment
              where response = '00' group by exchange, acquirer
              having sum(case
                when kind in ('CAPTURE', 'CREDIT_REVERSAL', 'REPRESENTMENT') then minor
                else -minor end) < 0
              """),
          new Invariant(
              "suspense-of-disputes",
              "What the books have in suspense is what open disputes have.",
              """
              select 'currency ' || currency from (
                select currency, suspense_minor as amount from dispute
                union all
                select currency, -amount from ledger_entry
                where account = 'dispute/' || currency) moves
              group by currency having sum(amount) <> 0
              """));

  private Invariants() {}
}
