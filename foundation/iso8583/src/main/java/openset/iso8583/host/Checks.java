package openset.iso8583.host;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import openset.iso8583.MalformedMessage;

/**
 * What an issuer may check beside the card number, and whether the payment is one of several
 * (element 127, tags 13, 14, 17). Nobody keeps the security code after the authorization, and no
 * text of this class shows it.
 *
 * @param address billing address as the cardholder gave it: postal code, a space, and the digits of
 *     the street address, 1 to 60 octets of UTF-8
 * @param securityCode the 3 or 4 digits printed on the card
 * @param recurrence of which kind of series the payment is
 */
public record Checks(
    Optional<String> address, Optional<String> securityCode, Optional<Recurrence> recurrence) {
  /** Nothing to check. */
  public static final Checks NONE =
      new Checks(Optional.empty(), Optional.empty(), Optional.empty());

  /** Kinds of series; the order is that of tag 17, beginning with 1. */
  public enum Recurrence {
    RECURRING,
    INSTALMENT
  }

  /** Refuses a security code that is none. */
  public Checks {
    if (securityCode.isPresent() && !isSecurityCode(securityCode.get())) {
      throw new IllegalArgumentException("not a security code");
    }
  }

  static Checks of(LinkData data) throws MalformedMessage {
    Optional<String> code = data.text(LinkData.Tag.SECURITY_CODE);
    if (code.isPresent() && !isSecurityCode(code.get())) {
      throw new MalformedMessage(127, "not a security code");
    }
    Optional<String> address =
        data.value(LinkData.Tag.ADDRESS)
            .map(octets -> new String(octets.bytes(), StandardCharsets.UTF_8));
    return new Checks(address, code, recurrence(data));
  }

  private static Optional<Recurrence> recurrence(LinkData data) throws MalformedMessage {
    return data.ordinal(LinkData.Tag.RECURRENCE, Recurrence.values());
  }

  LinkData into(LinkData data) {
    LinkData all = data;
    if (address.isPresent()) {
      Octets octets = Octets.of(address.get().getBytes(StandardCharsets.UTF_8));
      all = all.with(LinkData.Tag.ADDRESS, octets);
    }
    if (securityCode.isPresent()) {
      all = all.with(LinkData.Tag.SECURITY_CODE, securityCode.get());
    }
    if (recurrence.isPresent()) all = all.with(LinkData.Tag.RECURRENCE, recurrence.get());
    return all;
  }

  /** The same without what nobody keeps after the authorization. */
  public Checks kept() {
    return new Checks(address, Optional.empty(), recurrence);
  }

  private static boolean isSecurityCode(String text) {
    return text.matches("[0-9]{3,4}");
  }

  /** Neither address nor code. */
  @Override
  public String toString() {
    return "Checks[" + recurrence + "]";
  }
}
