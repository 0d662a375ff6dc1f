package openset.authority.registration;

import java.util.Optional;
import openset.conduct.Effect;
import openset.set.data.registration.CertStatusCode;
import openset.set.treatment.Means;
import openset.set.treatment.Wanted;
import openset.set.treatment.authority.CaCredentials;
import openset.set.treatment.authority.CreateCertRes;
import openset.set.treatment.authority.Decision;
import openset.set.treatment.authority.Standing;

/** Answers to CertReq and CertInqReq. */
final class Replies {
  private Replies() {}

  static Effect to(Waiting waiting, Standing standing, Decision decision, Means means) {
    CaCredentials ca = credentials(standing, means);
    return new Effect.Answer(
        waiting.to().rrpid(),
        waiting.inquiry()
            ? CreateCertRes.createInqRes(waiting.to(), decision, ca, means)
            : CreateCertRes.create(waiting.to(), decision, ca, means));
  }

  /** Nobody has decided; ask again. */
  static Decision inProgress() {
    return new Decision.Pending(CertStatusCode.requestInProgress, Optional.empty());
  }

  /** A person at the bank decides; ask again later. */
  static Decision pended() {
    return new Decision.Pending(CertStatusCode.requestPended, Optional.empty());
  }

  private static CaCredentials credentials(Standing standing, Means means) {
    return CaCredentials.of(
            means.keys(), Wanted.of(standing.requestType()).who(), standing.brandID())
        .orElseThrow(() -> new IllegalStateException("no keys of " + standing.brandID()));
  }
}
