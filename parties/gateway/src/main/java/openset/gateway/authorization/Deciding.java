package openset.gateway.authorization;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.asn1.Der;
import openset.conduct.Effect;
import openset.conduct.Step;
import openset.gateway.batch.Account;
import openset.gateway.batch.BatchItem;
import openset.gateway.batch.Slot;
import openset.gateway.host.HostAnswer;
import openset.gateway.host.HostRequest;
import openset.iso8583.host.ResponseCode;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.auth.AuthTags;
import openset.set.data.auth.RespReason;
import openset.set.data.batch.AmountType;
import openset.set.data.payment.AuthToken;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.CapResPayload;
import openset.set.treatment.Means;
import openset.set.treatment.gateway.CreateAuthRes;
import openset.set.treatment.gateway.CreateAuthToken;

/** What follows the acquirer's answer to an authorization, or its silence. */
record Deciding(Rules rules, Numbers numbers, Means means) {
  /** The acquirer answered. */
  Step<Authorization> decided(Authorization.Asking asking, HostAnswer answer) throws Refused {
    if (ResponseCodes.leavesOpen(answer)) return undo(asking, AuthCode.systemError);
    AuthCode code = ResponseCodes.auth(answer.responseCode());
    if (answer.responseCode().equals(ResponseCode.ISSUER_UNAVAILABLE.wire())) {
      // StandIn-02: only where the issuer could not be asked; its own decline is final.
      Optional<Step<Authorization>> stoodIn =
          stoodIn(asking, RespReason.standInIssuerUnavailable, List.of());
      if (stoodIn.isPresent()) return stoodIn.get();
    }
    CurrencyAmount asked = asking.sale().amount();
    if (code != AuthCode.approved) {
      return answer(
          new Authorization.Declined(code, "host " + answer.responseCode()),
          asking,
          checked(
              CreateAuthRes.Decided.not(code, asked, Keys.back(asking.asked())), answer));
    }
    long minor = Math.min(answer.minor(), asked.minor());
    Authorization.Approval approval =
        new Authorization.Approval(
            asking.sale().key(),
            new CurrencyAmount(asked.currency(), minor),
            answer.approvalCode(),
            means.now(),
            Optional.empty(),
            answer.until().or(() -> Optional.of(rules.end(means.now()))));
    return approved(asking, approval, checked(decided(asking, approval), answer));
  }

  /** AuthRes-P-05: what the issuer found is told, and what it was asked is not. */
  private static CreateAuthRes.Decided checked(
      CreateAuthRes.Decided decided, HostAnswer answer) {
    return answer
        .checked()
        .map(
            found ->
                decided.saying(
                    decided
                        .said()
                        .checked(
                            found.address().map(ResponseCodes::address),
                            found.securityCode().map(ResponseCodes::securityCode))))
        .orElse(decided);
  }

  private Step<Authorization> approved(
      Authorization.Asking asking,
      Authorization.Approval approval,
      CreateAuthRes.Decided decided)
      throws Refused {
    CurrencyAmount held = approval.authAmt();
    Authorization.Approved next = Authorization.Approved.of(asking.sale(), approval);
    if (!asking.sale().atOnce()) return answer(next, asking, decided);
    // Sale-02: what is approved is captured with it, under the same key.
    return answer(
        next.booked(
            new Authorization.Captured(
                asking.sale().key(), held, means.now(), asking.sale().key().octets())),
        asking,
        decided.captured(capture(asking, held)));
  }

  private CreateAuthRes.Decided decided(
      Authorization.Asking asking, Authorization.Approval approval) throws Refused {
    CreateAuthRes.Decided decided =
        CreateAuthRes.Decided.approved(
                approval.authAmt(), approval.approvalCode(), Keys.back(asking.asked()))
            .with(token(asking, approval.authAmt()));
    CreateAuthRes.Said said = decided.said();
    // AuthRes-P-04: with the end of what is held.
    return decided.saying(approval.until().map(said::until).orElse(said));
  }

