package openset.iso8583.host;

import java.util.OptionalLong;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;

/**
 * Elements 4 and 49.
 *
 * @param minor minor units, 1 to 999,999,999,999
 * @param currency ISO 4217 numeric code, 1 to 999
 */
public record Amount(long minor, int currency) {
  private static final long MOST = 999_999_999_999L;

  public Amount {
    if (minor < 1 || minor > MOST) throw new IllegalArgumentException("amount out of bounds");
    if (currency < 1 || currency > 999) throw new IllegalArgumentException("no currency");
  }

  static Amount of(IsoMessage message) throws MalformedMessage {
    message.need(4);
    message.need(49);
    OptionalLong minor = message.number(4);
    OptionalLong currency = message.number(49);
    if (minor.orElse(0) < 1) throw new MalformedMessage(4, "zero");
    if (currency.orElse(0) < 1) throw new MalformedMessage(49, "zero");
    return new Amount(minor.getAsLong(), (int) currency.getAsLong());
  }

  void into(IsoMessage.Builder message) {
    message.put(4, minor).put(49, currency);
  }
}
