package openset.set.data.auth;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.TransIDs;
import openset.set.data.sale.RRTags;

/**
 * Names one authorization.
 *
 * <pre>
 * AuthTags ::= SEQUENCE {
 *   authRRTags   RRTags,
 *   transIDs     TransIDs,
 *   authRetNum   [0] VisibleString (SIZE(1..64)) OPTIONAL }
 * </pre>
 *
 * @param authRetNum its number in the card network
 */
public record AuthTags(RRTags authRRTags, TransIDs transIDs, Optional<String> authRetNum) {
  public static final Tagged<AuthTags> TYPE =
      Sequence.sequence(
          "AuthTags",
          field("authRRTags", RRTags.TYPE, AuthTags::authRRTags),
          field("transIDs", TransIDs.TYPE, AuthTags::transIDs),
          optional(
              "authRetNum",
              Asn1.sized(Asn1.VISIBLE_STRING, 1, 64).implicit(0),
              AuthTags::authRetNum),
          AuthTags::new);
}
