package openset.set.treatment.authority;

import java.util.Optional;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.card.PAN;
import openset.set.data.card.PANOnly;
import openset.set.data.registration.RegFormReqData;
import openset.set.message.MessageWrapper;
import openset.set.message.RegFormReq;
import openset.set.operator.EXH;
import openset.set.operator.Opened;
import openset.set.treatment.Means;
import openset.set.treatment.Registrant;
import openset.set.treatment.RegistrationForms;
import openset.set.treatment.RegistrationHeader;
import openset.set.treatment.Wanted;
import openset.set.treatment.WrapperCheck;

/**
 * What the CCA checks of RegFormReq, {@code spec/registration.md}. Nobody signed it: it says which
 * card somebody asks about, and no more.
 */
public final class ProcessRegFormReq {
  private ProcessRegFormReq() {}

  /**
   * Which form is asked for: by the BIN of the card, in a language.
   *
   * @param begun the registration it belongs to
   */
  public record Request(RegFormReqData data, PAN pan, Begun begun) {
    /** Neither label nor account. */
    @Override
    public String toString() {
      return "RegFormReq[" + pan.bin() + " " + data.language() + "]";
    }
  }

  /**
   * Checks {@code request}.
   *
   * @param ca the keys of the brand it was begun for
   */
  public static Request process(
      MessageWrapper wrapper, RegFormReq request, Begun begun, CaCredentials ca, Means means)
      throws Refused {
    // RegFormReq-A-01: the wrapper is fresh.
    WrapperCheck.fresh(wrapper, means);
    // RegFormReq-A-02: sealed to us, link and digest hold.
    Opened<RegFormReqData, PANOnly> opened =
        EXH.open(ca.opening(), request.exh(), RegistrationForms.REG_FORM_REQ);
    RegFormReqData data = opened.value();
    // RegFormReq-A-03: identifiers outside are those inside, and those of this registration.
    RegistrationHeader.same(wrapper, data.rrpid(), data.lidEE(), data.lidCA());
    boolean labels =
        data.lidEE().equals(begun.lidEE()) && data.lidCA().equals(Optional.of(begun.lidCA()));
    if (!labels) throw new Refused(ErrorCode.unknownLID, "RegFormReq-A-03");
    // RegFormReq-A-04: for a certificate of a cardholder, a first or a renewed one.
    Wanted wanted = Wanted.of(data.requestType());
    if (wanted.who() != Registrant.CARDHOLDER || !wanted.supported()) {
      throw new Refused(ErrorCode.messageNotSupported, "RegFormReq-A-04");
    }
    return new Request(data, opened.extra().pan(), begun);
  }
}
