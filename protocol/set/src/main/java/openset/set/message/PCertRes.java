package openset.set.message;

import openset.asn1.Tagged;
import openset.set.data.certificate.PCertResTBS;
import openset.set.operator.Signed;

/**
 * The gateway's key-exchange certificates, in its signature's certificates.
 *
 * <pre>
 * PCertRes ::= S { P, PCertResTBS }
 * </pre>
 */
public record PCertRes(Signed<PCertResTBS> signed) implements Message {
  public static final Tagged<PCertRes> TYPE =
      Signed.<PCertResTBS>type().map("PCertRes", PCertRes::new, PCertRes::signed);

  @Override
  public String name() {
    return "PCertRes";
  }
}
