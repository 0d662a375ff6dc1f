package openset.browsing.pay;

import java.util.ArrayList;
import java.util.List;
import openset.asn1.AsSent;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.order.Offer;
import openset.set.data.order.OrderLine;
import openset.set.initiation.InitiationText;
import openset.set.initiation.PaymentInitiation;

/** Initiations as a forger makes them: in themselves without fault. */
final class Forged {
  private Forged() {}

  /** The same order for one cent a piece, with every digest right. */
  static String cheaper(String initiation) {
    try {
      PaymentInitiation genuine = (PaymentInitiation) InitiationText.read(initiation);
      Offer offer = genuine.offerOf(genuine.offer().orElseThrow()).value();
      AsSent<Offer> forged = AsSent.of(Offer.TYPE, cheaper(offer));
      return InitiationText.write(
          PaymentInitiation.of(forged, genuine.setUrl(), genuine.returns()));
    } catch (Refused e) {
      throw new IllegalStateException(e);
    }
  }

  private static Offer cheaper(Offer offer) {
    List<OrderLine> lines = new ArrayList<>();
    long sum = offer.tax().minor() + offer.deliveryCharge().minor();
    for (OrderLine line : offer.lines()) {
      lines.add(
          new OrderLine(
              line.lineNumber(),
              line.article(),
              line.description(),
              line.quantity(),
              CurrencyAmount.of("EUR", 1),
              CurrencyAmount.of("EUR", line.quantity()),
              line.salt()));
      sum += line.quantity();
    }
    return new Offer(
        offer.lidM(),
        offer.date(),
        offer.brandIDs(),
        lines,
        offer.tax(),
        offer.deliveryCharge(),
        CurrencyAmount.of("EUR", sum),
        offer.delivery(),
        offer.installRecurData());
  }
}
