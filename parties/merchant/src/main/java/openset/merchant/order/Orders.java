package openset.merchant.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.merchant.event.OrderEvent;
import openset.set.data.LocalID;
import openset.store.ConversationKey;
import openset.store.Database;
import openset.store.Journal;
import openset.store.Tx;

/** The merchant's orders, for its own people and programs. Reads only. */
public final class Orders {
  private final Database database;
  private final Tables tables;

  /** The tables, as far as they are read here. */
  public interface Tables {
    /** Orders that are wanted, the newest first. */
    List<OrderRow> find(Tx tx, Wanted wanted);

    /** How many orders stand how. */
    Map<String, Long> standings(Tx tx);

    Optional<OrderRow> row(Tx tx, LocalID lidM);

    /** The parcels of an order, in order. */
    List<Parcel> parcels(Tx tx, LocalID lidM);

    /** The events of an order, in their sequence. */
    List<OrderEvent> events(Tx tx, LocalID lidM);
  }

  /** Orders in a database. */
  public Orders(Database database, Tables tables) {
    this.database = database;
    this.tables = tables;
  }

  /** Orders that are wanted, the newest first. */
  public List<OrderRow> find(Wanted wanted) {
    return database.transactions().inTransaction(tx -> tables.find(tx, wanted));
  }

  /** How many orders stand how. */
  public Map<String, Long> standings() {
    return database.transactions().inTransaction(tables::standings);
  }

  /** One order in short. */
  public Optional<OrderRow> row(LocalID lidM) {
    return database.transactions().inTransaction(tx -> tables.row(tx, lidM));
  }

  /** The parcels of an order, in order. */
  public List<Parcel> parcels(LocalID lidM) {
    return database.transactions().inTransaction(tx -> tables.parcels(tx, lidM));
  }

  /** What happened to an order, in order. */
  public List<OrderEvent> events(LocalID lidM) {
    return database.transactions().inTransaction(tx -> tables.events(tx, lidM));
  }

  /** Every SET message of an order's sale, as it came or went, what is sealed still sealed. */
  public List<Journal.Entry> messages(LocalID lidM) {
    ConversationKey key = ConversationKey.of(lidM.octets().bytes());
    return database.transactions().inTransaction(tx -> tx.journal().byConversation(key));
  }
}
