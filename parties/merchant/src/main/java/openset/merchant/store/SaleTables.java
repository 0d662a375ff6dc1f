package openset.merchant.store;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.asn1.Der;
import openset.conduct.Input;
import openset.conduct.Records;
import openset.merchant.event.OrderEvent;
import openset.merchant.event.OrderEvent.Happened;
import openset.merchant.plan.Schedule;
import openset.merchant.sale.Held;
import openset.merchant.sale.Pending;
import openset.merchant.sale.Placements;
import openset.merchant.sale.Sale;
import openset.merchant.sale.SaleFacts;
import openset.merchant.sale.Ship;
import openset.set.data.CurrencyAmount;
import openset.set.data.CurrencyCode;
import openset.set.data.LocalID;
import openset.store.ConversationKey;
import openset.store.Tx;

/**
 * What the merchant's plain tables show of a sale: its standing for people, and what was shipped.
 *
 * @param shop the tables of the shop
 * @param plans how plans stand
 * @param clock dates shipments
 */
public record SaleTables(ShopTables shop, PlanTables plans, InstantSource clock)
    implements Records<Sale, SaleFacts> {
  @Override
  public SaleFacts facts(Tx tx, ConversationKey key, Optional<Sale> state, Input input) {
    LocalID lidM = LocalID.of(key.bytes());
    Set<Integer> shipped =
        new HashSet<>(
            tx.handle()
                .createQuery(
                    "select line from order_line where lid_m = :lidM and shipment is not null")
                .bind("lidM", key.bytes())
                .mapTo(Integer.class)
                .list());
    return new SaleFacts(
        shop.lockedOrder(tx, lidM),
        shipped,
        toShip(input),
        new Placements(),
        PublicationTables.direct(tx, lidM, input));
  }

  private static Optional<Ship> toShip(Input input) {
    return input instanceof Input.Told(var order, var details) && order.equals(Ship.ORDER)
        ? Optional.of(Ship.TYPE.decode(details.bytes()))
        : Optional.empty();
  }

  @Override
  public void keep(Tx tx, ConversationKey key, SaleFacts facts, Sale next) {
    BatchTables.keep(tx, key, facts.placements(), clock.instant());
    Standing standing = Standing.of(next, facts);
    Optional<Before> before = before(tx, key);
    tell(tx, key, before, new Now(standing, next));
    if (before.filter(row -> row.xid().equals(standing.xid())).isEmpty()) {
      PublicationTables.see(tx, key, standing.xid());
    }
    tx.handle()
        .createUpdate(
            """
            insert into sale (lid_m, standing, brand, xid, auth_code, approval_code,
                              authorized, captured, refunded)
            values (:lidM, :standing, :brand, :xid, :authCode, :approvalCode,
                    :authorized, :captured, :refunded)
            on conflict (lid_m) do update set
              standing = excluded.standing, brand = excluded.brand, xid = excluded.xid,
              auth_code = excluded.auth_code, approval_code = excluded.approval_code,
              authorized = excluded.authorized, captured = excluded.captured,
              refunded = excluded.refunded
            """)
        .bind("lidM", key.bytes())
        .bind("standing", standing.name())
        .bind("brand", standing.brand())
        .bind("xid", standing.xid().bytes())
        .bind("authCode", standing.authCode())
        .bind("approvalCode", standing.approvalCode())
        .bind("authorized", standing.authorized())
        .bind("captured", standing.captured())
        .bind("refunded", refunded(next).minor())
        .execute();
    plans.keep(tx, LocalID.of(key.bytes()), facts, next, clock.instant());
    if (next instanceof Sale.Authorized authorized) {
      shipped(authorized, facts).ifPresent(ship -> keepShipment(tx, key, facts, ship));
    }
  }

  /** What goes out with this step: not what waits for an authorization. */
  private static Optional<Ship> shipped(Sale.Authorized authorized, SaleFacts facts) {
    return switch (authorized.pending().orElse(null)) {
      case Pending.Asking _ -> Optional.empty();
      case Pending.Capturing capturing -> capturing.ship();
      case Pending.Reversing _, Pending.Returning _ -> Optional.empty();
      case null -> facts.ship();
    };
  }

  private static Optional<Before> before(Tx tx, ConversationKey key) {
    return tx.handle()
        .createQuery(
            """
            select standing, coalesce(authorized, 0), coalesce(captured, 0), refunded, xid
            from sale where lid_m = :lidM
            """)
        .bind("lidM", key.bytes())
        .map((row, context) -> 
                new Before(
                    row.getString(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    Der.of(row.getBytes(5))))
        .findOne();
  }

  /** What the row said before this step. */
  private record Before(
      String name, long authorized, long captured, long refunded, Der xid) {
    static final Before NOTHING = new Before("placed", 0, 0, 0, Der.of(new byte[0]));

    boolean isHeld() {
      return name.equals("authorized") || name.equals("captured");
    }
  }

  /** What it says now, of which sale. */
  private record Now(Standing standing, Sale sale) {}

  private CurrencyAmount refunded(Sale sale) {
    return sale instanceof Sale.Authorized authorized
        ? authorized.refunded()
        : CurrencyAmount.zero(shop.currency());
  }

  /** Writes what the step changed as events. */
  private void tell(Tx tx, ConversationKey key, Optional<Before> earlier, Now now) {
    LocalID lidM = LocalID.of(key.bytes());
    Before before = earlier.orElse(Before.NOTHING);
    Instant at = clock.instant();
    Standing standing = now.standing();
    if (!before.name().equals(standing.name)) {
      standing
          .kind(before.name())
          .map(kind -> standing.happened(kind, at, shop.currency()))
          .ifPresent(happened -> EventTables.append(tx, lidM, happened));
    }
    if (before.isHeld() && now.sale() instanceof Sale.Authorized) {
      held(tx, lidM, before, standing);
    }
    changed(
        tx,
        lidM,
        new Change(OrderEvent.Kind.captured, OrderEvent.Kind.capture_reversed, List.of()),
        standing.capturedSum() - before.captured());
    changed(
        tx,
        lidM,
        new Change(
            OrderEvent.Kind.refunded, OrderEvent.Kind.refund_reversed, lastLines(now.sale())),
        refunded(now.sale()).minor() - before.refunded());
  }

  /** More is held by a further authorization; less after a part was given back, or one ended. */
  private void held(Tx tx, LocalID lidM, Before before, Standing now) {
    long more = now.authorizedSum() - before.authorized();
    if (more > 0) append(tx, lidM, OrderEvent.Kind.authorized, more, List.of());
    if (more < 0) {
      append(
          tx, lidM, OrderEvent.Kind.authorization_reduced, now.authorizedSum(), List.of());
    }
  }

  /** What it is called when a sum grows, and when it shrinks. */
  private record Change(OrderEvent.Kind grown, OrderEvent.Kind shrunk, List<Integer> lines) {}

  private void changed(Tx tx, LocalID lidM, Change change, long more) {
    if (more > 0) append(tx, lidM, change.grown(), more, change.lines());
    if (more < 0) append(tx, lidM, change.shrunk(), -more, List.of());
  }

  private void append(
      Tx tx, LocalID lidM, OrderEvent.Kind kind, long minor, List<Integer> lines) {
    CurrencyAmount amount = new CurrencyAmount(shop.currency(), minor);
    Happened happened = Happened.of(kind, clock.instant()).with(amount).of(lines);
    EventTables.append(tx, lidM, happened);
  }

  private static List<Integer> lastLines(Sale sale) {
    if (!(sale instanceof Sale.Authorized authorized)) return List.of();
    return authorized.authorizations().stream()
        .flatMap(held -> held.refunds().stream())
        .reduce((one, other) -> other.at().isBefore(one.at()) ? one : other)
        .map(Held.Refunded::lines)
        .orElse(List.of());
  }

  private void keepShipment(Tx tx, ConversationKey key, SaleFacts facts, Ship ship) {
    if (facts.shipped().containsAll(ship.lines())) return;
    int shipment =
        tx.handle()
            .createQuery(
                """
                insert into shipment (lid_m, shipment, tracking, shipped_at)
                select :lidM, coalesce(max(shipment), 0) + 1, :tracking, :at
                from shipment where lid_m = :lidM
                returning shipment
                """)
            .bind("lidM", key.bytes())
            .bind("tracking", ship.tracking())
            .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
            .mapTo(Integer.class)
            .one();
    EventTables.append(
        tx,
        LocalID.of(key.bytes()),
        Happened.of(OrderEvent.Kind.shipped, clock.instant())
            .with(ship.lines(), ship.tracking()));
    for (int line : ship.lines()) {
      tx.handle()
          .createUpdate(
              "update order_line set shipment = :shipment where lid_m = :lidM and line = :line")
          .bind("shipment", shipment)
          .bind("lidM", key.bytes())
          .bind("line", line)
          .execute();
    }
  }

  /** The row of a sale. */
  private record Standing(
      String name,
      String brand,
      Der xid,
      String authCode,
      String approvalCode,
      Long authorized,
      Long captured) {
    /** The kind of event that this standing is, when it was another before. */
    Optional<OrderEvent.Kind> kind(String was) {
      return switch (name) {
        case "rejected" -> Optional.of(OrderEvent.Kind.rejected);
        case "declined" -> Optional.of(OrderEvent.Kind.declined);
        case "reversed" -> Optional.of(OrderEvent.Kind.voided);
        case "authorized" ->
            was.equals("captured") ? Optional.empty() : Optional.of(OrderEvent.Kind.authorized);
        default -> Optional.empty();
      };
    }

    Happened happened(OrderEvent.Kind kind, Instant at, CurrencyCode currency) {
      Happened plain = Happened.of(kind, at);
      Happened coded = authCode == null ? plain : plain.saying(authCode);
      return authorized == null ? coded : coded.with(new CurrencyAmount(currency, authorized));
    }

    long authorizedSum() {
      return authorized == null ? 0 : authorized;
    }

    long capturedSum() {
      return captured == null ? 0 : captured;
    }

    static Standing of(Sale sale, SaleFacts facts) {
      return switch (sale) {
        case Sale.Opened(var opened) ->
            plain("opened", opened.brandID().name(), opened.transIDs().xid().octets());
        case Sale.Rejected(var opened, var _) ->
            plain("rejected", opened.brandID().name(), opened.transIDs().xid().octets());
        case Sale.Authorizing(var ordered, var _, var _, var _) -> of("authorizing", ordered);
        case Sale.Declined declined ->
            of("declined", declined.ordered()).with(declined.authCode().name());
        case Sale.Authorized authorized -> of(authorized, facts);
        case Sale.Reversed reversed -> of("reversed", reversed.ordered());
      };
    }

    private static Standing plain(String name, String brand, Der xid) {
      return new Standing(name, brand, xid, null, null, null, null);
    }

    private static Standing of(String name, Sale.Ordered ordered) {
      return plain(name, ordered.brandID().name(), ordered.transIDs().xid().octets());
    }

    private static Standing of(Sale.Authorized authorized, SaleFacts facts) {
      Standing plain = of("authorized", authorized.ordered());
      boolean more =
          facts
              .order()
              .flatMap(order -> Schedule.of(order.offer().value()))
              .map(schedule -> authorized.next(schedule).isPresent())
              .orElse(authorized.authToken().isPresent() && !facts.isAllShipped());
      boolean all =
          !more
              && authorized.captured().isPositive()
              && !authorized.authAmt().exceeds(authorized.captured());
      return new Standing(
          all ? "captured" : plain.name,
          plain.brand,
          plain.xid,
          "approved",
          authorized.approvalCode(),
          authorized.authAmt().minor(),
          authorized.captured().minor());
    }

    private Standing with(String code) {
      return new Standing(name, brand, xid, code, null, null, null);
    }
  }
}
