package openset.pki.issue;

/** Why a certificate is revoked (RFC 5280 5.3.1). */
public enum RevocationReason {
  /** Not said; leaves the reason out of the list. */
  UNSPECIFIED(0),
  /** The subject's key. */
  KEY_COMPROMISE(1),
  /** The authority's key. */
  CA_COMPROMISE(2),
  /** The subject's name or bank changed. */
  AFFILIATION_CHANGED(3),
  /** Another certificate took its place. */
  SUPERSEDED(4),
  /** No longer needed: a card, shop or gateway was closed. */
  CESSATION_OF_OPERATION(5);

  private final int code;

  RevocationReason(int code) {
    this.code = code;
  }

  /** The code in the list. */
  public int code() {
    return code;
  }
}
