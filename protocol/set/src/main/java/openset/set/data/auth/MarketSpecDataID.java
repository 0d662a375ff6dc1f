package openset.set.data.auth;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * Which market data the issuer took.
 *
 * <pre>
 * MarketSpecDataID ::= ENUMERATED {
 *   failedEdit (0), auto (1), hotel (2), transport (3) }
 * </pre>
 *
 * <p>The names are SET's; the numbers are unconfirmed (spec/unconfirmed.md).
 */
public enum MarketSpecDataID {
  failedEdit(0),
  auto(1),
  hotel(2),
  transport(3);

  public static final Tagged<MarketSpecDataID> TYPE =
      Asn1.enumerated("MarketSpecDataID", values(), MarketSpecDataID::code);

  private final int code;

  MarketSpecDataID(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }
}
