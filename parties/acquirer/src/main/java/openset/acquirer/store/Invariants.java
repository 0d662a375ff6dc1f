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
              from authorization_log a join item c on c.original = a.key
              where c.kind = 'CAPTURE' and c.response = '00' and not c.reversed
              group by a.key, a.approved having sum(c.amount) > coalesce(a.approved, 0)
              """),
          new Invariant(
              "items-of-authorizations",
              "Each accepted item has its authorization, in the same currency.",
              """
              select c.kind || ' ' || encode(c.key, 'hex') from item c
              where c.response = '00' and not exists (
                select from authorization_log a
                where a.key = c.original and a.currency = c.currency)
              """),
          new Invariant(
              "credited-within-captured",
              "Credits and chargebacks of an authorization are at most its captures.",
              """
              select 'authorization ' || encode(original, 'hex') from item
              where response = '00' and not reversed and coalesce(presented, '00') = '00'
              group by original
              having sum(case when kind = 'CAPTURE' then amount
                when kind in ('CREDIT', 'CHARGEBACK') then -amount
                when kind = 'REPRESENTMENT' and cycle is not null then amount else 0 end) < 0
              """),
          new Invariant(
              "fees-of-items",
              "What an item costs the merchant is the sum of its charged fees.",
              """
              select i.kind || ' ' || encode(i.key, 'hex') from item i where response = '00'
                and fee <> (select coalesce(sum(f.minor) filter (where f.charged), 0)
                  from item_fee f where f.original = i.original and f.key = i.key)
              """),
          new Invariant(
              "owed-to-merchants",
              "A merchant is owed captures less credits, chargebacks, fees, reserve and payouts.",
              """
              select 'merchant ' || m.merchant || ' in ' || m.currency
              from (select i.merchant, i.currency,
                  sum(case when i.kind in ('CAPTURE', 'CREDIT_REVERSAL', 'REPRESENTMENT')
                    then i.amount else -i.amount end) - sum(i.fee) as gross
                from item i left join settlement s using (cycle, currency)
                where s.cycle is not null or i.borne
                group by i.merchant, i.currency) m
              where m.gross
                - (select coalesce(sum(r.amount), 0) from reserve_held r
                  where r.merchant = m.merchant and r.currency = m.currency
                    and r.released is null)
                - (select coalesce(sum(p.amount), 0) from payout p
                  where p.merchant = m.merchant and p.currency = m.currency
                    and p.state <> 'RETURNED')
                <> (select coalesce(-sum(e.amount), 0) from ledger_entry e
                  where e.account = 'merchant/' || m.merchant || '/' || m.currency)
              """),
          new Invariant(
              "reserves-held",
              "What is held back of a merchant's money is what its reserve account says.",
              """
              select 'reserve of ' || merchant from reserve_held where released is null
              group by merchant, currency
              having sum(amount) <> (select coalesce(-sum(e.amount), 0) from ledger_entry e
                where e.account = 'reserve/' || merchant || '/' || currency)
              """));

  private Invariants() {}
}
