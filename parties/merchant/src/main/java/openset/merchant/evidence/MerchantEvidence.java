package openset.merchant.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import openset.conduct.store.HeldLists;
import openset.evidence.Claim;
import openset.evidence.EvidenceBundle;
import openset.evidence.Word;
import openset.evidence.gather.Gather;
import openset.evidence.gather.MerchantWays;
import openset.merchant.order.Orders;
import openset.merchant.order.Parcel;
import openset.merchant.settlement.Settlements;
import openset.merchant.shop.PlacedOrder;
import openset.merchant.store.EvidenceTables;
import openset.merchant.store.PublicationTables;
import openset.pki.Certificate;
import openset.pki.SigningCredential;
import openset.pki.TrustBundle;
import openset.set.data.BrandID;
import openset.set.data.XID;
import openset.set.data.order.PublishedOffer;
import openset.set.message.MessageWrapper;
import openset.set.operator.S;
import openset.set.operator.Signatory;
import openset.set.operator.Signed;
import openset.set.treatment.Means;
import openset.set.treatment.merchant.Publication;
import openset.store.Database;
import openset.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes evidence bundles of the merchant's journal and tables ({@code spec/evidence.md}). What the
 * gateway sealed is opened with the merchant's own keys; shipments go along as claims that the
 * merchant signs.
 *
 * @param means whose keys open and sign, and whose root the bundle rests on
 * @param settlements asked for what became of the captures
 */
public record MerchantEvidence(
    Database database, Orders orders, Supplier<Means> means, Settlements settlements) {
  private static final Logger LOG = LoggerFactory.getLogger(MerchantEvidence.class);

  /**
   * The bundle of an order.
   *
   * @param paid what the acquirer paid for it, as the merchant's books say
   * @return empty where no cardholder signed it
   */
  public Optional<EvidenceBundle> of(PlacedOrder order, List<Claim.Settlement> paid) {
    Optional<Sold> sold = database.transactions().inTransaction(tx -> sold(tx, order));
    if (sold.isEmpty()) return Optional.empty();
    Means now = means.get();
    Certificate root = now.trust().roots().iterator().next();
    Gather gather =
        new Gather(
                messages(order),
                new MerchantWays(now.keys().opening()),
                root,
                sold.get().lists())
            .publishing(sold.get().published());
    List<Claim.Claimed> claims = new ArrayList<>();
    for (Parcel parcel : orders.parcels(order.lidM())) claims.add(shipment(order, parcel));
    claims.addAll(paid);
    claims.addAll(settled(sold.get()));
    List<Word> words =
        now.keys()
            .signingFor(sold.get().brand())
            .map(by -> claims.stream().map(what -> stated(sold.get(), what, by, now)).toList())
            .orElse(List.of());
    return gather.bundle(sold.get().xid(), order.offer(), words);
  }

  /** Which purchase the order is, and the lists that were ever held. */
  private record Sold(
      XID xid, String brand, TrustBundle lists, Optional<Signed<PublishedOffer>> published) {}

  private static Optional<Sold> sold(Tx tx, PlacedOrder order) {
    return EvidenceTables.sale(tx, order.lidM())
        .map(
            sale ->
                new Sold(
                    sale.xid(),
                    sale.brand(),
                    HeldLists.all(tx),
                    PublicationTables.published(tx, order.lidM(), new BrandID(sale.brand()))
                        .map(Publication::signed)));
  }

  /** What is not known holds nobody up: what a bundle does not hold proves nothing. */
  private List<Claim.SettlementLine> settled(Sold sold) {
    try {
      return settlements.of(new BrandID(sold.brand()), sold.xid());
    } catch (IOException e) {
      LOG.warn("the acquirer does not say what it settled: {}", e.getMessage());
      return List.of();
    }
  }

  private List<MessageWrapper> messages(PlacedOrder order) {
    return orders.messages(order.lidM()).stream()
        .map(entry -> MessageWrapper.TYPE.decode(entry.message().bytes()))
        .toList();
  }

  /** How a digital good is fetched is for the customer alone. */
  private static Claim.Shipment shipment(PlacedOrder order, Parcel parcel) {
    boolean digital = order.digital().containsAll(parcel.lines());
    return new Claim.Shipment(
        parcel.lines(), parcel.shippedAt(), digital ? "" : parcel.tracking());
  }

  private static Word stated(
      Sold sold, Claim.Claimed what, SigningCredential by, Means now) {
    Claim claim = new Claim(sold.xid(), now.now(), what);
    return new Word.Stated(S.sign(Signatory.of(by), Claim.CONTENT, claim));
  }
}
