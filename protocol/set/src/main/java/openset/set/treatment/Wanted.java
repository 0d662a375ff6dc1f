package openset.set.treatment;

import openset.set.data.registration.RequestType;

/**
 * What a RequestType asks for.
 *
 * @param who whose certificates
 * @param signature whether one for a key that signs
 * @param keyExchange whether one for a key that opens
 * @param renewal whether in the place of certificates it has
 */
public record Wanted(
    Registrant who, boolean signature, boolean keyExchange, boolean renewal) {
  /** What {@code type} asks for. */
  public static Wanted of(RequestType type) {
    return switch (type) {
      case cardInitialSig -> first(Registrant.CARDHOLDER, true, false);
      case merInitialSig -> first(Registrant.MERCHANT, true, false);
      case merInitialEnc -> first(Registrant.MERCHANT, false, true);
      case merInitialBoth -> first(Registrant.MERCHANT, true, true);
      case pgwyInitialSig -> first(Registrant.GATEWAY, true, false);
      case pgwyInitialEnc -> first(Registrant.GATEWAY, false, true);
      case pgwyInitialBoth -> first(Registrant.GATEWAY, true, true);
      case cardRenewalSig -> again(Registrant.CARDHOLDER, true, false);
      case merRenewalSig -> again(Registrant.MERCHANT, true, false);
      case merRenewalEnc -> again(Registrant.MERCHANT, false, true);
      case merRenewalBoth -> again(Registrant.MERCHANT, true, true);
      case pgwyRenewalSig -> again(Registrant.GATEWAY, true, false);
      case pgwyRenewalEnc -> again(Registrant.GATEWAY, false, true);
      case pgwyRenewalBoth -> again(Registrant.GATEWAY, true, true);
    };
  }

  /**
   * Whether the new signature key speaks for itself, in a first request or where a cardholder
   * renews: what we do.
   */
  public boolean supported() {
    return signature && (!renewal || who == Registrant.CARDHOLDER);
  }

  private static Wanted first(Registrant who, boolean signature, boolean keyExchange) {
    return new Wanted(who, signature, keyExchange, false);
  }

  private static Wanted again(Registrant who, boolean signature, boolean keyExchange) {
    return new Wanted(who, signature, keyExchange, true);
  }
}
