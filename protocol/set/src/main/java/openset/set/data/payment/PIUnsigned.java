package openset.set.data.payment;

import openset.asn1.Tagged;
import openset.set.data.card.PANToken;
import openset.set.data.order.OIData;
import openset.set.operator.EXH;
import openset.set.operator.Linked;

/**
 * The payment instruction of a cardholder without a certificate: refused unless gateway and brand
 * allow it.
 *
 * <pre>
 * PIUnsigned ::= EXH { P, PI-OILink, PANToken }
 * </pre>
 */
public record PIUnsigned(EXH<Linked<PIHead, OIData>, PANToken> exhPIData) implements PI {
  public static final Tagged<PIUnsigned> TYPE =
      EXH.<Linked<PIHead, OIData>, PANToken>type()
          .map("PIUnsigned", PIUnsigned::new, PIUnsigned::exhPIData);
}
