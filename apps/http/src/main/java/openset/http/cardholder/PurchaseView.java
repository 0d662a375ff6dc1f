package openset.http.cardholder;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import openset.cardholder.purchase.Purchase;
import openset.cardholder.stop.Stop;
import openset.set.data.CurrencyAmount;
import openset.set.data.order.Offer;
import openset.set.data.order.OrderLine;
import openset.set.data.outcome.AuthStatus;
import openset.set.data.outcome.CapStatus;
import openset.set.data.outcome.PResPayload;
import openset.set.data.outcome.Receipt;
import openset.set.data.outcome.Results;
import openset.set.data.sale.InstallRecurData;
import openset.set.data.sale.InstallRecurInd;

/** A purchase of the wallet as JSON. */
public final class PurchaseView {
  private PurchaseView() {}

  /** As JSON. */
  public static WalletJson.Purchase of(Purchase purchase) {
    return new WalletJson.Purchase(
        purchase.order().lidC().toString(),
        standing(purchase),
        xid(purchase),
        seller(purchase).map(seller -> offered(purchase, seller)),
        outcome(purchase),
        purchase.signed().flatMap(Purchase.Ordered::told).map(PurchaseView::told));
  }

  private static String standing(Purchase purchase) {
    return switch (purchase) {
      case Purchase.Started _ -> "started";
      case Purchase.Offered _ -> "offered";
      case Purchase.Cancelled _ -> "cancelled";
      case Purchase.Ordered _ -> "ordered";
      case Purchase.Confirmed _ -> "confirmed";
      case Purchase.Declined _ -> "declined";
      case Purchase.NotConfirmed _ -> "notConfirmed";
      case Purchase.Stopped _ -> "stopped";
    };
  }

  private static Optional<String> xid(Purchase purchase) {
    return purchase instanceof Purchase.Offered offered
        ? Optional.of(offered.xid().toString())
        : purchase.signed().map(ordered -> ordered.asked().transIDs().xid().toString());
  }

  private static Optional<Purchase.Seller> seller(Purchase purchase) {
    return purchase instanceof Purchase.Offered offered
        ? Optional.of(offered.seller())
        : purchase.signed().map(Purchase.Ordered::seller);
  }

  private static WalletJson.Offered offered(Purchase purchase, Purchase.Seller seller) {
    Offer offer = purchase.order().offer().value();
    List<WalletJson.Line> lines = offer.lines().stream().map(PurchaseView::line).toList();
    return new WalletJson.Offered(
        seller.name(),
        seller.web(),
        purchase.order().brandID().name(),
        lines,
        amount(offer.tax()),
        amount(offer.deliveryCharge()),
        amount(offer.total()),
        offer.installRecurData().map(PurchaseView::plan));
  }

  private static WalletJson.Plan plan(InstallRecurData leave) {
    return switch (leave.installRecurInd()) {
      case InstallRecurInd.InstallTotalTrans(int count) ->
          new WalletJson.Plan(Optional.of(count), leave.days(), Optional.empty());
      case InstallRecurInd.AsRecurring(var recurring) ->
          new WalletJson.Plan(
              Optional.empty(),
              Optional.of(recurring.recurringFrequency()),
              Optional.of(recurring.recurringExpiry().toString()));
    };
  }

  private static WalletJson.Line line(OrderLine line) {
    return new WalletJson.Line(
        line.description(), line.quantity(), amount(line.unitPrice()), amount(line.lineTotal()));
  }

  private static Optional<WalletJson.Outcome> outcome(Purchase purchase) {
    return switch (purchase) {
      case Purchase.Confirmed(_, var receipt) -> Optional.of(told(receipt));
      case Purchase.Declined(_, var receipt) -> Optional.of(told(receipt));
      case Purchase.NotConfirmed(_, _, var claimed) ->
          Optional.of(
              new WalletJson.Outcome(
                  claimed.map(Enum::name), Optional.empty(), Optional.empty()));
      case Purchase.Stopped(_, Stop stop, _) ->
          Optional.of(
              new WalletJson.Outcome(
                  Optional.empty(), Optional.empty(), Optional.of(stop.rule())));
      default -> Optional.empty();
    };
  }

  /** Of a purchase that was authorized in parts, all of them together. */
  private static WalletJson.Told told(Purchase.Told told) {
    List<Results> results =
        told.all().stream().map(PResPayload::results).flatMap(Optional::stream).toList();
    List<AuthStatus> held =
        results.stream().map(Results::authStatus).flatMap(Optional::stream).toList();
    List<CapStatus> captured =
        results.stream().map(Results::capStatus).flatMap(Optional::stream).toList();
    return new WalletJson.Told(
        told.at().toString(),
        told.completionCode().name(),
        held.stream().map(status -> status.authCode().name()).reduce((_, last) -> last),
        held.stream().map(status -> status.authRatio().value()).reduce(PurchaseView::share),
        captured.stream().map(status -> status.capRatio().value()).reduce(PurchaseView::share),
        captured.stream()
            .map(CapStatus::capDate)
            .max(Comparator.naturalOrder())
            .map(Instant::toString));
  }

  /** A sum of shares: without what adding left over, and all of it where payments recur. */
  private static double share(double one, double other) {
    return Math.min(1, Math.rint((one + other) * 1e9) / 1e9);
  }

  private static WalletJson.Outcome told(Receipt receipt) {
    return new WalletJson.Outcome(
        Optional.of(receipt.authCode().name()),
        Optional.of(amount(receipt.authAmt())),
        Optional.empty());
  }

  private static WalletJson.Amount amount(CurrencyAmount amount) {
    return new WalletJson.Amount(
        amount.currency().letters(), amount.minor(), amount.toString());
  }
}
