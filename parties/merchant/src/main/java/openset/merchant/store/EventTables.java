package openset.merchant.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openset.merchant.event.OrderEvent;
import openset.merchant.event.OrderEvent.Happened;
import openset.set.data.CurrencyAmount;
import openset.set.data.CurrencyCode;
import openset.set.data.LocalID;
import openset.store.Tx;

/**
 * The table of events.
 *
 * @param currency of the merchant's orders
 */
public record EventTables(CurrencyCode currency) {
  static final String SELECT =
      """
      select e.event_id, e.lid_m, e.sequence, e.kind, e.at, e.amount, e.lines, e.tracking, e.code,
             o.order_number, o.reference
      from order_event e join shop_order o using (lid_m)
      """;

  /** Writes what happened, and that every active webhook is to be told. */
  static void append(Tx tx, LocalID lidM, Happened happened) {
    UUID id =
        tx.handle()
            .createQuery(
                """
                insert into order_event
                  (lid_m, sequence, kind, at, amount, lines, tracking, code)
                select :lidM, coalesce(max(sequence), 0) + 1, :kind, :at, :amount,
                       string_to_array(:lines, ' ')::int[], :tracking, :code
                from order_event where lid_m = :lidM
                returning event_id
                """)
            .bind("lidM", lidM.octets().bytes())
            .bind("kind", happened.kind().name())
            .bind("at", happened.at().atOffset(ZoneOffset.UTC))
            .bind("amount", happened.amount().map(CurrencyAmount::minor).orElse(null))
            .bind("lines", lines(happened.lines()))
            .bind("tracking", happened.tracking().orElse(null))
            .bind("code", happened.code().orElse(null))
            .mapTo(UUID.class)
            .one();
    tx.handle()
        .createUpdate(
            """
            insert into delivery (webhook_id, event_id, lid_m, sequence, state, due)
            select webhook_id, event_id, lid_m, sequence, 'waiting', at
            from webhook, order_event where active and event_id = :id
            """)
        .bind("id", id)
        .execute();
  }

  private static String lines(List<Integer> lines) {
    return String.join(" ", lines.stream().map(String::valueOf).toList());
  }

  /** The events of an order in their sequence. */
  public List<OrderEvent> of(Tx tx, LocalID lidM) {
    return tx.handle()
        .createQuery(SELECT + "where e.lid_m = :lidM order by e.sequence")
        .bind("lidM", lidM.octets().bytes())
        .map((row, context) -> event(row))
        .list();
  }

  OrderEvent event(ResultSet row) throws SQLException {
    long minor = row.getLong("amount");
    Optional<CurrencyAmount> amount =
        row.wasNull() ? Optional.empty() : Optional.of(new CurrencyAmount(currency, minor));
    Array lines = row.getArray("lines");
    return new OrderEvent(
        row.getObject("event_id", UUID.class),
        LocalID.of(row.getBytes("lid_m")),
        row.getString("order_number"),
        Optional.ofNullable(row.getString("reference")),
        row.getInt("sequence"),
        new Happened(
            OrderEvent.Kind.valueOf(row.getString("kind")),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            amount,
            List.of((Integer[]) lines.getArray()),
            Optional.ofNullable(row.getString("tracking")),
            Optional.ofNullable(row.getString("code"))));
  }
}
