package openset.merchant.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openset.merchant.hook.Delivery;
import openset.merchant.hook.Hooks;
import openset.merchant.hook.Webhook;
import openset.set.data.CurrencyCode;
import openset.store.Tx;
import org.jdbi.v3.core.statement.Query;

/**
 * The tables of webhooks and deliveries.
 *
 * @param currency of the merchant's orders
 */
public record HookTables(CurrencyCode currency) implements Hooks {
  private static final String DELIVERIES =
      """
      select d.*, e.event_id, e.kind, e.at, e.amount, e.lines, e.tracking, e.code,
             o.order_number, o.reference,
             w.url, w.about, w.active, w.added_at, w.secret
      from delivery d join order_event e using (event_id)
        join shop_order o on o.lid_m = d.lid_m join webhook w using (webhook_id)
      """;

  @Override
  public List<Webhook> all(Tx tx) {
    return tx.handle()
        .createQuery("select * from webhook order by added_at, webhook_id")
        .map((row, context) -> webhook(row))
        .list();
  }

  @Override
  public Optional<Webhook> find(Tx tx, UUID id) {
    return tx.handle()
        .createQuery("select * from webhook where webhook_id = :id")
        .bind("id", id)
        .map((row, context) -> webhook(row))
        .findOne();
  }

  @Override
  public void add(Tx tx, Webhook webhook, byte[] sealed) {
    tx.handle()
        .createUpdate(
            """
            insert into webhook (webhook_id, url, about, secret, active, added_at)
            values (:id, :url, :about, :secret, :active, :at)
            """)
        .bind("id", webhook.id())
        .bind("url", webhook.url())
        .bind("about", webhook.about())
        .bind("secret", sealed)
        .bind("active", webhook.active())
        .bind("at", webhook.addedAt().atOffset(ZoneOffset.UTC))
        .execute();
  }

  @Override
  public boolean change(Tx tx, Webhook webhook) {
    return tx.handle()
            .createUpdate(
                """
                update webhook set url = :url, about = :about, active = :active
                where webhook_id = :id
                """)
            .bind("id", webhook.id())
            .bind("url", webhook.url())
            .bind("about", webhook.about())
            .bind("active", webhook.active())
            .execute()
        == 1;
  }

  @Override
  public boolean remove(Tx tx, UUID id) {
    return tx.handle()
            .createUpdate("delete from webhook where webhook_id = :id")
            .bind("id", id)
            .execute()
        == 1;
  }

  @Override
  public List<Delivery> deliveries(Tx tx, UUID webhook, int most) {
    return all(
        tx.handle()
            .createQuery(
                DELIVERIES + "where d.webhook_id = :id order by d.delivery_id desc limit :most")
            .bind("id", webhook)
            .bind("most", most));
  }

  @Override
  public List<Delivery> deliveries(Tx tx, int most) {
    return all(
        tx.handle()
            .createQuery(DELIVERIES + "order by d.delivery_id desc limit :most")
            .bind("most", most));
  }

  private List<Delivery> all(Query query) {
    return query.map((row, context) -> delivery(row)).list();
  }

  @Override
  public Optional<Delivery> delivery(Tx tx, long id) {
    return tx.handle()
        .createQuery(DELIVERIES + "where d.delivery_id = :id")
        .bind("id", id)
        .map((row, context) -> delivery(row))
        .findOne();
  }

  @Override
  public boolean replay(Tx tx, long id, Instant now) {
    return tx.handle()
            .createUpdate(
                """
                update delivery set state = 'waiting', attempts = 0, due = :now
                where delivery_id = :id
                """)
            .bind("id", id)
            .bind("now", now.atOffset(ZoneOffset.UTC))
            .execute()
        == 1;
  }

  @Override
  public List<Due> claim(Tx tx, Instant now, Instant until, int most) {
    List<Long> ids =
        tx.handle()
            .createQuery(
                """
                with ready as (
                  select d.delivery_id from delivery d join webhook w using (webhook_id)
                  where d.state = 'waiting' and d.due <= :now and w.active
                    and not exists (
                      select from delivery earlier
                      where earlier.webhook_id = d.webhook_id and earlier.lid_m = d.lid_m
                        and earlier.state = 'waiting' and earlier.sequence < d.sequence)
                  order by d.due, d.delivery_id limit :most for update of d skip locked)
                update delivery set attempts = attempts + 1, due = :until
                from ready where delivery.delivery_id = ready.delivery_id
                returning delivery.delivery_id
                """)
            .bind("now", now.atOffset(ZoneOffset.UTC))
            .bind("until", until.atOffset(ZoneOffset.UTC))
            .bind("most", most)
            .mapTo(Long.class)
            .list();
    return ids.isEmpty() ? List.of() : due(tx, ids);
  }

  private List<Due> due(Tx tx, List<Long> ids) {
    return tx.handle()
        .createQuery(DELIVERIES + "where d.delivery_id = any(:ids)")
        .bindArray("ids", Long.class, ids)
        .map((row, context) -> new Due(webhook(row), row.getBytes("secret"), delivery(row)))
        .list();
  }

  @Override
  public void told(
      Tx tx, long id, Delivery.State state, Instant next, Delivery.Answer answer) {
    tx.handle()
        .createUpdate(
            """
            update delivery set state = :state, due = :next, status = :status,
              answer = :answer, tried_at = :at
            where delivery_id = :id
            """)
        .bind("id", id)
        .bind("state", state.name())
        .bind("next", next.atOffset(ZoneOffset.UTC))
        .bind("status", answer.status())
        .bind("answer", answer.text())
        .bind("at", answer.at().atOffset(ZoneOffset.UTC))
        .execute();
  }

  private static Webhook webhook(ResultSet row) throws SQLException {
    return new Webhook(
        row.getObject("webhook_id", UUID.class),
        row.getString("url"),
        row.getString("about"),
        row.getBoolean("active"),
        row.getObject("added_at", OffsetDateTime.class).toInstant());
  }

  private Delivery delivery(ResultSet row) throws SQLException {
    Optional<OffsetDateTime> tried =
        Optional.ofNullable(row.getObject("tried_at", OffsetDateTime.class));
    Optional<Delivery.Answer> last = Optional.empty();
    if (tried.isPresent()) {
      last =
          Optional.of(
              new Delivery.Answer(
                  tried.get().toInstant(), row.getInt("status"), row.getString("answer")));
    }
    return new Delivery(
        row.getLong("delivery_id"),
        row.getObject("webhook_id", UUID.class),
        new EventTables(currency).event(row),
        Delivery.State.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getObject("due", OffsetDateTime.class).toInstant(),
        last);
  }
}
