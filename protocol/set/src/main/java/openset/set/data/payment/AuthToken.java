package openset.set.data.payment;

import openset.asn1.Tagged;
import openset.set.data.card.PANToken;
import openset.set.operator.EncX;

/**
 * What a gateway hands to the merchant for the next authorization of one purchase, readable by that
 * gateway alone. It takes the place of the payment instruction.
 *
 * <pre>
 * AuthToken ::= EncX { P1, P2, AuthTokenData, PANToken }    -- P1 = P2
 * </pre>
 */
public record AuthToken(EncX<AuthTokenData, PANToken> sealed) implements PI {
  public static final Tagged<AuthToken> TYPE =
      EncX.<AuthTokenData, PANToken>type().map("AuthToken", AuthToken::new, AuthToken::sealed);
}
