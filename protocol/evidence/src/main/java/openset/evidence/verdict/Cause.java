package openset.evidence.verdict;

/** Why a claim is not proved, or wrong. */
public enum Cause {
  /** It is proved. */
  NONE,
  /** The bundle holds nothing about it. */
  ABSENT,
  /** No bundle of this kind can prove it. */
  BEYOND,
  /** The list of revoked certificates of that time is not in the bundle. */
  NOT_LISTED,
  /** The octets are not what they must be. */
  CONTENT,
  /** The signature is not over this content, or not by this key. */
  SIGNATURE,
  /** No way leads from the certificate to the root. */
  UNTRUSTED,
  /** The certificate is not of the kind, or not of the brand, that may say so. */
  OTHER_SIGNER,
  /** The certificate was not in force then. */
  EXPIRED,
  /** The certificate was revoked then. */
  REVOKED,
  /** It is about another purchase. */
  OTHER_PURCHASE,
  /** It is about another order. */
  OTHER_ORDER,
  /** Another merchant is meant. */
  OTHER_MERCHANT,
  /** Another gateway is meant. */
  OTHER_GATEWAY,
  /** It is about more money than was agreed to. */
  TOO_MUCH,
  /** The dates contradict each other, or lie in the future. */
  OTHER_TIME
}
