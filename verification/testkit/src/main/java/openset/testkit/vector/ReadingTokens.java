package openset.testkit.vector;

import java.util.List;
import java.util.Optional;
import openset.pki.OpeningCredential;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.MsgExtensions;
import openset.set.data.RRPID;
import openset.set.extension.CardChecks;
import openset.set.message.AuthReq;
import openset.set.message.MessageWrapper;
import openset.set.treatment.Keyring;
import openset.set.treatment.Means;
import openset.set.treatment.gateway.ProcessAuthReq;
import openset.set.treatment.gateway.ProcessAuthToken;

/**
 * What our code says to an authorization request of a vector: to a further one by what was
 * authorized before, {@code last} and {@code authorized}.
 */
record ReadingTokens(Shelf shelf, Vector vector, MessageWrapper wrapper, Means means) {
  ProcessAuthReq.Outcome byGateway(AuthReq request) throws Refused {
    OpeningCredential own = shelf.opening(vector.need("world"), "gateway");
    Means ours =
        new Means(
            means.now(),
            means.randomness(),
            means.trust(),
            new Keyring(List.of(), List.of(own)),
            means.policy());
    ProcessAuthReq.Given given =
        new ProcessAuthReq.Given(chain(), acquirer -> ProcessAuthReq.Allowed.PLAIN);
    ProcessAuthReq.Outcome outcome =
        ProcessAuthReq.process(wrapper, request, own, given, ours);
    if (vector.get("checks").isPresent()) reads(outcome);
    return outcome;
  }

  /** PReq-C-07: what the cardholder lets its issuer check, and nothing else. */
  private void reads(ProcessAuthReq.Outcome outcome) throws Refused {
    CardChecks checks = CardChecks.of(Optional.of(vector.need("checks", MsgExtensions.TYPE)));
    if (outcome instanceof ProcessAuthReq.Outcome.Agreed agreed
        && agreed.account().checks().equals(checks)) {
      return;
    }
    throw new IllegalStateException(vector.path() + ": something else is to be checked");
  }

  private Optional<ProcessAuthToken.Chain> chain() {
    if (vector.get("last").isEmpty()) return Optional.empty();
    return Optional.of(
        new ProcessAuthToken.Chain(
            vector.need("last", RRPID.TYPE),
            means.now(),
            1,
            vector.need("authorized", CurrencyAmount.TYPE)));
  }
}
