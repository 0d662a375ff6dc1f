package openset.clearing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;
import openset.store.Tx;
import openset.store.copy.Copy;
import org.jdbi.v3.core.Handle;

/** Items: each key of a sender once, each word of a receiver once. */
public final class Items {
  static final String COLUMNS =
      "item.number, item.message, item.cycle, decision.response"
          + " from item left join decision on decision.item = item.number ";

  private final Tx tx;
  private final Handle handle;

  private Items(Tx tx) {
    this.tx = tx;
    this.handle = tx.handle();
  }

  /** The items in a transaction. */
  public static Items in(Tx tx) {
    return new Items(tx);
  }

  /** Puts what concerns one authorization into one order until the transaction ends. */
  public void lock(Item item) {
    handle.execute(
        "select pg_advisory_xact_lock(60, hashtext(?))", item.original().hex() + item.acquirer());
  }

  /** The file that an item came in, by its number, and its place there. */
  public record Origin(long file, long line) {}

  /** Writes an item into a cycle; does nothing when its key is there already. */
  public void add(Item item, long cycle, Optional<Origin> origin, Instant now) {
    ClearingItem said = item.said();
    FinancialAdvice advice = said.advice();
    handle
        .createUpdate(
            """
            insert into item (
              sender, key, kind, acquirer, issuer, original, item, dispute, stage, xid, retrieval,
              approval, merchant, amount, currency, cycle, file, line, message, at)
            values (
              :sender, :key, :kind, :acquirer, :issuer, :original, :item, :dispute, :stage, :xid,
              :retrieval, :approval, :merchant, :amount, :currency, :cycle, :file, :line, :message,
              :at)
            on conflict do nothing
            """)
        .bind("sender", item.sender())
        .bind("key", item.key().bytes())
        .bind("kind", item.kind().name())
        .bind("acquirer", item.acquirer())
        .bind("issuer", item.issuer())
        .bind("original", item.original().bytes())
        .bind("item", said.earlier().map(Octets::bytes).orElse(null))
        .bind("dispute", said.dispute().map(ClearingItem.Dispute::number).orElse(null))
        .bind("stage", said.dispute().map(each -> each.stage().ordinal() + 1).orElse(null))
        .bind("xid", advice.purchase().xid().bytes())
        .bind("retrieval", advice.approval().reference().retrieval())
        .bind("approval", advice.approval().code())
        .bind("merchant", advice.acceptor().merchant())
        .bind("amount", item.minor())
        .bind("currency", item.currency())
        .bind("cycle", cycle)
        .bind("file", origin.map(Origin::file).orElse(null))
        .bind("line", origin.map(Origin::line).orElse(null))
        .bind("message", item.octets())
        .bind("at", now.atOffset(ZoneOffset.UTC))
        .execute();
    item.said()
        .conversion()
        .ifPresent(each -> Conversions.in(tx).add(number(item), each));
  }

  private long number(Item item) {
    return find(item.sender(), item.key()).orElseThrow().number();
  }

  /** The item that a sender sent under a key. */
  public Optional<Cleared> find(String sender, Octets key) {
    return handle
        .createQuery("select " + COLUMNS + "where sender = :sender and key = :key")
        .bind("sender", sender)
        .bind("key", key.bytes())
        .map((row, _) -> cleared(row))
        .findOne();
  }

  /** All items of the same authorization that were not refused, the oldest first. */
  public List<Cleared> ofAuthorization(Item item) {
    return handle
        .createQuery(
            "select "
                + COLUMNS
                + """
                where acquirer = :acquirer and original = :original
                  and coalesce(response, '00') = '00' order by number
                """)
        .bind("acquirer", item.acquirer())
        .bind("original", item.original().bytes())
        .map((row, _) -> cleared(row))
        .list();
  }

