package openset.set.treatment.gateway;

import java.time.Instant;
import java.util.Optional;
import openset.set.data.CurrencyAmount;
import openset.set.data.RRPID;
import openset.set.data.payment.AuthToken;
import openset.set.data.payment.AuthTokenData;
import openset.set.data.sale.AuthCode;
import openset.set.treatment.Means;

/**
 * Proves the token of a further authorization, {@code spec/authtoken.md}: that we gave it, to whom,
 * as the last one, and that what is asked for is within what the cardholder signed.
 */
public final class ProcessAuthToken {
  private ProcessAuthToken() {}

  /**
   * What the gateway approved of a purchase.
   *
   * @param last RRPID of the last authorization that was approved
   * @param at when that was
   * @param count how many were approved
   * @param total what they hold or captured together
   */
  public record Chain(RRPID last, Instant at, int count, CurrencyAmount total) {}

  static ProcessAuthReq.Outcome process(
      ProcessAuthReq.Request asked,
      AuthToken token,
      ProcessAuthReq.Given given,
      Means means) {
    // AuthToken-P-02: it is ours and unchanged.
    Optional<CreateAuthToken.Said> said = CreateAuthToken.open(token, means);
    if (said.isEmpty()) return not(asked, AuthCode.invalidTransaction, "AuthToken-P-02");
    // AuthToken-P-03: it was given to this merchant for this purchase.
    AuthTokenData data = said.get().data();
    boolean names =
        data.merchantID().equals(asked.merchant().merchantID())
            && said.get().opaque().acquirerBin().equals(asked.merchant().acquirerBin())
            && data.transIDs().equals(asked.authTags().transIDs());
    if (!names) return not(asked, AuthCode.piAuthMismatch, "AuthToken-P-03");
    // AuthToken-P-04: it is the one that the last approval gave: each is good for one more.
    Optional<Chain> chain = given.chain();
    if (chain.filter(c -> c.last().equals(said.get().opaque().authRRPID())).isEmpty()) {
      return not(asked, AuthCode.piPreviouslyUsed, "AuthToken-P-04");
    }
    Optional<ProcessAuthReq.Outcome> beyond =
        beyond(asked, data, chain.get(), given.allowed(asked.merchant()), means);
    return beyond.orElseGet(() -> agreed(asked, said.get(), chain.get()));
  }

  private static Optional<ProcessAuthReq.Outcome> beyond(
      ProcessAuthReq.Request asked,
      AuthTokenData data,
      Chain chain,
      ProcessAuthReq.Allowed allowed,
      Means means) {
    // AuthToken-P-06: instalments and recurrence are those the cardholder signed.
    if (!asked.payload().installRecurData().equals(data.installRecurData())) {
      return Optional.of(not(asked, AuthCode.installRecurMismatch, "AuthToken-P-06"));
    }
    // AuthToken-P-07: not more often than was signed, and not after its last day.
    boolean over =
        Recurrence.isUsedUp(data.installRecurData(), chain.count())
            || Recurrence.isOver(data.installRecurData(), means.now());
    if (over) return Optional.of(not(asked, AuthCode.recurringExpired, "AuthToken-P-07"));
    // AuthToken-P-08: not sooner than was signed.
    if (Recurrence.isTooSoon(data.installRecurData(), chain.at(), means.now())) {
      return Optional.of(not(asked, AuthCode.recurringTooSoon, "AuthToken-P-08"));
    }
    // AuthToken-P-05: some amount, and together no more than the cardholder agreed to.
    CurrencyAmount wanted = asked.authReqAmt();
    boolean within =
        wanted.isPositive()
            && wanted.sameCurrency(data.purchAmt())
            && !together(wanted, data, chain).exceeds(allowed.most(data.purchAmt()));
    if (!within) return Optional.of(not(asked, AuthCode.amountError, "AuthToken-P-05"));
    return Optional.empty();
  }

  /** What recurs is of the whole amount each time; all else adds up to it. */
  private static CurrencyAmount together(
      CurrencyAmount wanted, AuthTokenData data, Chain chain) {
    return Recurrence.recurs(data.installRecurData()) ? wanted : chain.total().plus(wanted);
  }

  private static ProcessAuthReq.Outcome agreed(
      ProcessAuthReq.Request asked, CreateAuthToken.Said said, Chain chain) {
    AuthTokenData data = said.data();
    return new ProcessAuthReq.Outcome.Agreed(
        asked,
        CreateAuthToken.account(said).told(asked),
        new ProcessAuthReq.Consent(
            data.purchAmt(),
            data.installRecurData(),
            data.acqBackKeyData(),
            said.opaque().hOIData(),
            new ProcessAuthReq.Before(chain.count(), chain.total())));
  }

  private static ProcessAuthReq.Outcome not(
      ProcessAuthReq.Request asked, AuthCode code, String rule) {
    return new ProcessAuthReq.Outcome.NotAgreed(asked, code, rule);
  }
}
