package openset.evidence.proposal;

/** What a cardholder contests. */
public enum Contest {
  /** That anybody with the card agreed to it. */
  NOT_AGREED,
  /** That the goods came. */
  NOT_RECEIVED,
  /** That it was to be so much. */
  OTHER_AMOUNT,
  /** That this was what was ordered. */
  OTHER_ORDER,
  /** That the money was taken although the purchase was called off. */
  CALLED_OFF,
  /** That money was to be given back, and was not. */
  NOT_REFUNDED,
  /** That it was to be paid once. */
  CHARGED_TWICE
}
