package openset.set.extension;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/** What the issuer found of the code printed on the card; the order is that on the wire. */
public enum SecurityCodeResult {
  resultUnavailable,
  noMatch,
  match;

  public static final Tagged<SecurityCodeResult> TYPE =
      Asn1.enumerated("SecurityCodeResult", values(), SecurityCodeResult::ordinal);
}
