package openset.set.message;

import openset.asn1.Tagged;
import openset.set.data.registration.RegFormResTBS;
import openset.set.operator.Signed;

/**
 * The CCA's signed form.
 *
 * <pre>
 * RegFormRes ::= S { CA, RegFormResTBS }
 * </pre>
 */
public record RegFormRes(Signed<RegFormResTBS> signed) implements Message {
  public static final Tagged<RegFormRes> TYPE =
      Signed.<RegFormResTBS>type().map("RegFormRes", RegFormRes::new, RegFormRes::signed);

  @Override
  public String name() {
    return "RegFormRes";
  }
}
