package openset.set.treatment.authority;

import java.util.Optional;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.message.CardCInitReq;
import openset.set.message.MessageWrapper;
import openset.set.treatment.Means;
import openset.set.treatment.Registrant;
import openset.set.treatment.RegistrationHeader;
import openset.set.treatment.WrapperCheck;

/** What the CCA checks of CardCInitReq, {@code spec/registration.md}. It is in clear. */
public final class ProcessCardCInitReq {
  private ProcessCardCInitReq() {}

  /**
   * Checks that this request can begin a registration, and tells with which keys to answer.
   *
   * @throws Refused where the wrapper says otherwise or the brand is not ours
   */
  public static CaCredentials process(
      MessageWrapper wrapper, CardCInitReq request, Means means) throws Refused {
    // CardCInitReq-A-01: the wrapper is fresh and names this exchange.
    WrapperCheck.fresh(wrapper, means);
    RegistrationHeader.same(wrapper, request.rrpid(), request.lidEE(), Optional.empty());
    // CardCInitReq-A-02: we are the CCA of that brand.
    return CaCredentials.of(means.keys(), Registrant.CARDHOLDER, request.brandID())
        .orElseThrow(
            () -> new Refused(ErrorCode.unspecifiedFailure, "CardCInitReq-A-02"));
  }
}
