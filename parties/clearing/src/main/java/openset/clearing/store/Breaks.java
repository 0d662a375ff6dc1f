package openset.clearing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.clearing.store.Break.About;
import openset.clearing.store.Break.Kind;
import openset.clearing.store.Break.Resolution;
import openset.store.Tx;
import openset.store.listing.Listed;
import openset.store.listing.Listing;
import openset.store.listing.Look;
import org.jdbi.v3.core.Handle;

/** Breaks: found set-wise, each once; resolved once, with a reason. */
public final class Breaks {
  /** Who resolves what comes out even; no person has this name. */
  public static final String HOUSE = "the house";

  private static final String NOW_EVEN = "comes out even now";

  /** What finds the breaks of a kind: reference, cycle, institution, amount, currency. */
  private static final Map<Kind, String> FINDERS =
      Map.of(
          Kind.ITEM_REFUSED,
          """
          select sender || '/' || encode(key, 'hex'), cycle, sender, amount, currency from item
            join decision on decision.item = item.number where response <> '00'
          """,
          Kind.ITEM_REJECTED,
          """
          select bank || '/' || name || '/' || line, cycle, bank, 0::bigint, null::integer
            from clearing_file_reject join clearing_file on file = number
          """,
          Kind.FILE_REFUSED,
          """
          select bank || '/' || name, null::bigint, bank, 0::bigint, null::integer
            from clearing_file where state = 'refused'
          """,
          Kind.FILE_UNANSWERED,
          """
          select own.bank || '/' || own.name, own.cycle, own.bank, 0::bigint, null::integer
            from clearing_file as own where way = 'out' and not answers and not exists (
              select from clearing_file as back where back.bank = own.bank and back.way = 'in'
                and back.answers and back.name = own.name and back.state in ('taken', 'booked'))
          """,
          Kind.FILE_INCOMPLETE,
          """
          select bank || '/' || name, clearing_file.cycle, bank, 0::bigint, null::integer
            from clearing_file join cycle on cycle.number = clearing_file.cycle
            where way = 'in' and not answers and clearing_file.state = 'booked'
              and cycle.state = 'closed' and items <>
                (select count(*) from item where item.file = clearing_file.number)
                + (select count(*) from clearing_file_reject as reject
                  where reject.file = clearing_file.number)
          """,
          Kind.BANK_DISAGREES,
          """
          select institution || '/' || cycle || '/' || currency, cycle, institution,
            (credits - debits)::bigint, currency from position where not acknowledged
          """,
          Kind.POSITIONS_DIFFER,
          """
          select cycle || '/' || currency || '/' || institution, cycle, institution,
            sum(amount)::bigint, currency from (
            select cycle, currency, institution, credits - debits as amount from position
              where not own
            union all
            select item.cycle, side.currency, institution,
              sum(case when (kind in ('CAPTURE', 'CREDIT_REVERSAL', 'REPRESENTMENT')) = gets
                then -side.amount else side.amount end)
              from item join decision on decision.item = item.number
                left join conversion on conversion.item = item.number
                join cycle on cycle.number = item.cycle and cycle.state = 'closed',
                lateral (values (acquirer, item.currency, item.amount, true),
                  (issuer, coalesce(conversion.currency, item.currency),
                    coalesce(conversion.amount, item.amount), false))
                  as side (institution, currency, amount, gets)
              where response = '00' group by 1, 2, 3) as both_sides
            group by 1, 2, 3, currency having sum(amount) <> 0
          """,
          Kind.LEDGER_DIFFERS,
          """
          select cycle || '/' || currency || '/' || institution, cycle, institution,
            sum(amount)::bigint, currency from (
            select cycle, currency, institution, credits - debits as amount from position
            union all
            select substring(transfer from 8 for 8)::bigint, currency,
              split_part(account, '/', 2), amount from ledger_entry
              where transfer like 'cycle/C%') as both_sides
            group by 1, 2, 3, currency having sum(amount) <> 0
          """);

  private static final Listing LISTING =
      new Listing(
          """
          select *, case when resolved is null then 'open' else 'resolved' end as standing,
            coalesce(owner, '') as seen_to from break
          """,
          "since, number",
          Map.of(
              "since", "since",
              "kind", "kind",
              "bank", "institution",
              "amount", "amount",
              "owner", "owner"),
          Map.of(
              "kind", "kind = :kind",
              "bank", "institution = :bank",
              "owner", "seen_to = :owner",
              "cycle", "cycle = :cycle::bigint",
              "standing", "standing = :standing"));

