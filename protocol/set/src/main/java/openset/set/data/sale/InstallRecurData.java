package openset.set.data.sale;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.MsgExtensions;

/**
 * The cardholder's leave for instalments or recurring payments. Cardholder and merchant both state
 * it, and both must say the same. It is not sent on to the issuer.
 *
 * <pre>
 * InstallRecurData ::= SEQUENCE {
 *   installRecurInd   InstallRecurInd,
 *   irExtensions      [0] MsgExtensions OPTIONAL }
 * </pre>
 */
public record InstallRecurData(
    InstallRecurInd installRecurInd, Optional<MsgExtensions> irExtensions) {
  public static final Tagged<InstallRecurData> TYPE =
      Sequence.sequence(
          "InstallRecurData",
          field("installRecurInd", InstallRecurInd.TYPE, InstallRecurData::installRecurInd),
          optional("irExtensions", MsgExtensions.TYPE.implicit(0), InstallRecurData::irExtensions),
          InstallRecurData::new);
}
