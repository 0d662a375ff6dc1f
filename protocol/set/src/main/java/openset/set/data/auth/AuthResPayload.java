package openset.set.data.auth;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.MsgExtensions;
import openset.set.data.sale.CapResPayload;

/**
 * The answer about one authorization.
 *
 * <pre>
 * AuthResPayload ::= SEQUENCE {
 *   authHeader      AuthHeader,
 *   capResPayload   [0] CapResPayload OPTIONAL,
 *   aRsExtensions   [1] MsgExtensions OPTIONAL }
 * </pre>
 *
 * @param capResPayload where CaptureNow was asked
 */
public record AuthResPayload(
    AuthHeader authHeader,
    Optional<CapResPayload> capResPayload,
    Optional<MsgExtensions> aRsExtensions) {
  public static final Tagged<AuthResPayload> TYPE =
      Sequence.sequence(
          "AuthResPayload",
          field("authHeader", AuthHeader.TYPE, AuthResPayload::authHeader),
          optional("capResPayload", CapResPayload.TYPE.implicit(0), AuthResPayload::capResPayload),
          optional("aRsExtensions", MsgExtensions.TYPE.implicit(1), AuthResPayload::aRsExtensions),
          AuthResPayload::new);
}
