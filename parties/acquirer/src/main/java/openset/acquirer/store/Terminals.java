package openset.acquirer.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import openset.store.Tx;
import openset.store.counter.Counters;
import org.jdbi.v3.core.Handle;

/** Terminal numbers (element 41), given out once each. */
public final class Terminals {
  private static final int MOST = 9_999_999;

  private final Tx tx;
  private final Handle handle;

  private Terminals(Tx tx) {
    this.tx = tx;
    this.handle = tx.handle();
  }

  /** The terminals in a transaction. */
  public static Terminals in(Tx tx) {
    return new Terminals(tx);
  }

  /** Gives a merchant a number that nobody has had before: T and seven digits. */
  public String give(String merchant, Instant now) {
    long number = 1 + Counters.in(tx).reserve("terminal", 1);
    if (number > MOST) throw new IllegalStateException("all terminal numbers are given out");
    String id = String.format(Locale.ROOT, "T%07d", number);
    handle
        .createUpdate("insert into terminal (id, merchant, since) values (:id, :merchant, :now)")
        .bind("id", id)
        .bind("merchant", merchant)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .execute();
    return id;
  }

  /** Takes a terminal back; false when the merchant has none of this number. */
  public boolean end(String merchant, String id, Instant now) {
    return handle
            .createUpdate(
                """
                update terminal set until = :now
                where id = :id and merchant = :merchant and until is null
                """)
            .bind("id", id)
            .bind("merchant", merchant)
            .bind("now", now.atOffset(ZoneOffset.UTC))
            .execute()
        == 1;
  }

  /** The numbers a merchant has. */
  public List<String> of(String merchant) {
    return handle
        .createQuery(
            "select id from terminal where merchant = :merchant and until is null order by id")
        .bind("merchant", merchant)
        .mapTo(String.class)
        .list();
  }

  /**
   * The terminal that counts (HL-26): the merchant's own that is named; where none is named, the
   * one it has had longest. A merchant that never got one may name any, or none, because its
   * gateway then numbers its own.
   *
   * @param named empty where none is
   * @return empty where another's is named, or it has none any more
   */
  public Optional<String> counting(String merchant, String named) {
    return handle
        .createQuery(
            """
            select coalesce(
              (select id from terminal
                where merchant = :merchant and until is null and :named in ('', id)
                order by since, id limit 1),
              (select :named where not exists (select from terminal where merchant = :merchant)))
            """)
        .bind("merchant", merchant)
        .bind("named", named)
        .mapTo(String.class)
        .findOne();
  }
}
