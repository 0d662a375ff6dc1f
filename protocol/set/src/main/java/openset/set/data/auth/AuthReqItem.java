package openset.set.data.auth;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;

/**
 * One authorization that is asked for.
 *
 * <pre>
 * AuthReqItem ::= SEQUENCE {
 *   authTags         AuthTags,
 *   checkDigests     [0] CheckDigests OPTIONAL,
 *   authReqPayload   AuthReqPayload }
 * </pre>
 */
public record AuthReqItem(
    AuthTags authTags, Optional<CheckDigests> checkDigests, AuthReqPayload authReqPayload) {
  public static final Tagged<AuthReqItem> TYPE =
      Sequence.sequence(
          "AuthReqItem",
          field("authTags", AuthTags.TYPE, AuthReqItem::authTags),
          optional("checkDigests", CheckDigests.TYPE.implicit(0), AuthReqItem::checkDigests),
          field("authReqPayload", AuthReqPayload.TYPE, AuthReqItem::authReqPayload),
          AuthReqItem::new);
}
