package openset.set.data.auth;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.CurrencyAmount;
import openset.set.data.MsgExtensions;
import openset.set.data.Thumbs;

/**
 * What the merchant gives back of an authorization.
 *
 * <pre>
 * AuthRevReqData ::= SEQUENCE {
 *   authRevTags       AuthRevTags,
 *   mThumbs           [0] Thumbs OPTIONAL,
 *   authNewAmt        CurrencyAmount,
 *   aRvRqExtensions   [3] MsgExtensions OPTIONAL }
 * </pre>
 *
 * <p>SET 1.0 has AuthReqData [1] and AuthResPayload [2] for gateways whose token lacks them; ours
 * never does. Tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param authNewAmt what shall stay authorized; 0 voids
 */
public record AuthRevReqData(
    AuthRevTags authRevTags,
    Optional<Thumbs> mThumbs,
    CurrencyAmount authNewAmt,
    Optional<MsgExtensions> aRvRqExtensions) {
  public static final Tagged<AuthRevReqData> TYPE =
      Sequence.sequence(
          "AuthRevReqData",
          field("authRevTags", AuthRevTags.TYPE, AuthRevReqData::authRevTags),
          optional("mThumbs", Thumbs.TYPE.implicit(0), AuthRevReqData::mThumbs),
          field("authNewAmt", CurrencyAmount.TYPE, AuthRevReqData::authNewAmt),
          optional(
              "aRvRqExtensions",
              MsgExtensions.TYPE.implicit(3),
              AuthRevReqData::aRvRqExtensions),
          AuthRevReqData::new);
}
