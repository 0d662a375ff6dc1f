package openset.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A media type without parameters, such as {@code application/set-payment} (SET External Interface
 * Guide, MIME types; RFC 9110 8.3.1).
 *
 * @param name type and subtype in lower case
 */
public record MediaType(String name) {
  private static final String TOKEN = "[a-z0-9][a-z0-9!#$&^_.+-]{0,63}";
  private static final Pattern FORM = Pattern.compile(TOKEN + "/" + TOKEN);

  /** Purchase messages between cardholder, merchant and gateway. */
  public static final MediaType SET_PAYMENT = new MediaType("application/set-payment");

  /** The message with which a shop wakes a wallet for a purchase. */
  public static final MediaType SET_PAYMENT_INITIATION =
      new MediaType("application/set-payment-initiation");

  /** Certificate messages between an end entity and a certification authority. */
  public static final MediaType SET_REGISTRATION = new MediaType("application/set-registration");

  /** The message with which an authority wakes a wallet for a registration. */
  public static final MediaType SET_REGISTRATION_INITIATION =
      new MediaType("application/set-registration-initiation");

  /** JSON (RFC 8259). */
  public static final MediaType JSON = new MediaType("application/json");

  /** A refusal as JSON (RFC 9457). */
  public static final MediaType PROBLEM = new MediaType("application/problem+json");

  /** One DER certificate (RFC 2585). */
  public static final MediaType CERTIFICATE = new MediaType("application/pkix-cert");

  /** One DER certificate revocation list (RFC 2585). */
  public static final MediaType CRL = new MediaType("application/pkix-crl");

  /** Any octets. */
  public static final MediaType OCTETS = new MediaType("application/octet-stream");

  public MediaType {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException("not a media type in lower case without parameters");
    }
  }

  /**
   * The media type of a Content-Type field value; parameters are ignored except that a charset
   * other than UTF-8 makes the value unusable.
   */
  public static Optional<MediaType> ofField(String value) {
    String[] parts = value.split(";", 8);
    String name = parts[0].strip().toLowerCase(Locale.ROOT);
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().toLowerCase(Locale.ROOT).replace("\"", "");
      if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
        return Optional.empty();
      }
    }
    return FORM.matcher(name).matches() ? Optional.of(new MediaType(name)) : Optional.empty();
  }

  /** The type in which a request of this type is answered: an initiation gets a message. */
  public MediaType answer() {
    return name.endsWith("-initiation")
        ? new MediaType(name.substring(0, name.length() - "-initiation".length()))
        : this;
  }

  @Override
  public String toString() {
    return name;
  }
}
