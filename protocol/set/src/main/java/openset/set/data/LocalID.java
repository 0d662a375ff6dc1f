package openset.set.data;

import java.nio.charset.StandardCharsets;
import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.Tagged;

/**
 * A label that one party gives to a transaction or a registration for its own use: lid-C of the
 * cardholder, lid-M of the merchant (its order number), lid-EE and lid-CA in registration.
 *
 * <pre>
 * LocalID ::= OCTET STRING (SIZE(1..20))
 * </pre>
 */
public record LocalID(Der octets) {
  /** The most octets a label may have. */
  public static final int OCTETS_MAX = 20;

  public static final Tagged<LocalID> TYPE =
      Asn1.octets(1, OCTETS_MAX).map("LocalID", LocalID::new, LocalID::octets);

  public LocalID {
    if (octets.length() < 1 || octets.length() > OCTETS_MAX) {
      throw new IllegalArgumentException("LocalID is not of 1 to " + OCTETS_MAX + " octets");
    }
  }

  /** The label of these octets, 1 to {@value #OCTETS_MAX} of them. */
  public static LocalID of(byte[] octets) {
    return new LocalID(Der.of(octets));
  }

  /** The label that spells {@code text}, such as an order number, in UTF-8. */
  public static LocalID ofText(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The octets read as UTF-8 text, for labels made by {@link #ofText}. */
  public String text() {
    return new String(octets.bytes(), StandardCharsets.UTF_8);
  }

  /** The octets in hexadecimal. */
  @Override
  public String toString() {
    return octets.toString();
  }
}
