package openset.iso8583.host;

import java.util.Optional;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;

/**
 * 0230 or 0510: what became of an advice.
 *
 * @param code element 39; a code this link does not use reads as {@code SYSTEM_ERROR}
 * @param cycle the settlement cycle a presentment went into, from the clearing house only
 * @param conversion what an item is in the account's currency, from the issuer only
 */
public record AdviceAnswer(
    ResponseCode code, Optional<String> cycle, Optional<Conversion> conversion) {

  /** An answer of an item that nobody converts. */
  public AdviceAnswer(ResponseCode code, Optional<String> cycle) {
    this(code, cycle, Optional.empty());
  }

  /** An answer without a cycle. */
  public static AdviceAnswer of(ResponseCode code) {
    return new AdviceAnswer(code, Optional.empty());
  }

  /** Reads the answer. */
  public static AdviceAnswer of(IsoMessage answer) throws MalformedMessage {
    return new AdviceAnswer(
        ResponseCode.of(answer.need(39)).orElse(ResponseCode.SYSTEM_ERROR),
        LinkData.of(answer).text(LinkData.Tag.CYCLE),
        Conversion.of(answer));
  }

  /** True when the peer will never say otherwise: neither in progress nor out of order. */
  public boolean isFinal() {
    return switch (code) {
      case IN_PROGRESS, ISSUER_UNAVAILABLE, SYSTEM_ERROR -> false;
      default -> true;
    };
  }

  /** The message that gives it. */
  public IsoMessage answer(IsoMessage request) {
    IsoMessage.Builder answer = request.answer().put(39, code.wire());
    conversion.ifPresent(each -> each.into(answer));
    cycle.ifPresent(name -> LinkData.empty().with(LinkData.Tag.CYCLE, name).into(answer));
    return answer.build();
  }
}
