package openset.set.data.outcome;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.MsgExtensions;

/**
 * How one authorization of a purchase stands.
 *
 * <pre>
 * PResPayload ::= SEQUENCE {
 *   completionCode   CompletionCode,
 *   results          [0] Results OPTIONAL,
 *   pRsExtensions    [1] MsgExtensions OPTIONAL }
 * </pre>
 */
public record PResPayload(
    CompletionCode completionCode,
    Optional<Results> results,
    Optional<MsgExtensions> pRsExtensions) {
  public static final Tagged<PResPayload> TYPE =
      Sequence.sequence(
          "PResPayload",
          field("completionCode", CompletionCode.TYPE, PResPayload::completionCode),
          optional("results", Results.TYPE.implicit(0), PResPayload::results),
          optional("pRsExtensions", MsgExtensions.TYPE.implicit(1), PResPayload::pRsExtensions),
          PResPayload::new);
}
