package openset.privacy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import openset.privacy.promise.Thing;
import openset.privacy.search.Form;
import openset.privacy.search.Forms;
import openset.privacy.search.Needle;
import openset.privacy.store.Charged;
import openset.privacy.store.Sold;
import openset.set.data.CurrencyAmount;
import openset.set.data.order.OrderLine;

/**
 * A purchase whose traces are looked for.
 *
 * @param merchant the name of the merchant in the world
 * @param sold the order, as the merchant keeps it
 * @param charged the card, as its issuer keeps it; empty where no issuer was asked
 */
public record Purchase(String merchant, Sold sold, Optional<Charged> charged) {
  /** The order number that the customer knows. */
  public String label() {
    return sold.orderNumber();
  }

  /** What it costs. */
  public CurrencyAmount total() {
    return sold.offer().total();
  }

  /** XID in hexadecimal. */
  public String xid() {
    return HexFormat.of().formatHex(sold.xid());
  }

  /** Whether {@code text} names it: its order number, its XID or the merchant's label. */
  public boolean isCalled(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return label().equalsIgnoreCase(text)
        || xid().equals(lower)
        || HexFormat.of().formatHex(sold.lidM()).equals(lower);
  }

  /**
   * Everything that gives it away.
   *
   * @param common words that everybody may hold, such as names of shops
   * @param told what whoever is looked at was told of people when their accounts were opened: an
   *     address stated then is no trace of this purchase
   */
  List<Needle> needles(List<String> common, List<String> told) {
    List<Needle> needles = new ArrayList<>(Forms.ofOctets(Thing.PURCHASE, sold.xid()));
    needles.add(new Needle(Thing.TOTAL, Form.AMOUNT, CurrencyAmount.TYPE.encode(total())));
    charged.ifPresent(card -> needles.addAll(Forms.ofCardNumber(card.cardNumber())));
    List<String> order = new ArrayList<>();
    for (OrderLine line : sold.offer().lines()) {
      order.add(line.article());
      order.add(line.description());
    }
    texts(needles, Thing.ORDER, order, common);
    List<String> known = new ArrayList<>(common);
    known.addAll(told);
    texts(needles, Thing.DELIVERY, sold.offer().delivery().addressLines(), known);
    List<String> names = new ArrayList<>(List.of(sold.offer().delivery().recipient()));
    charged.ifPresent(card -> names.add(card.holder().name()));
    texts(needles, Thing.NAME, names, common);
    return needles;
  }

  private static void texts(
      List<Needle> needles, Thing thing, List<String> texts, List<String> common) {
    for (String text : texts) {
      if (common.stream().anyMatch(word -> word.contains(text))) continue;
      needles.addAll(Forms.ofText(thing, text));
    }
  }

  @Override
  public String toString() {
    return "Purchase[" + label() + "]";
  }
}
