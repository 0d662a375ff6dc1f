package openset.set.message;

import openset.asn1.Tagged;
import openset.set.data.outcome.PResData;
import openset.set.operator.Signed;

/**
 * The merchant's signed answer about a purchase.
 *
 * <pre>
 * PRes ::= S { M, PResData }
 * </pre>
 */
public record PRes(Signed<PResData> signed) implements Message {
  public static final Tagged<PRes> TYPE =
      Signed.<PResData>type().map("PRes", PRes::new, PRes::signed);

  @Override
  public String name() {
    return "PRes";
  }
}
