package openset.iso8583.host;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import openset.iso8583.MalformedMessage;

/**
 * What an issuer may check beside the card number, whether the payment is one of several, and
 * whether anybody proved its cardholder (element 127, tags 13, 14, 17, 19). Nobody keeps the
 * security code after the authorization, and no text of this class shows it.
 *
 * @param address billing address as the cardholder gave it: postal code, a space, and the digits of
 *     the street address, 1 to 60 octets of UTF-8
 * @param securityCode the 3 or 4 digits printed on the card
 * @param recurrence of which kind of series the payment is
 * @param unauthenticated whether it is known that nobody signed as the cardholder
 */
public record Checks(
    Optional<String> address,
    Optional<String> securityCode,
    Optional<Recurrence> recurrence,
    boolean unauthenticated) {
  /** Nothing to check. */
  public static final Checks NONE =
      new Checks(Optional.empty(), Optional.empty(), Optional.empty());

  /** What there is to check of a payment about whose cardholder nothing more is said. */
  public Checks(
      Optional<String> address,
      Optional<String> securityCode,
      Optional<Recurrence> recurrence) {
    this(address, securityCode, recurrence, false);
  }

  /** What tag 19 says; the order is that of its values, beginning with 1. */
  private enum Cardholder {
    NOT_AUTHENTICATED
  }

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
    return new Checks(address, code, recurrence(data), unauthenticated(data));
  }

  private static Optional<Recurrence> recurrence(LinkData data) throws MalformedMessage {
    return data.ordinal(LinkData.Tag.RECURRENCE, Recurrence.values());
  }

  /** HL-29: it is not said beside what proves the cardholder. */
  private static boolean unauthenticated(LinkData data) throws MalformedMessage {
    boolean said =
        data.ordinal(LinkData.Tag.CARDHOLDER, Cardholder.values()).isPresent();
    boolean proved =
        data.value(LinkData.Tag.TRANS_STAIN).isPresent()
            || data.value(LinkData.Tag.CERTIFICATE).isPresent();
    if (said && proved) throw new MalformedMessage(127, "CARDHOLDER beside a proof");
    return said;
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
    if (unauthenticated) all = all.with(LinkData.Tag.CARDHOLDER, Cardholder.NOT_AUTHENTICATED);
    return all;
  }

  /** The same of a payment whose cardholder nobody proved. */
  public Checks ofNobody() {
    return new Checks(address, securityCode, recurrence, true);
  }

  /** The same without what nobody keeps after the authorization. */
  public Checks kept() {
    return new Checks(address, Optional.empty(), recurrence, unauthenticated);
  }

  /** What is said of the payment, without what is for the issuer alone to check. */
  public Checks unchecked() {
    return new Checks(Optional.empty(), Optional.empty(), recurrence, unauthenticated);
  }

  private static boolean isSecurityCode(String text) {
    return text.matches("[0-9]{3,4}");
  }

  /** Neither address nor code. */
  @Override
  public String toString() {
    return "Checks[" + recurrence + (unauthenticated ? ", nobody" : "") + "]";
  }
}
