package openset.set.data.auth;

import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.SetOid;
import openset.set.data.payment.AuthToken;
import openset.set.operator.Content;

/**
 * What the merchant keeps, unopened, in the place of what it had.
 *
 * <pre>
 * AuthRevResBaggage ::= SEQUENCE {
 *   capTokenNew    [0] CapToken OPTIONAL,
 *   authTokenNew   [1] AuthToken OPTIONAL }
 * </pre>
 *
 * <p>Tags are unconfirmed (spec/unconfirmed.md).
 */
public record AuthRevResBaggage(
    Optional<CapToken> capTokenNew, Optional<AuthToken> authTokenNew) {
  public static final Tagged<AuthRevResBaggage> TYPE =
      Sequence.sequence(
          "AuthRevResBaggage",
          optional("capTokenNew", CapToken.TYPE.implicit(0), AuthRevResBaggage::capTokenNew),
          optional("authTokenNew", AuthToken.TYPE.implicit(1), AuthRevResBaggage::authTokenNew),
          AuthRevResBaggage::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<AuthRevResBaggage> CONTENT =
      new Content<>(SetOid.AUTH_REV_RES_BAGGAGE, TYPE);
}
