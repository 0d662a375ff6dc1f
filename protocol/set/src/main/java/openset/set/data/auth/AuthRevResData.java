package openset.set.data.auth;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.pki.BrandCrlIdentifier;
import openset.set.SetOid;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.MsgExtensions;
import openset.set.operator.Content;

/**
 * The gateway's answer about one reversal.
 *
 * <pre>
 * AuthRevResData ::= SEQUENCE {
 *   authRevCode          AuthRevCode,
 *   authRevTags          AuthRevTags,
 *   brandCRLIdentifier   [0] EXPLICIT BrandCRLIdentifier OPTIONAL,
 *   peThumb              [1] CertThumb OPTIONAL,
 *   authNewAmt           CurrencyAmount,
 *   aRvRsExtensions      [2] MsgExtensions OPTIONAL,
 *   merchantThumb        [3] CertThumb }
 * </pre>
 *
 * <p>OpenSET adds merchantThumb and leaves AuthResDataNew out: authNewAmt and the new token say
 * what it would. Tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param authNewAmt what is authorized now
 * @param merchantThumb the merchant's signature certificate
 */
public record AuthRevResData(
    AuthRevCode authRevCode,
    AuthRevTags authRevTags,
    Optional<BrandCrlIdentifier> brandCRLIdentifier,
    Optional<CertThumb> peThumb,
    CurrencyAmount authNewAmt,
    Optional<MsgExtensions> aRvRsExtensions,
    CertThumb merchantThumb) {
  public static final Tagged<AuthRevResData> TYPE =
      Sequence.sequence(
          "AuthRevResData",
          field("authRevCode", AuthRevCode.TYPE, AuthRevResData::authRevCode),
          field("authRevTags", AuthRevTags.TYPE, AuthRevResData::authRevTags),
          optional(
              "brandCRLIdentifier",
              BrandCrlIdentifier.TYPE.explicit(0),
              AuthRevResData::brandCRLIdentifier),
          optional("peThumb", CertThumb.TYPE.implicit(1), AuthRevResData::peThumb),
          field("authNewAmt", CurrencyAmount.TYPE, AuthRevResData::authNewAmt),
          optional(
              "aRvRsExtensions",
              MsgExtensions.TYPE.implicit(2),
              AuthRevResData::aRvRsExtensions),
          field("merchantThumb", CertThumb.TYPE.implicit(3), AuthRevResData::merchantThumb),
          AuthRevResData::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<AuthRevResData> CONTENT =
      new Content<>(SetOid.AUTH_REV_RES_DATA, TYPE);
}
