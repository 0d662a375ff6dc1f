package openset.gateway.store;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import openset.conduct.Input;
import openset.conduct.Records;
import openset.gateway.authorization.Authorization;
import openset.gateway.authorization.Numbers;
import openset.gateway.authorization.Purchase;
import openset.gateway.host.HostRequest;
import openset.iso8583.Stans;
import openset.store.ConversationKey;
import openset.store.Transactions;
import openset.store.Tx;
import openset.store.counter.Counters;

/**
 * What the gateway's plain tables show of an authorization, and the counter behind its STANs.
 *
 * @param stans numbers that were never used
 * @param clock dates the rows
 */
public record AuthorizationTables(Stans stans, InstantSource clock)
    implements Records<Purchase, Numbers> {
  /** Numbers out of the counter in {@code transactions}'s database. */
  public static Stans stans(Transactions transactions) {
    return Stans.of(
        count -> transactions.inTransaction(tx -> Counters.in(tx).reserve("stan", count)));
  }

  @Override
  public Numbers facts(Tx tx, ConversationKey key, Optional<Purchase> state, Input input) {
    return new Numbers(stans.next(), BatchTables.batches(tx), stoodInToday(tx, state, input));
  }

  /** StandIn-01: one purchase of a card at a time is counted, so that the limit is kept. */
  private long stoodInToday(Tx tx, Optional<Purchase> state, Input input) {
    boolean mayStandIn = input instanceof Input.HostAnswered || input instanceof Input.NoAnswer;
    Optional<Authorization.Account> account =
        state
            .flatMap(Purchase::last)
            .filter(last -> mayStandIn && last instanceof Authorization.Asking)
            .flatMap(last -> ((Authorization.Asking) last).account());
    if (account.isEmpty()) return 0;
    byte[] card = account.get().keyedHash().bytes();
    tx.handle()
        .createQuery("select pg_advisory_xact_lock(hashtextextended(encode(:card, 'hex'), 0))")
        .bind("card", card)
        .mapTo(String.class)
        .list();
    return tx.handle()
        .createQuery(
            "select coalesce(sum(amount), 0) from stand_in where card = :card and day = :day")
        .bind("card", card)
        .bind("day", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
        .mapTo(Long.class)
        .one();
  }

  private void keepStandIn(Tx tx, ConversationKey key, Purchase next) {
    if (!(next.last().orElse(null) instanceof Authorization.Approved approved)) return;
    if (approved.approval().standIn().isEmpty()) return;
    Authorization.StandIn in = approved.approval().standIn().get();
    tx.handle()
        .createUpdate(
            """
            insert into stand_in as s
              (xid, number, card, day, currency, amount, reason, answer, at, answered_at)
            values (:xid, :number, :card, :day, :currency, :amount, :reason, :answer, :at,
                    case when :answer::text is not null then :now end)
            on conflict (xid, number) do update set
              answer = excluded.answer, answered_at = excluded.answered_at
            where s.answer is distinct from excluded.answer
            """)
        .bind("xid", key.bytes())
        .bind("number", next.authorizations().size())
        .bind("card", in.keyedHash().bytes())
        .bind("day", LocalDate.ofInstant(approved.approval().at(), ZoneOffset.UTC))
        .bind("currency", approved.sale().amount().currency().number())
        .bind("amount", approved.sale().amount().minor())
        .bind("reason", in.reason().name())
        .bind("answer", in.answer().orElse(null))
        .bind("at", approved.approval().at().atOffset(ZoneOffset.UTC))
        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
        .execute();
  }

  @Override
  public void keep(Tx tx, ConversationKey key, Numbers numbers, Purchase next) {
    BatchTables.keep(tx, numbers.batches(), clock.instant());
    keepStandIn(tx, key, next);
    for (int i = 0; i < next.authorizations().size(); i++) {
      keep(tx, key, i + 1, Row.of(next.authorizations().get(i)));
    }
  }

  private void keep(Tx tx, ConversationKey key, int number, Row row) {
    tx.handle()
        .createUpdate(
            """
            insert into authorization_log as log
              (xid, number, standing, reason, acquirer, retrieval, merchant, currency,
               authorized, captured, approval_code, at)
            values (:xid, :number, :standing, :reason, :acquirer, :retrieval, :merchant, :currency,
                    :authorized, :captured, :approvalCode, :at)
            on conflict (xid, number) do update set
              standing = excluded.standing, reason = excluded.reason,
              authorized = excluded.authorized, captured = excluded.captured,
              approval_code = excluded.approval_code, at = excluded.at
            where (log.standing, log.reason, log.authorized, log.captured)
              is distinct from
                  (excluded.standing, excluded.reason, excluded.authorized, excluded.captured)
            """)
        .bind("xid", key.bytes())
        .bind("number", number)
        .bind("standing", row.standing())
        .bind("reason", row.reason())
        .bind("acquirer", row.sale().map(s -> s.reference().acquirer()).orElse(null))
        .bind("retrieval", row.sale().map(s -> s.reference().retrieval()).orElse(null))
        .bind("merchant", row.sale().map(s -> s.acceptor().merchant()).orElse(null))
        .bind("currency", row.sale().map(s -> s.amount().currency().number()).orElse(null))
        .bind("authorized", row.authorized())
        .bind("captured", row.captured())
        .bind("approvalCode", row.approvalCode())
        .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
        .execute();
  }

  private record Row(
      String standing,
      String reason,
      Optional<HostRequest.Sale> sale,
      Long authorized,
      Long captured,
      String approvalCode) {
    static Row of(Authorization state) {
      return switch (state) {
        case Authorization.Asking(var _, var sale, var _, var _) ->
            new Row("asking", null, Optional.of(sale), null, null, null);
        case Authorization.Unknown(boolean reversed) ->
            new Row(reversed ? "reversed" : "unknown", null, Optional.empty(), null, null, null);
        case Authorization.Declined(var code, var reason) ->
            new Row("declined", code + ", " + reason, Optional.empty(), null, null, null);
        case Authorization.Reversed(var sale, var approval) ->
            new Row("given back", null, Optional.of(sale), 0L, 0L, approval.approvalCode());
        case Authorization.Approved approved ->
            new Row(
                "approved",
                null,
                Optional.of(approved.sale()),
                approved.authAmt().minor(),
                approved.captured().minor(),
                approved.approvalCode());
      };
    }
  }
}
