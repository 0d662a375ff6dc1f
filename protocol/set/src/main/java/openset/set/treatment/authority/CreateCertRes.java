package openset.set.treatment.authority;

import java.util.List;
import java.util.Optional;
import openset.pki.Certificate;
import openset.set.data.CertThumb;
import openset.set.data.registration.CertResData;
import openset.set.data.registration.CertStatus;
import openset.set.data.registration.CertStatusCode;
import openset.set.message.CertInqRes;
import openset.set.message.CertRes;
import openset.set.message.MessageWrapper;
import openset.set.operator.EncK;
import openset.set.operator.S;
import openset.set.operator.Signatory;
import openset.set.treatment.Means;
import openset.set.treatment.RegistrationForms;
import openset.set.treatment.RegistrationHeader;

/** Makes CertRes and CertInqRes, {@code spec/registration.md}: what the authority decided. */
public final class CreateCertRes {
  private CreateCertRes() {}

  /** Answers a CertReq. */
  public static MessageWrapper create(To to, Decision decision, CaCredentials ca, Means means) {
    return wrap(to, certRes(to, decision, ca, means), means);
  }

  /** Answers a CertInqReq. */
  public static MessageWrapper createInqRes(
      To to, Decision decision, CaCredentials ca, Means means) {
    CertInqRes answer = new CertInqRes(certRes(to, decision, ca, means));
    return RegistrationHeader.wrap(
        answer, to.rrpid(), to.lidEE(), Optional.of(to.lidCA()), means);
  }

  private static MessageWrapper wrap(To to, CertRes answer, Means means) {
    return RegistrationHeader.wrap(
        answer, to.rrpid(), to.lidEE(), Optional.of(to.lidCA()), means);
  }

  private static CertRes certRes(To to, Decision decision, CaCredentials ca, Means means) {
    // CertRes-A-01: RRPID, labels, challenge and thumbs come back as asked.
    CertResData data =
        new CertResData(
            to.rrpid(),
            to.lidEE(),
            to.challEE3(),
            to.lidCA(),
            status(to, decision),
            thumbs(decision),
            ca.brandCrlIdentifier(to.thumbs(), means),
            to.thumbs());
    // CertRes-A-03: what was issued goes along, with our certificates and all CRLs, but for those
    // that are held.
    Signatory signatory = ca.signatory(to.thumbs(), means).enclosing(certificates(decision));
    // CertRes-A-04: sealed under the cardholder's key, with a signature inside; others get S alone.
    return to.caBackKey().isPresent()
        ? new CertRes.Sealed(
            EncK.seal(
                to.caBackKey().get().backKey(),
                signatory,
                RegistrationForms.CERT_RES,
                data,
                means.randomness()))
        : new CertRes.Clear(S.sign(signatory, CertResData.CONTENT, data));
  }

  private static CertStatus status(To to, Decision decision) {
    return switch (decision) {
      case Decision.Issued issued -> {
        // CertRes-A-02: NonceCCA goes to a cardholder, sealed, with its certificate; else never.
        if (issued.nonceCCA().isPresent() != to.caBackKey().isPresent()) {
          throw new IllegalArgumentException("NonceCCA is for cardholders, and for each of them");
        }
        yield new CertStatus(
            CertStatusCode.requestComplete,
            issued.nonceCCA(),
            Optional.empty(),
            issued.message(),
            Optional.empty());
      }
      case Decision.Pending pending ->
          new CertStatus(
              pending.status(),
              Optional.empty(),
              pending.eeMessage(),
              Optional.empty(),
              Optional.empty());
      case Decision.Rejected rejected ->
          new CertStatus(
              rejected.status(),
              Optional.empty(),
              rejected.eeMessage(),
              Optional.empty(),
              Optional.of(rejected.failed()).filter(list -> !list.isEmpty()));
    };
  }

  private static Optional<List<CertThumb>> thumbs(Decision decision) {
    return Optional.of(certificates(decision).stream().map(CertThumb::of).toList())
        .filter(list -> !list.isEmpty());
  }

  private static List<Certificate> certificates(Decision decision) {
    return decision instanceof Decision.Issued issued ? issued.certificates() : List.of();
  }
}
