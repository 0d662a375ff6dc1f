package openset.set.data.auth;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.pki.BrandCrlIdentifier;
import openset.set.data.CertThumb;

/**
 * The gateway's answer about one authorization. It names the merchant (MerchantID in authTags, and
 * its certificate), the purchase (XID), the amount and the decision, and the merchant checks all
 * four.
 *
 * <pre>
 * AuthResData ::= SEQUENCE {
 *   authTags             AuthTags,
 *   brandCRLIdentifier   [0] EXPLICIT BrandCRLIdentifier OPTIONAL,
 *   peThumb              [1] CertThumb OPTIONAL,
 *   authResPayload       AuthResPayload,
 *   merchantThumb        [2] CertThumb }
 * </pre>
 *
 * <p>OpenSET adds merchantThumb. Tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param authTags as asked; paySysID and authRetNum may be filled in
 * @param peThumb the gateway's current key-exchange certificate
 * @param merchantThumb the merchant's signature certificate
 */
public record AuthResData(
    AuthTags authTags,
    Optional<BrandCrlIdentifier> brandCRLIdentifier,
    Optional<CertThumb> peThumb,
    AuthResPayload authResPayload,
    CertThumb merchantThumb) {
  public static final Tagged<AuthResData> TYPE =
      Sequence.sequence(
          "AuthResData",
          field("authTags", AuthTags.TYPE, AuthResData::authTags),
          optional(
              "brandCRLIdentifier",
              BrandCrlIdentifier.TYPE.explicit(0),
              AuthResData::brandCRLIdentifier),
          optional("peThumb", CertThumb.TYPE.implicit(1), AuthResData::peThumb),
          field("authResPayload", AuthResPayload.TYPE, AuthResData::authResPayload),
          field("merchantThumb", CertThumb.TYPE.implicit(2), AuthResData::merchantThumb),
          AuthResData::new);
}
