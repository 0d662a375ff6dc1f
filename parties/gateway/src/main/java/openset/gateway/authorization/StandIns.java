package openset.gateway.authorization;

import java.time.Instant;
import java.util.Optional;
import openset.asn1.Der;
import openset.conduct.Effect;
import openset.conduct.Step;
import openset.gateway.host.HostAnswer;
import openset.gateway.host.HostRequest;
import openset.iso8583.host.Checks;
import openset.iso8583.host.Reference;
import openset.iso8583.host.Trace;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.RRPID;
import openset.set.data.auth.RespReason;
import openset.set.data.sale.InstallRecurData;
import openset.set.data.sale.InstallRecurInd;
import openset.set.extension.CardChecks;
import openset.set.treatment.Means;
import openset.set.treatment.gateway.CreateAuthToken;
import openset.set.treatment.gateway.ProcessAuthReq;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Approving in the issuer's place, {@code spec/stand-in.md}: its own code, told by 0120. */
record StandIns(Numbers numbers, Rules rules, Means means) {
  private static final Logger LOG = LoggerFactory.getLogger(StandIns.class);

  /** What was approved, and what the banks are told of it. */
  record StoodIn(Authorization.Approved approved, Effect advice) {}

  /** An approval of our own, where the limits allow one. */
  Optional<StoodIn> approve(Authorization.Asking asking, RespReason reason) {
    CurrencyAmount amount = asking.sale().amount();
    // StandIn-01: only within the limits of the acquirer, per purchase, and per card and day.
    boolean within =
        rules.standIn().filter(l -> l.allow(amount, numbers.stoodInToday())).isPresent()
            && !asking.sale().atOnce()
            && asking.account().isPresent();
    if (!within) return Optional.empty();
    return CreateAuthToken.kept(asking.account().get().sealed(), means)
        .map(kept -> approve(asking, reason, kept));
  }

  private StoodIn approve(
      Authorization.Asking asking, RespReason reason, CreateAuthToken.Kept kept) {
    HostRequest.Sale silent = asking.sale();
    // StandIn-03: the silent question's key is not used again.
    Trace trace = Trace.at(means.now(), numbers.stan());
    Reference reference =
        Reference.fresh(silent.reference().acquirer(), means.now(), numbers.stan());
    HostRequest.Sale own =
        new HostRequest.Sale(
            new HostRequest.Reference(
                reference.acquirer(), reference.retrieval(), trace.time(), trace.stan()),
            silent.acceptor(),
            silent.amount(),
            RRPID.random(means.randomness()),
            silent.xid(),
            false);
    String code = "S%05d".formatted(numbers.stan() % 100_000);
    // StandIn-05: it ends as our practice is, and the banks are told.
    Optional<Instant> until = Optional.of(rules.end(means.now()));
    HostRequest.StandIn advice =
        new HostRequest.StandIn(
            own, card(kept.account(), kept.installRecurData()), code, reason, until);
    Authorization.Approval approval =
        new Authorization.Approval(
            asking.asked().authTags().authRRTags().rrpid(),
            silent.amount(),
            code,
            means.now(),
            Optional.of(
                new Authorization.StandIn(
                    reason, asking.account().get().keyedHash(), Optional.empty())),
            until);
    return new StoodIn(
        Authorization.Approved.of(own, approval),
        new Effect.AskHost(
            AuthorizationDesk.ADVISE,
            own.reference().acquirer(),
            Der.of(HostRequest.TYPE.encode(advice))));
  }

  static HostRequest.Card card(
      ProcessAuthReq.Account account, Optional<InstallRecurData> installRecurData) {
    return new HostRequest.Card(
        account.pan(),
        account.cardExpiry(),
        account.authenticated().map(ProcessAuthReq.Authenticated::transStain),
        account.authenticated().map(ProcessAuthReq.Authenticated::certificateSerial),
        Optional.of(account.checks()).filter(checks -> !checks.equals(CardChecks.NONE)),
        installRecurData.map(StandIns::series));
  }

  private static Checks.Recurrence series(InstallRecurData leave) {
    return switch (leave.installRecurInd()) {
      case InstallRecurInd.AsRecurring _ -> Checks.Recurrence.RECURRING;
      case InstallRecurInd.InstallTotalTrans _ -> Checks.Recurrence.INSTALMENT;
    };
  }

  /** StandIn-04: the acquirer has the advice, or refused it for good: then it is a break. */
  static Step<Authorization> told(Authorization.Approved approved, HostAnswer answer)
      throws Refused {
    if (!ResponseCodes.acknowledges(answer)) {
      LOG.error(
          "stand-in refused acquirer={} retrieval={} code={}",
          approved.sale().reference().acquirer(),
          approved.sale().reference().retrieval(),
          answer.responseCode());
    }
    return Step.to(approved.told(answer.responseCode()));
  }
}
