package openset.gateway.authorization;

import java.util.Optional;
import java.util.OptionalInt;
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
import openset.set.data.auth.AuthRevTags;
import openset.set.data.auth.AuthRevCode;
import openset.set.message.AuthRevReq;
import openset.set.treatment.Means;
import openset.set.treatment.gateway.CreateAuthRevRes;
import openset.set.treatment.gateway.ProcessAuthRevReq;
import openset.set.treatment.gateway.ProcessCapReq;

/** Gives back what a merchant does not need of an approved authorization. */
record Reversals(Means means) {
  Step<Purchase> reverse(Purchase purchase, Input.Received received, AuthRevReq request)
      throws Refused {
    OpeningCredential own = Keys.addressed(request.encB().sealed(), means);
    ProcessAuthRevReq.Outcome outcome =
        ProcessAuthRevReq.process(
            received.wrapper(), request, tags -> known(purchase, tags), own, means);
    OptionalInt place = purchase.approved(outcome.request().authRevTags().authRRPID());
    return switch (outcome) {
      case ProcessAuthRevReq.Outcome.NotAgreed not ->
          answer(purchase, authorized(purchase, place), not);
      case ProcessAuthRevReq.Outcome.Agreed agreed ->
          purchase.at(
              place.orElseThrow(),
              ask(
                  (Authorization.Approved) purchase.at(place.orElseThrow()),
                  agreed.request()));
    };
  }

  private Optional<ProcessCapReq.Known> known(Purchase purchase, AuthRevTags tags)
      throws Refused {
    OptionalInt place = purchase.approved(tags.authRRPID());
    if (place.isEmpty()) return Optional.empty();
    Authorization.Approved approved =
        (Authorization.Approved) purchase.at(place.getAsInt());
    // AuthRevReq-P-08: one capture or reversal at a time; the merchant asks again.
    if (approved.isBusy()) throw new Refused(ErrorCode.unspecifiedFailure, "AuthRevReq-P-08");
    return Optional.of(approved.known(means.now()));
  }

  private static Optional<CurrencyAmount> authorized(Purchase purchase, OptionalInt place) {
    return place.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ((Authorization.Approved) purchase.at(place.getAsInt())).authAmt());
  }

  private Step<Purchase> answer(
      Purchase kept, Optional<CurrencyAmount> held, ProcessAuthRevReq.Outcome.NotAgreed not)
      throws Refused {
    ProcessAuthRevReq.Request request = not.request();
    CurrencyAmount now =
        held.orElseGet(() -> CurrencyAmount.zero(request.authNewAmt().currency()));
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
                means)),
        new Effect.Refusal("AuthRevReq", not.authRevCode().name(), not.rule()));
  }

  private static Step<Authorization> ask(
      Authorization.Approved approved, ProcessAuthRevReq.Request request) {
    Authorization.Reversing reversing =
        new Authorization.Reversing(
            Authorization.Caller.of(request.merchant()),
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
        now.isPositive() ? approved.staying(now) : approved.reversed();
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
