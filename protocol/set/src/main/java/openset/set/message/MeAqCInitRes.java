package openset.set.message;

import openset.asn1.Tagged;
import openset.set.data.registration.MeAqCInitResTBS;
import openset.set.operator.Signed;

/**
 * The CA's signed answer to Me-AqCInitReq, with its certificates and the form.
 *
 * <pre>
 * Me-AqCInitRes ::= S { CA, Me-AqCInitResTBS }
 * </pre>
 */
public record MeAqCInitRes(Signed<MeAqCInitResTBS> signed) implements Message {
  public static final Tagged<MeAqCInitRes> TYPE =
      Signed.<MeAqCInitResTBS>type().map("Me-AqCInitRes", MeAqCInitRes::new, MeAqCInitRes::signed);

  @Override
  public String name() {
    return "Me-AqCInitRes";
  }
}