  private final Tx tx;
  private final Handle handle;

  private Breaks(Tx tx) {
    this.tx = tx;
    this.handle = tx.handle();
  }

  /** The breaks in a transaction. */
  public static Breaks in(Tx tx) {
    return new Breaks(tx);
  }

  /** Looks for all breaks there are: notes new ones, and ends those that come out even now. */
  public void reconcile(Instant now) {
    handle.execute("set local work_mem = '64MB'");
    FINDERS.forEach((kind, finder) -> reconcile(kind, finder, now));
  }

  private void reconcile(Kind kind, String finder, Instant now) {
    String found = "with found (reference, cycle, institution, amount, currency) as (" + finder;
    handle
        .createUpdate(
            found
                + """
                ) insert into break (kind, reference, cycle, institution, amount, currency, since)
                select :kind, reference, cycle, institution, amount, currency, :now from found
                on conflict do nothing
                """)
        .bind("kind", kind.name())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .execute();
    handle
        .createUpdate(
            found
                + """
                ) update break set resolved = :now, reason = :reason, resolver = :house
                where kind = :kind and resolved is null
                  and reference not in (select reference from found)
                """)
        .bind("kind", kind.name())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("reason", NOW_EVEN)
        .bind("house", HOUSE)
        .execute();
  }

  /** Breaks that are not resolved, the oldest first. */
  public List<Break> open(int most) {
    return handle
        .createQuery(
            "select * from break where resolved is null order by since, number limit :most")
        .bind("most", most)
        .map((row, _) -> read(row))
        .list();
  }

  /**
   * Breaks, the oldest first; filters {@code kind}, {@code bank}, {@code owner} (empty for those
   * that nobody sees to), {@code cycle} (its number) and {@code standing} (open, resolved).
   */
  public Listed<Break> list(Look look) {
    return LISTING.page(tx, look, Breaks::read);
  }

  /** Open breaks of one age. @param age in whole days */
  public record OfAge(Kind kind, long age, long count) {}

  /** How many breaks are open, by kind and age. */
  public List<OfAge> ages(Instant now) {
    return handle
        .createQuery(
            """
            select kind, count(*),
              greatest(0, extract(epoch from :now::timestamptz - since)::bigint / 86400) as age
            from break where resolved is null group by kind, age order by age, kind
            """)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .map((row, _) -> new OfAge(Kind.valueOf(row.getString(1)), row.getLong(3), row.getLong(2)))
        .list();
  }

  /** Notes who sees to a break, or that nobody does; false when it is resolved, or none. */
  public boolean give(long number, Optional<String> owner, Instant now) {
    return handle
            .createUpdate(
                """
                update break set owner = :owner,
                  owned = case when :owner::text is null then null else :now end
                where number = :number and resolved is null
                """)
            .bind("number", number)
            .bind("owner", owner.orElse(null))
            .bind("now", now.atOffset(ZoneOffset.UTC))
            .execute()
        == 1;
  }

  /** A break. */
  public Optional<Break> find(long number) {
    return handle
        .createQuery("select * from break where number = :number")
        .bind("number", number)
        .map((row, _) -> read(row))
        .findOne();
  }

  /** Resolves a break; false when there is none, or it was resolved before. */
  public boolean resolve(long number, Resolution resolution) {
    return handle
            .createUpdate(
                """
                update break set resolved = :at, resolver = :by, reason = :reason
                where number = :number and resolved is null
                """)
            .bind("number", number)
            .bind("at", resolution.at().atOffset(ZoneOffset.UTC))
            .bind("by", resolution.by())
            .bind("reason", resolution.reason())
            .execute()
        == 1;
  }

  private static Break read(ResultSet row) throws SQLException {
    long cycle = row.getLong("cycle");
    About about =
        new About(
            row.getString("reference"),
            cycle == 0 ? Optional.empty() : Optional.of(cycle),
            row.getString("institution"),
            row.getLong("amount"),
            row.getInt("currency"));
    OffsetDateTime resolved = row.getObject("resolved", OffsetDateTime.class);
    return new Break(
        row.getLong("number"),
        Kind.valueOf(row.getString("kind")),
        about,
        row.getObject("since", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString("owner")),
        resolved == null
            ? Optional.empty()
            : Optional.of(
                new Resolution(
                    resolved.toInstant(), row.getString("resolver"), row.getString("reason"))));
  }
}
