package openset.set.message;

import openset.asn1.Tagged;
import openset.set.data.registration.CardCInitResTBS;
import openset.set.operator.Signed;

/**
 * The CCA's signed answer to CardCInitReq, with its certificates.
 *
 * <pre>
 * CardCInitRes ::= S { CA, CardCInitResTBS }
 * </pre>
 */
public record CardCInitRes(Signed<CardCInitResTBS> signed) implements Message {
  public static final Tagged<CardCInitRes> TYPE =
      Signed.<CardCInitResTBS>type().map("CardCInitRes", CardCInitRes::new, CardCInitRes::signed);

  @Override
  public String name() {
    return "CardCInitRes";
  }
}
