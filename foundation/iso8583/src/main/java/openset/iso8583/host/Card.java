package openset.iso8583.host;

import openset.iso8583.MalformedMessage;

/**
 * The card of a payment.
 *
 * @param number element 2
 * @param expiry element 14: two digits of the year, then the month 01 to 12
 */
public record Card(CardNumber number, String expiry) {

  /** From text; refuses a bad number or a month that is none. */
  public static Card of(String number, String expiry) throws MalformedMessage {
    if (!expiry.matches("[0-9]{2}(0[1-9]|1[0-2])")) {
      throw new MalformedMessage(14, "not a year and month");
    }
    return new Card(CardNumber.of(number), expiry);
  }

  @Override
  public String toString() {
    return "Card[" + number + "]";
  }
}
