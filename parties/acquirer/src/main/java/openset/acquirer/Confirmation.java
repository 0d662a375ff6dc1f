package openset.acquirer;

import openset.acquirer.store.Merchant;

/** What the acquirer tells a certification authority about a merchant. */
public sealed interface Confirmation {

  /** The claim agrees with a contract in force. */
  record Confirmed(Merchant merchant) implements Confirmation {}

  /** It does not. */
  record NotConfirmed(Reason reason) implements Confirmation {}

  /** Why a claim is not confirmed. */
  enum Reason {
    /** The BIN is not this acquirer's. */
    OTHER_ACQUIRER,
    /** There is no contract with this merchant. */
    UNKNOWN_MERCHANT,
    /** The contract is suspended or ended. */
    CONTRACT_NOT_ACTIVE,
    /** The contract names another name. */
    OTHER_NAME,
    /** The contract names another category. */
    OTHER_CATEGORY,
    /** The contract names another web origin, or none. */
    OTHER_ORIGIN
  }
}
