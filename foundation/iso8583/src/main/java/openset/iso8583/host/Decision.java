package openset.iso8583.host;

import java.util.Optional;
import openset.iso8583.IsoMessage;

/** What a host decided about an authorization: elements 38, 39 and, when lower, 4. */
public sealed interface Decision {

  /** Yes, for the whole amount. @param code six letters or digits (element 38) */
  record Approved(String code) implements Decision {}

  /** Yes, for less (response code 10). @param minor the approved amount in minor units */
  record PartlyApproved(String code, long minor) implements Decision {}

  /** No. @param code the response code on the wire, two characters, known to us or not */
  record Declined(String code) implements Decision {

    /** A decline with a code of this link. */
    public static Declined with(ResponseCode reason) {
      return new Declined(reason.wire());
    }

    /** The reason, when the code is one of this link's. */
    public Optional<ResponseCode> reason() {
      return ResponseCode.of(code);
    }
  }

  /**
   * Reads an answer, failing closed: only 00 with an approval code, or 10 with one and a lower
   * amount, approves; anything else declines.
   */
  static Decision of(IsoMessage answer) {
    String code = answer.text(39).orElse(ResponseCode.SYSTEM_ERROR.wire());
    Optional<String> approval = answer.text(38);
    boolean yes = code.equals(ResponseCode.APPROVED.wire());
    boolean partly = code.equals(ResponseCode.PARTLY_APPROVED.wire());
    if (yes && approval.isPresent()) return new Approved(approval.get());
    if (partly && approval.isPresent() && answer.number(4).orElse(0) > 0) {
      return new PartlyApproved(approval.get(), answer.number(4).getAsLong());
    }
    return yes || partly ? Declined.with(ResponseCode.SYSTEM_ERROR) : new Declined(code);
  }

  /** The 0110 or 0210 that gives this decision. */
  default IsoMessage answer(IsoMessage request) {
    return AuthorizationAnswer.of(this).answer(request);
  }

  /** The 0110 or 0210 that gives this decision and says what was checked. */
  default IsoMessage answer(IsoMessage request, CheckResults checked) {
    return new AuthorizationAnswer(this, checked, Optional.empty()).answer(request);
  }
}
