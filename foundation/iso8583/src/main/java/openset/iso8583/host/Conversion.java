package openset.iso8583.host;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;

/**
 * Elements 5, 9, 50 and 6, 10, 51: what the amount of an item is in the currency of the
 * cardholder's account, which is that of the issuer's settlement too, so that each of the first
 * three is one of the last (spec/host-link.md, "Conversion").
 *
 * @param rate major units of that currency for one of element 49; at most seven digits, nine of
 *     them decimal places
 * @param amount elements 5 and 50, 6 and 51
 */
public record Conversion(BigDecimal rate, Amount amount) {
  private static final int DIGITS = 7;
  private static final int PLACES = 9;
  private static final int[] ELEMENTS = {5, 6, 9, 10, 51};

  /** Refuses a rate that the elements cannot say. */
  public Conversion {
    rate = rate.stripTrailingZeros();
    if (rate.scale() < 0) rate = rate.setScale(0);
    if (rate.signum() <= 0 || rate.precision() > DIGITS || rate.scale() > PLACES) {
      throw new IllegalArgumentException("rate out of bounds");
    }
  }

  /** What a message says; empty where it says nothing of a conversion. */
  static Optional<Conversion> of(IsoMessage message) throws MalformedMessage {
    boolean any = false;
    for (int element : ELEMENTS) any |= message.has(element);
    if (!any) return Optional.empty();
    same(message, 5, 6);
    same(message, 9, 10);
    same(message, 50, 51);
    long minor = Long.parseLong(message.need(6));
    int currency = Integer.parseInt(message.need(51));
    if (minor < 1) throw new MalformedMessage(6, "zero");
    if (currency < 1) throw new MalformedMessage(51, "zero");
    if (message.need(49).equals(message.need(51))) {
      throw new MalformedMessage(51, "the currency of element 49");
    }
    return Optional.of(new Conversion(rate(message.need(10)), new Amount(minor, currency)));
  }

  private static void same(IsoMessage message, int settlement, int billing)
      throws MalformedMessage {
    if (!message.need(settlement).equals(message.need(billing))) {
      throw new MalformedMessage(settlement, "not as element " + billing);
    }
  }

  /** The first digit says how many decimal places the seven others have. */
  private static BigDecimal rate(String element) throws MalformedMessage {
    int places = element.charAt(0) - '0';
    long digits = Long.parseLong(element.substring(1));
    if (digits == 0) throw new MalformedMessage(10, "zero");
    return BigDecimal.valueOf(digits, places);
  }

  void into(IsoMessage.Builder message) {
    String element =
        String.format(Locale.ROOT, "%d%07d", rate.scale(), rate.unscaledValue().longValueExact());
    message
        .put(5, amount.minor())
        .put(6, amount.minor())
        .put(9, element)
        .put(10, element)
        .put(50, amount.currency())
        .put(51, amount.currency());
  }
}
