package openset.merchant.shop;

import openset.asn1.Der;

/** The number people call an order by: ten characters of LID-M that are hard to misread. */
final class OrderNumber {
  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

  private OrderNumber() {}

  static String of(Der label) {
    byte[] octets = label.bytes();
    StringBuilder number = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      number.append(ALPHABET.charAt((octets[i] & 0xff) % ALPHABET.length()));
      if (i == 4) number.append('-');
    }
    return number.toString();
  }
}
