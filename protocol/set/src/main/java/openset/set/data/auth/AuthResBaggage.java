package openset.set.data.auth;

import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.SetOid;
import openset.set.data.outcome.AcqCardCodeMsg;
import openset.set.data.payment.AuthToken;
import openset.set.operator.Content;
import openset.set.operator.EncK;

/**
 * What the merchant keeps and passes on unopened.
 *
 * <pre>
 * AuthResBaggage ::= SEQUENCE {
 *   capToken     [0] CapToken OPTIONAL,
 *   acqCardMsg   [1] EncK{AcqCardCodeMsg} OPTIONAL,
 *   authToken    [2] AuthToken OPTIONAL }
 * </pre>
 *
 * <p>Tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param capToken for the capture
 * @param acqCardMsg for the cardholder, with the receipt
 * @param authToken for the next authorization
 */
public record AuthResBaggage(
    Optional<CapToken> capToken,
    Optional<EncK<AcqCardCodeMsg>> acqCardMsg,
    Optional<AuthToken> authToken) {
  public static final Tagged<AuthResBaggage> TYPE =
      Sequence.sequence(
          "AuthResBaggage",
          optional("capToken", CapToken.TYPE.implicit(0), AuthResBaggage::capToken),
          optional(
              "acqCardMsg", EncK.<AcqCardCodeMsg>type().implicit(1), AuthResBaggage::acqCardMsg),
          optional("authToken", AuthToken.TYPE.implicit(2), AuthResBaggage::authToken),
          AuthResBaggage::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<AuthResBaggage> CONTENT =
      new Content<>(SetOid.AUTH_RES_BAGGAGE, TYPE);

  /** Nothing goes along. */
  public static final AuthResBaggage NOTHING =
      new AuthResBaggage(Optional.empty(), Optional.empty(), Optional.empty());
}
