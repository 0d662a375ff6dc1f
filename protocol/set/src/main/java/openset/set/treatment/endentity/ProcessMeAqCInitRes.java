package openset.set.treatment.endentity;

import java.util.Optional;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.registration.MeAqCInitResTBS;
import openset.set.data.registration.RegFormOrReferral;
import openset.set.message.MeAqCInitRes;
import openset.set.message.MessageWrapper;
import openset.set.operator.Expected;
import openset.set.operator.S;
import openset.set.operator.Verified;
import openset.set.treatment.Means;
import openset.set.treatment.Registrant;
import openset.set.treatment.RegistrationHeader;
import openset.set.treatment.Wanted;
import openset.set.treatment.WrapperCheck;

/** Proves the MCA or PCA, {@code spec/registration.md}, which sends its form at once. */
public final class ProcessMeAqCInitRes {
  private ProcessMeAqCInitRes() {}

  /** Checks {@code answer} against what was asked. */
  public static FormOrReferral process(
      MessageWrapper wrapper, MeAqCInitRes answer, CreateMeAqCInitReq.Asked asked, Means means)
      throws Refused {
    // Me-AqCInitRes-E-01: the wrapper is fresh and answers our request.
    WrapperCheck.fresh(wrapper, means);
    WrapperCheck.sameRRPID(wrapper, asked.rrpid());
    // Me-AqCInitRes-E-02: signed by an MCA or PCA of the brand, as asked, with its key for
    // messages.
    Registrant registrant = Wanted.of(asked.requestType()).who();
    Verified<MeAqCInitResTBS> signed =
        S.verify(
            answer.signed(),
            MeAqCInitResTBS.CONTENT,
            Expected.of(
                KnownAuthority.signer(registrant, asked.brandID()),
                means.trust().withoutBrandCrls(),
                means.now()));
    MeAqCInitResTBS data = signed.value();
    sameExchange(wrapper, data, asked);
    // Me-AqCInitRes-E-05: its key-exchange certificate is proved, and its tunneling is ours.
    KnownAuthority authority =
        KnownAuthority.of(
            signed,
            registrant,
            data.caeThumb(),
            data.brandCRLIdentifier(),
            new KnownAuthority.Proving(
                asked.brandID(), "Me-AqCInitRes-E-05", "Me-AqCInitRes-E-05", means));
    return switch (data.regFormOrReferral()) {
      case RegFormOrReferral.Referral referral -> new FormOrReferral.Referral(referral.data());
      case RegFormOrReferral.Form form ->
          new FormOrReferral.Form(
              new FormToFill(
                      data.lidEE(),
                      data.lidCA(),
                      data.challCA(),
                      data.requestType(),
                      Optional.of(asked.idData()),
                      form.data(),
                      data.acctDataField(),
                      authority)
                  // Me-AqCInitRes-E-06: fields have different names, and there are 50 at most.
                  .sound("Me-AqCInitRes-E-06"));
    };
  }

  private static void sameExchange(
      MessageWrapper wrapper, MeAqCInitResTBS data, CreateMeAqCInitReq.Asked asked)
      throws Refused {
    // Me-AqCInitRes-E-03: RRPID, label, type and thumbs are ours.
    if (!data.rrpid().equals(asked.rrpid())) {
      throw new Refused(ErrorCode.unknownRRPID, "Me-AqCInitRes-E-03");
    }
    if (!data.lidEE().equals(asked.lidEE())) {
      throw new Refused(ErrorCode.unknownLID, "Me-AqCInitRes-E-03");
    }
    RegistrationHeader.same(wrapper, data.rrpid(), data.lidEE(), data.lidCA());
    if (data.requestType() != asked.requestType()) {
      throw new Refused(ErrorCode.unspecifiedFailure, "Me-AqCInitRes-E-03");
    }
    if (!data.thumbs().equals(asked.thumbs())) {
      throw new Refused(ErrorCode.thumbsMismatch, "Me-AqCInitRes-E-03");
    }
    // Me-AqCInitRes-E-04: our challenge came back, so the answer is not an old one.
    if (!data.challEE().equals(asked.challEE())) {
      throw new Refused(ErrorCode.challengeMismatch, "Me-AqCInitRes-E-04");
    }
  }
}
