package openset.gateway.authorization;

import java.util.Optional;
import openset.asn1.Der;
import openset.conduct.Effect;
import openset.conduct.Input;
import openset.conduct.Step;
import openset.gateway.host.HostAnswer;
import openset.gateway.host.HostRequest;
import openset.pki.OpeningCredential;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.auth.AuthRevCode;
import openset.set.message.AuthRevReq;
import openset.set.treatment.Means;
import openset.set.treatment.gateway.CreateAuthRevRes;
import openset.set.treatment.gateway.ProcessAuthRevReq;
import openset.set.treatment.gateway.ProcessCapReq;

/** Gives back what a merchant does not need of an approved authorization. */
record Reversals(Means means) {
  Step<Authorization> reverse(
      Optional<Authorization> state, Input.Received received, AuthRevReq request)
      throws Refused {
    OpeningCredential own = Keys.addressed(request.encB().sealed(), means);
    ProcessAuthRevReq.Outcome outcome =
        ProcessAuthRevReq.process(received.wrapper(), request, known(state), own, means);
    Authorization kept = state.orElse(Captures.NEVER_ASKED);
    return switch (outcome) {
      case ProcessAuthRevReq.Outcome.NotAgreed not -> answer(kept, not);
      case ProcessAuthRevReq.Outcome.Agreed agreed ->
          ask((Authorization.Approved) kept, agreed.request());
    };
  }

  private static Optional<ProcessCapReq.Known> known(Optional<Authorization> state)
      throws Refused {
    if (!(state.orElse(null) instanceof Authorization.Approved approved)) return Optional.empty();
    // AuthRevReq-P-08: one capture or reversal at a time; the merchant asks again.
    if (approved.isBusy()) throw new Refused(ErrorCode.unspecifiedFailure, "AuthRevReq-P-08");
    return Optional.of(new ProcessCapReq.Known(approved.authAmt(), approved.captured()));
  }

  private Step<Authorization> answer(
      Authorization kept, ProcessAuthRevReq.Outcome.NotAgreed not) throws Refused {
    ProcessAuthRevReq.Request request = not.request();
    CurrencyAmount now =
        kept instanceof Authorization.Approved approved
            ? approved.authAmt()
            : CurrencyAmount.zero(request.authNewAmt().currency());
    BrandID brand = new BrandID(request.merchant().signer().brand());
    return Step.to(
        kept,
        new Effect.Answer(
            request.authRevTags().authRevRRTags().rrpid(),
            CreateAuthRevRes.create(
                CreateAuthRevRes.To.merchant(request),
                not.authRevCode(),
                now,
                Keys.with(brand, means),
                means)));
  }

  private static Step<Authorization> ask(
      Authorization.Approved approved, ProcessAuthRevReq.Request request) {
    Authorization.Reversing reversing =
        new Authorization.Reversing(
            new Authorization.Caller(
                new BrandID(request.merchant().signer().brand()),
                request.merchant().merchantID(),
                request.merchant().thumb(),
                request.merchant().keyExchange().certificate()),
            request.authRevTags(),
            request.authNewAmt());
    Optional<CurrencyAmount> stays =
        Optional.of(request.authNewAmt()).filter(CurrencyAmount::isPositive);
    HostRequest reverse = new HostRequest.Reverse(approved.sale(), stays);
    return Step.to(
        approved.reversing(reversing),
        new Effect.AskHost(
            AuthorizationDesk.REVERSE,
            approved.sale().reference().acquirer(),
            Der.of(HostRequest.TYPE.encode(reverse))));
  }

  /** AuthRevRes-P-02: the acquirer acknowledged, or would not; until then it is asked again. */
  Step<Authorization> reversed(Authorization.Approved approved, HostAnswer answer)
      throws Refused {
    if (approved.reversing().isEmpty()) return Step.to(approved);
    Authorization.Reversing reversing = approved.reversing().get();
    AuthRevCode code = ResponseCodes.reversal(answer.responseCode());
    CurrencyAmount now =
        code == AuthRevCode.approved ? reversing.stays() : approved.authAmt();
    Authorization next =
        now.isPositive()
            ? approved.staying(now)
            : new Authorization.Reversed(approved.sale(), approved.approvalCode());
    Authorization.Caller caller = reversing.caller();
    CreateAuthRevRes.To to =
        new CreateAuthRevRes.To(
            reversing.authRevTags(),
            caller.merchantID(),
            caller.merchantThumb(),
            Keys.recipient(caller, means));
    return Step.to(
        next,
        new Effect.Answer(
            reversing.authRevTags().authRevRRTags().rrpid(),
            CreateAuthRevRes.create(
                to, code, now, Keys.with(caller.brandID(), means), means)));
  }
}
