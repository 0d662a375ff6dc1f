package openset.set.treatment.authority;

import java.util.Optional;
import openset.set.data.Challenge;
import openset.set.data.registration.RegFormData;
import openset.set.data.registration.RegFormOrReferral;
import openset.set.data.registration.RegFormReqData;
import openset.set.data.registration.RegFormResTBS;
import openset.set.message.MessageWrapper;
import openset.set.message.RegFormRes;
import openset.set.operator.S;
import openset.set.treatment.Means;
import openset.set.treatment.RegistrationHeader;

/** Makes RegFormRes, {@code spec/registration.md}: the card issuer's form, or where to go. */
public final class CreateRegFormRes {
  private CreateRegFormRes() {}

  /** The answer, and the form as it must come back; none where it says where to go instead. */
  public record Created(MessageWrapper wrapper, Optional<FormGiven> given) {}

  /**
   * Answers {@code request}.
   *
   * @param what chosen by BIN and language
   */
  public static Created create(
      ProcessRegFormReq.Request request, RegFormOrReferral what, CaCredentials ca, Means means) {
    RegFormReqData asked = request.data();
    // RegFormRes-A-01: a new challenge; what was asked comes back.
    Challenge challCA = Challenge.of(means.randomness().bytes(Challenge.OCTETS));
    RegFormResTBS data =
        new RegFormResTBS(
            asked.rrpid(),
            asked.lidEE(),
            asked.challEE2(),
            asked.lidCA(),
            challCA,
            Optional.of(ca.caeThumb()),
            asked.requestType(),
            what,
            ca.brandCrlIdentifier(asked.thumbs(), means),
            asked.thumbs());
    // RegFormRes-A-02: our certificates and all CRLs go along, but for what the wallet has.
    RegFormRes answer =
        new RegFormRes(
            S.sign(ca.signatory(asked.thumbs(), means), RegFormResTBS.CONTENT, data));
    MessageWrapper wrapper =
        RegistrationHeader.wrap(answer, asked.rrpid(), asked.lidEE(), asked.lidCA(), means);
    return what instanceof RegFormOrReferral.Form form
        ? new Created(wrapper, Optional.of(given(request, form.data(), challCA)))
        : new Created(wrapper, Optional.empty());
  }

  private static FormGiven given(
      ProcessRegFormReq.Request request, RegFormData form, Challenge challCA) {
    return new FormGiven(
        request.begun().lidEE(),
        request.begun().lidCA(),
        challCA,
        request.data().requestType(),
        request.begun().brandID(),
        request.pan().bin(),
        Optional.empty(),
        form.regTemplate(),
        Optional.empty());
  }
}
