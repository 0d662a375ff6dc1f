package openset.ledger;

import java.util.ArrayList;
import java.util.List;
import openset.store.Tx;

/**
 * What holds of a party's tables at every moment, as data: a query that finds what breaks it. The
 * ledger has its own ({@link #OF_THE_LEDGER}), a party adds those of its tables.
 *
 * @param name short, in words with hyphens
 * @param words what holds, one sentence
 * @param breaches SQL whose rows, of one text column each, name what breaks it; no row where it
 *     holds. No card numbers and no names of people in them
 */
public record Invariant(String name, String words, String breaches) {
  private static final int NAMED_MOST = 20;

  /** What holds of every ledger. */
  public static final List<Invariant> OF_THE_LEDGER =
      List.of(
          new Invariant(
              "currency-sums",
              "Debits and credits of each currency are the same.",
              """
              select 'currency ' || currency || ': ' || sum(amount)
              from ledger_entry group by currency having sum(amount) <> 0
              """),
          new Invariant(
              "whole-transfers",
              "Each transfer has two entries or more, which sum to zero.",
              """
              select 'transfer ' || t.id from ledger_transfer t
              where (select count(*) from ledger_entry e where e.transfer = t.id) < 2
                 or exists (select from ledger_entry e where e.transfer = t.id
                            group by e.currency having sum(e.amount) <> 0)
              """),
          new Invariant(
              "entries-of-transfers",
              "Each entry belongs to a transfer.",
              """
              select 'entry of ' || e.transfer from ledger_entry e
              where not exists (select from ledger_transfer t where t.id = e.transfer)
              """),
          new Invariant(
              "holds-end",
              "Each hold ends: by a posting, a release, or by itself within a year.",
              """
              select 'hold ' || h.id from ledger_hold h
              where h.expires > h.at + interval '366 days'
                and not exists (select from ledger_hold_end d where d.hold = h.id)
              """),
          new Invariant(
              "postings-within-holds",
              "What a hold posted is a transfer of its accounts and at most its amount.",
              """
              select 'hold ' || h.id from ledger_hold h join ledger_hold_end d on d.hold = h.id
              where d.posting is not null and not exists (
                select from ledger_entry e where e.transfer = d.posting
                  and e.account = h.debit and e.amount > 0 and e.amount <= h.amount)
              """));

  /**
   * What breaks it, at most {@value #NAMED_MOST} of them.
   *
   * @return empty where it holds
   */
  public List<String> breaches(Tx tx) {
    List<String> found = new ArrayList<>();
    tx.handle()
        .createQuery("select * from (" + breaches + ") broken limit " + NAMED_MOST)
        .mapTo(String.class)
        .forEach(found::add);
    return List.copyOf(found);
  }
}
