package openset.privacy.promise;

/** The part somebody plays in a purchase, or where else it may have left traces. */
public enum Part {
  /** The cardholder's wallet, where it keeps a database. */
  WALLET,
  /** A merchant. */
  MERCHANT,
  /** The payment gateway. */
  GATEWAY,
  /** A merchant's bank. */
  ACQUIRER,
  /** A cardholder's bank. */
  ISSUER,
  /** The clearing house. */
  CLEARING,
  /** The certification authority. */
  AUTHORITY,
  /** What anybody logged. */
  LOGS,
  /** The files of the world, those of its database server too; read as octets. */
  FILES
}
