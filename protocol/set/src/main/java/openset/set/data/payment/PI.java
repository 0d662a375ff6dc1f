package openset.set.data.payment;

import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.set.SetOid;
import openset.set.operator.Content;

/**
 * The payment instruction as the merchant carries it to the gateway, sealed: the merchant never
 * opens it.
 *
 * <pre>
 * PI ::= CHOICE {
 *   piUnsigned     [0] EXPLICIT PIUnsigned,
 *   piDualSigned   [1] EXPLICIT PIDualSigned,
 *   authToken      [2] EXPLICIT AuthToken }
 * </pre>
 */
public sealed interface PI permits PIUnsigned, PIDualSigned, AuthToken {
  Asn1Type<PI> TYPE =
      Choice.choice(
          "PI",
          Choice.alternative("piUnsigned", PIUnsigned.class, PIUnsigned.TYPE.explicit(0)),
          Choice.alternative("piDualSigned", PIDualSigned.class, PIDualSigned.TYPE.explicit(1)),
          Choice.alternative("authToken", AuthToken.class, AuthToken.TYPE.explicit(2)));

  /** As content: digested under this content type. */
  Content<PI> CONTENT = new Content<>(SetOid.PI, TYPE);
}
