package openset.iso8583.host;

import java.time.Instant;
import java.util.Optional;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.Mti;

/**
 * 0120: the gateway has approved this by itself, because the issuer could not be asked and the
 * cardholder's signature holds (spec/host-link.md, "Stand-in").
 *
 * @param request what a 0100 would have asked; its key was never used for another question
 * @param code element 38, the gateway's approval code
 * @param reason why the issuer was not asked
 * @param until from when on it is held no more, as the gateway told the merchant (HL-25)
 */
public record StandInAdvice(
    AuthorizationRequest request, String code, Reason reason, Optional<Instant> until) {
  /** Why the gateway stood in; the order is that of tag 9, beginning with 1. */
  public enum Reason {
    /** The issuer gave no answer in time. */
    TIME_OUT,
    /** The acquirer says that the issuer cannot be reached. */
    ISSUER_UNAVAILABLE
  }

  /** An advice that says no end. */
  public StandInAdvice(AuthorizationRequest request, String code, Reason reason) {
    this(request, code, reason, Optional.empty());
  }

  /** The parsed 0120 or 0121. */
  public static StandInAdvice of(IsoMessage message) throws MalformedMessage {
    LinkData data = LinkData.of(message);
    Reason reason =
        data.ordinal(LinkData.Tag.STAND_IN, Reason.values())
            .orElseThrow(() -> new MalformedMessage(127, "STAND_IN required"));
    AuthorizationRequest request = AuthorizationRequest.of(message);
    // HL-29: nobody stands in for what no cardholder signed.
    if (request.purchase().checks().unauthenticated()) {
      throw new MalformedMessage(127, "stand-in without a cardholder");
    }
    return new StandInAdvice(
        request,
        message.need(38),
        reason,
        data.time(LinkData.Tag.UNTIL));
  }

  /** The 0120 to send. */
  public IsoMessage toMessage() {
    IsoMessage.Builder message = request.builder(Mti.AUTHORIZATION_ADVICE).put(38, code);
    LinkData data = request.purchase().data().with(LinkData.Tag.STAND_IN, reason);
    until.map(end -> data.with(LinkData.Tag.UNTIL, end)).orElse(data).into(message);
    return message.build();
  }

  /** The same advice with another number, for the next link. */
  public StandInAdvice with(Trace other) {
    return new StandInAdvice(request.with(other), code, reason, until);
  }

  /** The same advice from another terminal. */
  public StandInAdvice at(String terminal) {
    return new StandInAdvice(request.at(terminal), code, reason, until);
  }

  /** The same advice without what nobody keeps after the authorization. */
  public StandInAdvice kept() {
    return new StandInAdvice(request.kept(), code, reason, until);
  }
}
