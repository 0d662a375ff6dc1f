package openset.cardholder.stop;

import static openset.asn1.Field.field;

import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.message.Error;

/**
 * Why nothing more is done.
 *
 * <pre>
 * Stop ::= SEQUENCE {
 *   code    ErrorCode,
 *   rule    UTF8String (SIZE(1..200)),
 *   byPeer  BOOLEAN }
 * </pre>
 *
 * @param code what a peer would be told, or told us
 * @param rule of {@code spec/} that the peer's answer broke; W-09 where the peer sent an Error
 * @param byPeer whether the peer said so, of which nothing is proved
 */
public record Stop(ErrorCode code, String rule, boolean byPeer) {
  public static final Tagged<Stop> TYPE =
      Sequence.sequence(
          "Stop",
          field("code", ErrorCode.TYPE, Stop::code),
          field("rule", Asn1.sized(Asn1.UTF8_STRING, 1, 200), Stop::rule),
          field("byPeer", Asn1.BOOLEAN, Stop::byPeer),
          Stop::new);

  /** We refused the peer's answer. */
  public static Stop of(Refused refused) {
    return new Stop(refused.code(), refused.rule(), false);
  }

  /** The peer sent an Error. */
  public static Stop told(Error error) {
    return new Stop(error.code(), "W-09", true);
  }
}
