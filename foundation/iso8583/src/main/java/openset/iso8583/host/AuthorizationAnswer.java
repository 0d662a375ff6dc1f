package openset.iso8583.host;

import java.time.Instant;
import java.util.Optional;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;

/**
 * 0110 or 0210: what was decided about an authorization or a sale.
 *
 * @param checked what the issuer found of address and security code
 * @param until from when on an approved amount is held no more, to the second; absent where nothing
 *     is held, or where the issuer says no end (HL-25)
 */
public record AuthorizationAnswer(
    Decision decision, CheckResults checked, Optional<Instant> until) {

  /** A decision alone. */
  public static AuthorizationAnswer of(Decision decision) {
    return new AuthorizationAnswer(decision, CheckResults.NONE, Optional.empty());
  }

  /** No, and why. */
  public static AuthorizationAnswer no(ResponseCode reason) {
    return of(Decision.Declined.with(reason));
  }

  /** Reads an answer. Its decision stands; what else cannot be read was not said. */
  public static AuthorizationAnswer of(IsoMessage answer) {
    Decision decision = Decision.of(answer);
    try {
      LinkData data = LinkData.of(answer);
      return new AuthorizationAnswer(
          decision, CheckResults.of(data), data.time(LinkData.Tag.UNTIL));
    } catch (MalformedMessage e) {
      return of(decision);
    }
  }

  /** The message that gives it. */
  public IsoMessage answer(IsoMessage request) {
    LinkData data = checked.into(LinkData.empty());
    if (until.isPresent()) data = data.with(LinkData.Tag.UNTIL, until.get());
    IsoMessage.Builder answer = request.answer();
    data.into(answer);
    return switch (decision) {
      case Decision.Approved(String code) ->
          answer.put(38, code).put(39, ResponseCode.APPROVED.wire()).build();
      case Decision.PartlyApproved(String code, long minor) ->
          answer
              .put(4, minor)
              .put(38, code)
              .put(39, ResponseCode.PARTLY_APPROVED.wire())
              .build();
      case Decision.Declined(String code) -> answer.put(39, code).build();
    };
  }
}
