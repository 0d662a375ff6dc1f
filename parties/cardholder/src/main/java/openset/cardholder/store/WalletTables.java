package openset.cardholder.store;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1Exception;
import openset.cardholder.desk.Affair;
import openset.cardholder.desk.WalletFacts;
import openset.cardholder.purchase.Purchase;
import openset.cardholder.registration.Registration;
import openset.cardholder.stop.Stop;
import openset.conduct.Input;
import openset.conduct.Records;
import openset.set.data.LocalID;
import openset.set.data.XID;
import openset.set.data.outcome.Receipt;
import openset.set.message.PInitRes;
import openset.set.message.PInitResData;
import openset.store.Conflict;
import openset.store.ConversationKey;
import openset.store.Tx;

/** What the wallet's plain tables show: its purchases and its cards, and every XID it saw. */
public final class WalletTables implements Records<Affair, WalletFacts> {
  @Override
  public WalletFacts facts(Tx tx, ConversationKey key, Optional<Affair> state, Input input) {
    return new WalletFacts(xid(input).filter(xid -> seen(tx, key, xid)).isPresent());
  }

  @Override
  public void keep(Tx tx, ConversationKey key, WalletFacts facts, Affair next) {
    switch (next) {
      case Affair.Paying(var purchase) -> keep(tx, key, purchase);
      case Affair.Registering(var registration) -> keep(tx, registration);
    }
  }

  /** The purchases, the newest first, at most {@code max}. */
  public static List<Bought> purchases(Tx tx, int max) {
    return tx.handle()
        .createQuery("select * from purchase order by begun_at desc, lid_c desc limit :max")
        .bind("max", max)
        .map((row, context) -> PurchaseRow.read(row))
        .list();
  }

  /** One purchase. */
  public static Optional<Bought> purchase(Tx tx, LocalID lidC) {
    return tx.handle()
        .createQuery("select * from purchase where lid_c = :lidC")
        .bind("lidC", lidC.octets().bytes())
        .map((row, context) -> PurchaseRow.read(row))
        .findOne();
  }

  /** The labels of all cards, the oldest first. */
  public static List<LocalID> cards(Tx tx) {
    return tx.handle()
        .createQuery("select card_id from card order by begun_at, card_id")
        .map((row, context) -> LocalID.of(row.getBytes(1)))
        .list();
  }

  /** The XID in a merchant's offer, before anything of it is proved. */
  private static Optional<XID> xid(Input input) {
    if (!(input instanceof Input.Answered answered)
        || !(answered.wrapper().message() instanceof PInitRes offer)) {
      return Optional.empty();
    }
    try {
      return offer.signed().cms().content().content()
          .map(octets -> PInitResData.TYPE.decode(octets.bytes()).transIDs().xid());
    } catch (Asn1Exception e) {
      return Optional.empty();
    }
  }

  private static boolean seen(Tx tx, ConversationKey key, XID xid) {
    return tx.handle()
        .createQuery("select 1 from seen_xid where xid = :xid and lid_c <> :lidC")
        .bind("xid", xid.octets().bytes())
        .bind("lidC", key.bytes())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private static void keep(Tx tx, ConversationKey key, Purchase purchase) {
    if (purchase instanceof Purchase.Offered offered) see(tx, key, offered.xid());
    Bought row = PurchaseRow.of(purchase);
    tx.handle()
        .createUpdate(
            """
            insert into purchase (lid_c, card_id, begun_at, standing, brand, merchant, currency,
              total, offer, xid, auth_code, completion_code, receipt, error, rule, by_peer)
            values (:lidC, :cardID, :begunAt, :standing, :brand, :merchant, :currency,
              :total, :offer, :xid, :authCode, :completionCode, :receipt, :error, :rule, :byPeer)
            on conflict (lid_c) do update set
              standing = excluded.standing, merchant = excluded.merchant, xid = excluded.xid,
              auth_code = excluded.auth_code, completion_code = excluded.completion_code,
              receipt = excluded.receipt, error = excluded.error, rule = excluded.rule,
              by_peer = excluded.by_peer
            """)
        .bind("lidC", row.lidC().octets().bytes())
        .bind("cardID", row.cardID().octets().bytes())
        .bind("begunAt", row.begunAt().atOffset(ZoneOffset.UTC))
        .bind("standing", row.standing().name())
        .bind("brand", row.brandID().name())
        .bind("merchant", row.merchant().orElse(null))
        .bind("currency", row.total().currency().number())
        .bind("total", row.total().minor())
        .bind("offer", row.offer().bytes())
        .bind("xid", row.xid().map(xid -> xid.octets().bytes()).orElse(null))
        .bind("authCode", row.authCode().map(Enum::name).orElse(null))
        .bind("completionCode", row.completionCode().map(Enum::name).orElse(null))
        .bind("receipt", row.receipt().map(Receipt.TYPE::encode).orElse(null))
        .bind("error", row.stop().map(stop -> stop.code().name()).orElse(null))
        .bind("rule", row.stop().map(Stop::rule).orElse(null))
        .bind("byPeer", row.stop().map(Stop::byPeer).orElse(null))
        .execute();
  }

  /** Another purchase with this XID was faster: this step is done again, and sees it then. */
  private static void see(Tx tx, ConversationKey key, XID xid) {
    int rows =
        tx.handle()
            .createUpdate(
                """
                insert into seen_xid (xid, lid_c) values (:xid, :lidC)
                on conflict (xid) do update set lid_c = excluded.lid_c
                where seen_xid.lid_c = excluded.lid_c
                """)
            .bind("xid", xid.octets().bytes())
            .bind("lidC", key.bytes())
            .execute();
    if (rows != 1) throw new Conflict("an XID that another purchase has");
  }

  private static void keep(Tx tx, Registration registration) {
    tx.handle()
        .createUpdate(
            """
            insert into card (card_id, begun_at, standing, brand)
            values (:cardID, :begunAt, :standing, :brand)
            on conflict (card_id) do update set standing = excluded.standing
            """)
        .bind("cardID", registration.label().cardID().octets().bytes())
        .bind("begunAt", registration.label().begunAt().atOffset(ZoneOffset.UTC))
        .bind("standing", standing(registration))
        .bind("brand", registration.label().brandID().name())
        .execute();
  }

  private static String standing(Registration registration) {
    return switch (registration) {
      case Registration.Begun _ -> "BEGUN";
      case Registration.FormAsked _ -> "FORM_ASKED";
      case Registration.FormGiven _ -> "FORM_GIVEN";
      case Registration.Referred _ -> "REFERRED";
      case Registration.Requested _ -> "REQUESTED";
      case Registration.Pending _ -> "PENDING";
      case Registration.Certified _ -> "CERTIFIED";
      case Registration.Rejected _ -> "REJECTED";
      case Registration.Stopped _ -> "STOPPED";
      case Registration.Kept _ -> "KEPT";
    };
  }
}
