package openset.set.data.auth;

import openset.asn1.Tagged;
import openset.set.operator.Enc;

/**
 * What a gateway hands to the merchant for the capture, readable by that gateway alone.
 *
 * <pre>
 * CapToken ::= Enc { P1, P2, CapTokenData }    -- P1 = P2
 * </pre>
 *
 * <p>SET 1.0 has a form with the account number for the merchant too (EncX), which OpenSET leaves
 * out.
 */
public record CapToken(Enc<CapTokenData> sealed) {
  public static final Tagged<CapToken> TYPE =
      Enc.<CapTokenData>type().map("CapToken", CapToken::new, CapToken::sealed);
}
