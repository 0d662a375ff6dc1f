package openset.set.treatment.endentity;

import java.util.Optional;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.registration.RegFormOrReferral;
import openset.set.data.registration.RegFormResTBS;
import openset.set.message.MessageWrapper;
import openset.set.message.RegFormRes;
import openset.set.operator.Expected;
import openset.set.operator.S;
import openset.set.operator.Verified;
import openset.set.treatment.Means;
import openset.set.treatment.RegistrationHeader;
import openset.set.treatment.WrapperCheck;

/** What the wallet checks of RegFormRes, {@code spec/registration.md}. */
public final class ProcessRegFormRes {
  private ProcessRegFormRes() {}

  /** Checks {@code answer} against what was asked. */
  public static FormOrReferral process(
      MessageWrapper wrapper, RegFormRes answer, CreateRegFormReq.Asked asked, Means means)
      throws Refused {
    // RegFormRes-E-01: the wrapper is fresh and answers our request.
    WrapperCheck.fresh(wrapper, means);
    WrapperCheck.sameRRPID(wrapper, asked.rrpid());
    // RegFormRes-E-02: signed by a CCA of the brand with its key for messages.
    KnownAuthority before = asked.authority();
    Verified<RegFormResTBS> signed =
        S.verify(
            answer.signed(),
            RegFormResTBS.CONTENT,
            Expected.of(
                KnownAuthority.signer(before.registrant(), before.brandID()),
                before.verifying(means),
                means.now()));
    RegFormResTBS data = signed.value();
    KnownAuthority.proveSigner(signed, before.trust(means), data.brandCRLIdentifier(), means);
    sameExchange(wrapper, data, asked);
    return switch (data.formOrReferral()) {
      case RegFormOrReferral.Referral referral -> new FormOrReferral.Referral(referral.data());
      case RegFormOrReferral.Form form ->
          new FormOrReferral.Form(
              new FormToFill(
                      data.lidEE(),
                      data.lidCA(),
                      data.challCA(),
                      data.requestType(),
                      Optional.empty(),
                      form.data(),
                      Optional.empty(),
                      authority(signed, asked, means))
                  // RegFormRes-E-06: fields have different names, and there are 50 at most.
                  .sound("RegFormRes-E-06"));
    };
  }

  /** RegFormRes-E-05: a new CAEThumb is proved as the first was; without one that holds on. */
  private static KnownAuthority authority(
      Verified<RegFormResTBS> signed, CreateRegFormReq.Asked asked, Means means)
      throws Refused {
    KnownAuthority before = asked.authority();
    if (signed.value().caeThumb().isEmpty()) return before;
    return before.saying(
        signed,
        signed.value().caeThumb().get(),
        signed.value().brandCRLIdentifier(),
        new KnownAuthority.Proving(
            before.brandID(), "RegFormRes-E-05", "RegFormRes-E-05", means));
  }

  private static void sameExchange(
      MessageWrapper wrapper, RegFormResTBS data, CreateRegFormReq.Asked asked)
      throws Refused {
    // RegFormRes-E-03: RRPID, labels, type and thumbs are ours.
    if (!data.rrpid().equals(asked.rrpid())) {
      throw new Refused(ErrorCode.unknownRRPID, "RegFormRes-E-03");
    }
    boolean labels = data.lidEE().equals(asked.lidEE()) && data.lidCA().equals(asked.lidCA());
    if (!labels) throw new Refused(ErrorCode.unknownLID, "RegFormRes-E-03");
    RegistrationHeader.same(wrapper, data.rrpid(), data.lidEE(), data.lidCA());
    if (data.requestType() != asked.requestType()) {
      throw new Refused(ErrorCode.unspecifiedFailure, "RegFormRes-E-03");
    }
    if (!data.thumbs().equals(asked.thumbs())) {
      throw new Refused(ErrorCode.thumbsMismatch, "RegFormRes-E-03");
    }
    // RegFormRes-E-04: our challenge came back, so the form is not an old one.
    if (!data.challEE2().equals(asked.challEE2())) {
      throw new Refused(ErrorCode.challengeMismatch, "RegFormRes-E-04");
    }
  }
}
