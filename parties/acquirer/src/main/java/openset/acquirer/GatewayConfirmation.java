package openset.acquirer;

/** What the acquirer tells a certification authority about a payment gateway. */
public sealed interface GatewayConfirmation {

  /** The acquirer works through this gateway. */
  record Confirmed() implements GatewayConfirmation {}

  /** It does not. */
  record NotConfirmed(Reason reason) implements GatewayConfirmation {}

  /** Why a claim is not confirmed. */
  enum Reason {
    /** The BIN is not this acquirer's. */
    OTHER_ACQUIRER,
    /** The acquirer does not work through this gateway. */
    UNKNOWN_GATEWAY
  }
}