  private CapResPayload capture(Authorization.Asking asking, CurrencyAmount held) {
    AuthTags tags = asking.asked().authTags();
    BatchItem item =
        new BatchItem(
            tags.transIDs(),
            tags.authRRTags().rrpid(),
            tags.authRRTags().rrpid(),
            asking.asked().caller().brandID(),
            held,
            AmountType.debit,
            true);
    HostRequest.Sale sale = asking.sale();
    Account account = new Account(sale.reference().acquirer(), sale.acceptor().merchant());
    Slot slot =
        numbers.batches().place(account, asking.wanted().batchID(), item, means.now());
    return new CapResPayload(
        CapCode.success,
        held,
        Optional.of(slot.batchID()),
        Optional.of(slot.sequence()),
        Optional.empty());
  }

  private Optional<AuthToken> token(Authorization.Asking asking, CurrencyAmount held)
      throws Refused {
    if (!asking.wanted().token() || asking.account().isEmpty()) return Optional.empty();
    CreateAuthRes.With with = Keys.with(asking.asked().caller().brandID(), means);
    return Optional.of(
        CreateAuthToken.approved(
            asking.account().get().sealed(), asking.sale().amount(), held, with, means));
  }

  /** The acquirer was silent. */
  Step<Authorization> silent(Authorization.Asking asking) throws Refused {
    // StandIn-03: whatever becomes of it, the silent question is undone.
    Optional<Step<Authorization>> stoodIn =
        stoodIn(
            asking,
            RespReason.standInTimeOut,
            List.of(
                new Effect.GiveUp(AuthorizationDesk.AUTHORIZE),
                reverse(asking, AuthorizationDesk.UNDO)));
    return stoodIn.isPresent() ? stoodIn.get() : undo(asking, AuthCode.noReply);
  }

  private Optional<Step<Authorization>> stoodIn(
      Authorization.Asking asking, RespReason reason, List<Effect> before) throws Refused {
    Optional<StandIns.StoodIn> stoodIn =
        new StandIns(numbers, rules, means).approve(asking, reason);
    if (stoodIn.isEmpty()) return Optional.empty();
    Authorization.Approved approved = stoodIn.get().approved();
    CreateAuthRes.Decided decided = decided(asking, approved.approval());
    List<Effect> effects = new ArrayList<>(before);
    effects.add(authRes(asking, decided.saying(decided.said().because(reason))));
    effects.add(stoodIn.get().advice());
    return Optional.of(new Step<>(approved, effects));
  }

  /** What is held is not known: it is undone until that is acknowledged, and the merchant told. */
  private Step<Authorization> undo(Authorization.Asking asking, AuthCode code)
      throws Refused {
    CreateAuthRes.Decided decided =
        CreateAuthRes.Decided.not(code, asking.sale().amount(), Keys.back(asking.asked()));
    return Step.to(
        new Authorization.Unknown(false),
        authRes(asking, decided),
        new Effect.GiveUp(AuthorizationDesk.AUTHORIZE),
        reverse(asking, AuthorizationDesk.REVERSE));
  }

  private static Effect reverse(Authorization.Asking asking, String name) {
    return new Effect.AskHost(
        name,
        asking.sale().reference().acquirer(),
        Der.of(HostRequest.TYPE.encode(HostRequest.Reverse.all(asking.sale()))));
  }

  private Step<Authorization> answer(
      Authorization next, Authorization.Asking asking, CreateAuthRes.Decided decided)
      throws Refused {
    return new Step<>(next, List.of(authRes(asking, decided)));
  }

  private Effect authRes(Authorization.Asking asking, CreateAuthRes.Decided decided)
      throws Refused {
    Authorization.Caller caller = asking.asked().caller();
    CreateAuthRes.To to =
        new CreateAuthRes.To(
            asking.asked().authTags(),
            caller.merchantID(),
            caller.merchantThumb(),
            Keys.recipient(caller, means));
    return new Effect.Answer(
        asking.asked().authTags().authRRTags().rrpid(),
        CreateAuthRes.create(to, decided, Keys.with(caller.brandID(), means), means));
  }
}
