package openset.set.data.auth;

import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.SetOid;
import openset.set.operator.Content;

/**
 * What goes along with a reversal, unopened.
 *
 * <pre>
 * AuthRevReqBaggage ::= SEQUENCE {
 *   capToken   [0] CapToken OPTIONAL }
 * </pre>
 *
 * <p>SET 1.0 sends PI before it; OpenSET does not. The tag is unconfirmed (spec/unconfirmed.md).
 */
public record AuthRevReqBaggage(Optional<CapToken> capToken) {
  public static final Tagged<AuthRevReqBaggage> TYPE =
      Sequence.sequence(
          "AuthRevReqBaggage",
          optional("capToken", CapToken.TYPE.implicit(0), AuthRevReqBaggage::capToken),
          AuthRevReqBaggage::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<AuthRevReqBaggage> CONTENT =
      new Content<>(SetOid.AUTH_REV_REQ_BAGGAGE, TYPE);
}
