package openset.cardholder.registration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import openset.conduct.Effect;
import openset.conduct.Step;
import openset.crypto.SigningKeyPair;
import openset.pki.Certificate;
import openset.pki.TrustedCertificate;
import openset.set.Refused;
import openset.set.data.LocalID;
import openset.set.message.CertInqRes;
import openset.set.message.MessageWrapper;
import openset.set.treatment.Means;
import openset.set.treatment.endentity.CardAsked;
import openset.set.treatment.endentity.CreateCertInqReq;
import openset.set.treatment.endentity.ProcessCertRes;

/**
 * What follows a request for a certificate: the decision, or inquiries until there is one. One
 * timer runs while a request is pending, and at most one inquiry.
 */
record Inquiring(Function<LocalID, SigningKeyPair> keys, Duration every) {
  private static final String CERT_INQ_REQ = "CertInqReq";

  /** The answer to CertReq. */
  Step<Registration> first(
      Registration.Requested requested, ProcessCertRes.Outcome outcome, Means means) {
    return outcome(requested, outcome, true, means);
  }

  /** The answer to CertInqReq. */
  Step<Registration> answered(
      Registration.Pending pending, MessageWrapper wrapper, CertInqRes answer, Means means)
      throws Refused {
    Registration.Inquiry inquiry = pending.inquiry().orElseThrow();
    ProcessCertRes.Outcome outcome =
        ProcessCertRes.process(wrapper, answer.certRes(), inquiry.asked(), means);
    return outcome(pending.requested(), outcome, inquiry.byTimer(), means);
  }

  /** WAL-11: an inquiry that brought nothing good changes nothing; the timer goes on. */
  Step<Registration> failed(Registration.Pending pending, Means means) {
    boolean byTimer = pending.inquiry().filter(Registration.Inquiry::byTimer).isPresent();
    Registration.Pending next = pending.asking(Optional.empty());
    return byTimer ? Step.to(next, timer(means)) : Step.to(next);
  }

  /** The person asks. */
  Step<Registration> told(Registration.Pending pending, Means means) {
    return pending.inquiry().isPresent() ? Step.to(pending) : ask(pending, false, means);
  }

  /** WAL-10: a pending request is asked after at intervals. */
  Step<Registration> timeRanOut(Registration registration, Means means) {
    if (!(registration instanceof Registration.Pending pending)) return Step.to(registration);
    if (pending.inquiry().isEmpty()) return ask(pending, true, means);
    Registration.Inquiry underWay = pending.inquiry().get();
    return Step.to(
        pending.asking(Optional.of(new Registration.Inquiry(underWay.asked(), true))));
  }

  private Step<Registration> ask(Registration.Pending pending, boolean byTimer, Means means) {
    CreateCertInqReq.Created created =
        CreateCertInqReq.create(
            pending.requested().asked(),
            pending.lidCA(),
            keys.apply(pending.label().cardID()).signer(),
            means);
    return Step.to(
        pending.asking(Optional.of(new Registration.Inquiry(created.asked(), byTimer))),
        RegistrationDesk.ask(
            CERT_INQ_REQ, pending.requested().applicant(), created.wrapper()));
  }

  private Step<Registration> outcome(
      Registration.Requested requested,
      ProcessCertRes.Outcome outcome,
      boolean setTimer,
      Means means) {
    return switch (outcome) {
      case ProcessCertRes.Outcome.Certified certified ->
          Step.to(certified(requested, certified));
      case ProcessCertRes.Outcome.Rejected(var status, var message, var failed) ->
          Step.to(new Registration.Rejected(requested.label(), status, message, failed));
      case ProcessCertRes.Outcome.Pending(var status, var lidCA, var message) -> {
        Registration.Pending pending =
            new Registration.Pending(requested, lidCA, status, message, Optional.empty());
        yield setTimer ? Step.to(pending, timer(means)) : Step.to(pending);
      }
    };
  }

  private Effect timer(Means means) {
    return new Effect.WakeAt(CERT_INQ_REQ, means.now().plus(every));
  }

  private static Registration.Certified certified(
      Registration.Requested requested, ProcessCertRes.Outcome.Certified certified) {
    CardAsked card = requested.asked().card().orElseThrow();
    return new Registration.Certified(
        requested.label(),
        card.pan(),
        card.cardSecret(),
        certified.panSecret().orElseThrow(),
        withoutRoot(certified.signature()),
        certified.message());
  }

  private static List<Certificate> withoutRoot(TrustedCertificate proved) {
    List<Certificate> path = new ArrayList<>(List.of(proved.certificate()));
    path.addAll(proved.chain().subList(0, proved.chain().size() - 1));
    return path;
  }
}