  /** Items of a cycle that wait for the word of one receiver, the oldest first. */
  public List<Cleared> pending(long cycle, String receiver, int most) {
    return handle
        .createQuery(
            "select "
                + COLUMNS
                + """
                where cycle = :cycle and receiver = :receiver and decision.item is null
                order by number limit :most
                """)
        .bind("cycle", cycle)
        .bind("receiver", receiver)
        .bind("most", most)
        .map((row, _) -> cleared(row))
        .list();
  }

  /** An item and its number in the house. */
  public record Numbered(long number, Item item) {}

  /** Items of a cycle for one receiver, after a number, decided or not. */
  public List<Numbered> ofCycle(long cycle, String receiver, long after, int most) {
    return handle
        .createQuery(
            """
            select number, message from item
            where cycle = :cycle and receiver = :receiver and number > :after
            order by number limit :most
            """)
        .bind("cycle", cycle)
        .bind("receiver", receiver)
        .bind("after", after)
        .bind("most", most)
        .map((row, _) -> new Numbered(row.getLong(1), Item.kept(row.getBytes(2))))
        .list();
  }

  /** Items of a file that their receivers refused, by their lines. */
  public List<Reject> refusedOf(long file) {
    return handle
        .createQuery(
            """
            select line, response, reason, message from clearing_file_reject where file = :file
            union all
            select line, response, '', message from item
              join decision on decision.item = item.number
            where file = :file and response <> '00' order by line
            """)
        .bind("file", file)
        .map(
            (row, _) ->
                new Reject(
                    row.getLong("line"),
                    row.getString("response"),
                    row.getString("reason"),
                    octets(row.getBytes("message"))))
        .list();
  }

  private static IsoMessage octets(byte[] kept) {
    try {
      return IsoMessage.decode(kept);
    } catch (MalformedMessage e) {
      throw new IllegalStateException("a kept message cannot be read", e);
    }
  }

  /** Banks that have still to speak about an item of a cycle. */
  public List<String> awaited(long cycle) {
    return handle
        .createQuery(
            """
            select distinct receiver from item where cycle = :cycle
              and not exists (select from decision where decision.item = item.number)
            order by receiver
            """)
        .bind("cycle", cycle)
        .mapTo(String.class)
        .list();
  }

  /** Words of receivers by the numbers of their items; those that were said before stay. */
  public void decide(SortedMap<Long, ResponseCode> words) {
    handle.execute(
        "create temporary table said (item bigint, response text) on commit drop");
    try (Copy copy = Copy.into(tx, "said", "item", "response")) {
      words.forEach((number, code) -> copy.row().number(number).text(code.wire()));
      copy.end();
    }
    handle.execute(
        "insert into decision (item, response) select item, response from said order by item"
            + " on conflict do nothing");
  }

  /** Writes the receiver's word, when there is none yet. */
  public void decide(long number, ResponseCode response) {
    handle
        .createUpdate(
            """
            insert into decision (item, response) values (:item, :response)
            on conflict do nothing
            """)
        .bind("item", number)
        .bind("response", response.wire())
        .execute();
  }

  /** Whether a chargeback under this number has come that far. */
  public boolean isDisputed(String issuer, ClearingItem.Dispute dispute, Kind kind) {
    return handle
        .createQuery(
            """
            select exists (select from item left join decision on decision.item = item.number
              where issuer = :issuer and dispute = :dispute and stage = :stage and kind = :kind
                and coalesce(response, '00') = '00')
            """)
        .bind("issuer", issuer)
        .bind("dispute", dispute.number())
        .bind("stage", dispute.stage().ordinal() + 1)
        .bind("kind", kind.name())
        .mapTo(Boolean.class)
        .one();
  }

  static Cleared cleared(ResultSet row) throws SQLException {
    return new Cleared(
        row.getLong("number"),
        Item.kept(row.getBytes("message")),
        row.getLong("cycle"),
        Optional.ofNullable(row.getString("response"))
            .map(wire -> ResponseCode.of(wire).orElseThrow()));
  }
}
