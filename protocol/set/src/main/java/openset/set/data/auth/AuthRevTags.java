package openset.set.data.auth;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.RRPID;
import openset.set.data.TransIDs;
import openset.set.data.sale.RRTags;

/**
 * Names one reversal, and the authorization it is of.
 *
 * <pre>
 * AuthRevTags ::= SEQUENCE {
 *   authRevRRTags   RRTags,
 *   authRetNum      [0] VisibleString (SIZE(1..64)) OPTIONAL,
 *   transIDs        [1] TransIDs,
 *   authRRPID       [2] RRPID }
 * </pre>
 *
 * <p>OpenSET adds the last two. Tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param authRetNum its number in the card network
 * @param authRRPID of the AuthReq that asked for the authorization
 */
public record AuthRevTags(
    RRTags authRevRRTags, Optional<String> authRetNum, TransIDs transIDs, RRPID authRRPID) {
  public static final Tagged<AuthRevTags> TYPE =
      Sequence.sequence(
          "AuthRevTags",
          field("authRevRRTags", RRTags.TYPE, AuthRevTags::authRevRRTags),
          optional(
              "authRetNum",
              Asn1.sized(Asn1.VISIBLE_STRING, 1, 64).implicit(0),
              AuthRevTags::authRetNum),
          field("transIDs", TransIDs.TYPE.implicit(1), AuthRevTags::transIDs),
          field("authRRPID", RRPID.TYPE.implicit(2), AuthRevTags::authRRPID),
          AuthRevTags::new);
}
