package openset.set.treatment.authority;

import java.util.Optional;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.registration.IDData;
import openset.set.message.MeAqCInitReq;
import openset.set.message.MessageWrapper;
import openset.set.treatment.Means;
import openset.set.treatment.Registrant;
import openset.set.treatment.RegistrationHeader;
import openset.set.treatment.Wanted;
import openset.set.treatment.WrapperCheck;

/** What an MCA or PCA checks of Me-AqCInitReq, {@code spec/registration.md}. It is in clear. */
public final class ProcessMeAqCInitReq {
  private ProcessMeAqCInitReq() {}

  /**
   * Checks that this request can begin a registration, and tells with which keys to answer.
   *
   * @throws Refused where the wrapper says otherwise, or it asks for what we do not do
   */
  public static CaCredentials process(
      MessageWrapper wrapper, MeAqCInitReq request, Means means) throws Refused {
    // Me-AqCInitReq-A-01: the wrapper is fresh and names this exchange.
    WrapperCheck.fresh(wrapper, means);
    RegistrationHeader.same(wrapper, request.rrpid(), request.lidEE(), Optional.empty());
    // Me-AqCInitReq-A-02: for first certificates of a merchant or gateway, one of a signature key.
    Wanted wanted = Wanted.of(request.requestType());
    if (wanted.who() == Registrant.CARDHOLDER || !wanted.supported()) {
      throw new Refused(ErrorCode.messageNotSupported, "Me-AqCInitReq-A-02");
    }
    // Me-AqCInitReq-A-03: a merchant says who it is as a merchant, a gateway as an acquirer.
    boolean merchant = request.idData() instanceof IDData.Merchant;
    if (merchant != (wanted.who() == Registrant.MERCHANT)) {
      throw new Refused(ErrorCode.unspecifiedFailure, "Me-AqCInitReq-A-03");
    }
    // Me-AqCInitReq-A-04: we are the MCA or PCA of that brand.
    return CaCredentials.of(means.keys(), wanted.who(), request.brandID())
        .orElseThrow(
            () -> new Refused(ErrorCode.unspecifiedFailure, "Me-AqCInitReq-A-04"));
  }
}
