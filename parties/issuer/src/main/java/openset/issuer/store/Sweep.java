package openset.issuer.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import openset.iso8583.host.Octets;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** Which holds are over and not yet written down as ended, within one transaction. */
public final class Sweep {
  private final Handle handle;

  /** The holds as that transaction sees them. */
  public Sweep(Tx tx) {
    this.handle = tx.handle();
  }

  /** Authorizations whose time was over then, at most so many, the oldest first. */
  public List<AuthorizationKey> due(Instant now, int most) {
    return handle
        .createQuery(
            """
            select exchange, acquirer from authorized
            where state = 'HELD' and swept is null and expires <= :now
            order by expires limit :most
            """)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("most", most)
        .map(
            (row, context) ->
                new AuthorizationKey(
                    Octets.of(row.getBytes("exchange")), row.getString("acquirer")))
        .list();
  }

  /** Notes that nothing is held for an authorization any more. */
  public void swept(AuthorizationKey key, Instant now) {
    handle.execute(
        "update authorized set swept = ? where exchange = ? and acquirer = ?",
        now.atOffset(ZoneOffset.UTC),
        key.exchange().bytes(),
        key.acquirer());
  }

  /** How many holds were over at that time and have no end. */
  public long endless(Instant before) {
    return handle
        .createQuery(
            """
            select count(*) from ledger_hold h where h.expires <= :before
              and not exists (select from ledger_hold_end e where e.hold = h.id)
            """)
        .bind("before", before.atOffset(ZoneOffset.UTC))
        .mapTo(Long.class)
        .one();
  }
}
