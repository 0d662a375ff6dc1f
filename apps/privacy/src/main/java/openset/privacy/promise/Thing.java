package openset.privacy.promise;

/** Something about a purchase that is looked for. */
public enum Thing {
  /** That there was this purchase: its XID. */
  PURCHASE,
  /** What it costs. */
  TOTAL,
  /** The card number (PAN), in whatever form. */
  CARD_NUMBER,
  /** What was bought: article numbers and descriptions of the order's lines. */
  ORDER,
  /** Where it is sent: the lines of the delivery address. */
  DELIVERY,
  /** The name of who bought, and of who receives it. */
  NAME,
  /** Private keys, vault keys, passphrases and API keys of anybody. */
  SECRETS
}
