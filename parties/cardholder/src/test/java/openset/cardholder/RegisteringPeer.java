package openset.cardholder;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import openset.asn1.Der;
import openset.conduct.Peers;
import openset.pki.Certificate;
import openset.pki.issue.CardholderProfile;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.LocalID;
import openset.set.data.registration.CertStatusCode;
import openset.set.data.registration.RegField;
import openset.set.data.registration.RegFormData;
import openset.set.data.registration.RegFormItem;
import openset.set.data.registration.RegFormOrReferral;
import openset.set.data.registration.RegTemplate;
import openset.set.message.CardCInitReq;
import openset.set.message.CertInqReq;
import openset.set.message.CertReq;
import openset.set.message.MessageWrapper;
import openset.set.message.RegFormReq;
import openset.set.treatment.CreateError;
import openset.set.treatment.Keyring;
import openset.set.treatment.Means;
import openset.set.treatment.Policy;
import openset.set.treatment.authority.Application;
import openset.set.treatment.authority.Begun;
import openset.set.treatment.authority.Blinding;
import openset.set.treatment.authority.CaCredentials;
import openset.set.treatment.authority.CreateCardCInitRes;
import openset.set.treatment.authority.CreateCertRes;
import openset.set.treatment.authority.CreateRegFormRes;
import openset.set.treatment.authority.Decision;
import openset.set.treatment.authority.FormGiven;
import openset.set.treatment.authority.ProcessCardCInitReq;
import openset.set.treatment.authority.ProcessCertInqReq;
import openset.set.treatment.authority.ProcessCertReq;
import openset.set.treatment.authority.ProcessRegFormReq;

/**
 * A CCA made of the real treatments. It answers the same octets with the same answer, decides as it
 * is told, and can be told to misbehave.
 */
final class RegisteringPeer implements Peers {
  static final List<RegFormItem> ANSWERS = List.of(new RegFormItem("Family name", "Sample"));
  static final Decision LATER =
      new Decision.Pending(CertStatusCode.requestPended, Optional.of("Ask tomorrow."));

  /** What it decides where it does not certify. */
  volatile Optional<Decision> decision = Optional.empty();

  /** How it certifies. */
  volatile Function<Application, Decision> certifies = this::certified;

  volatile RegFormOrReferral form = someForm();
  volatile boolean refusesInquiries;
  final AtomicInteger certificates = new AtomicInteger();
  final AtomicInteger inquiries = new AtomicInteger();

  private final Brand brand;
  private final CaCredentials ca;
  private final Map<LocalID, Begun> begun = new ConcurrentHashMap<>();
  private final Map<LocalID, FormGiven> given = new ConcurrentHashMap<>();
  private final Map<LocalID, Application> applications = new ConcurrentHashMap<>();
  private final Map<Der, Der> answered = new ConcurrentHashMap<>();

  RegisteringPeer(Brand brand) {
    this.brand = brand;
    this.ca = brand.ccaCredentials();
  }

  @Override
  public Reply ask(String destination, Der octets) {
    return new Reply.Bytes(answered.computeIfAbsent(octets, this::answer));
  }

  private Der answer(Der octets) {
    MessageWrapper request = MessageWrapper.TYPE.decode(octets.bytes());
    MessageWrapper answer;
    try {
      answer = answer(request);
    } catch (Refused e) {
      answer = CreateError.create(request.messageHeader(), e.code(), means());
    }
    return Der.of(MessageWrapper.TYPE.encode(answer));
  }

  private MessageWrapper answer(MessageWrapper request) throws Refused {
    LocalID lidEE = request.messageHeader().messageIDs().flatMap(ids -> ids.lidC()).orElseThrow();
    return switch (request.message()) {
      case CardCInitReq init -> {
        ProcessCardCInitReq.process(request, init, means());
        CreateCardCInitRes.Created created = CreateCardCInitRes.create(init, ca, means());
        begun.put(lidEE, created.begun());
        yield created.wrapper();
      }
      case RegFormReq asked -> {
        ProcessRegFormReq.Request proved =
            ProcessRegFormReq.process(request, asked, begun.get(lidEE), ca, means());
        CreateRegFormRes.Created created = CreateRegFormRes.create(proved, form, ca, means());
        created.given().ifPresent(form -> given.put(lidEE, form));
        yield created.wrapper();
      }
      case CertReq asked -> certify(request, asked, lidEE);
      case CertInqReq asked -> inquire(request, asked, lidEE);
      default -> throw new AssertionError(request.message().name());
    };
  }

  private MessageWrapper certify(MessageWrapper request, CertReq asked, LocalID lidEE)
      throws Refused {
    ProcessCertReq.Outcome.Proved proved =
        (ProcessCertReq.Outcome.Proved)
            ProcessCertReq.process(request, asked, given.get(lidEE), ca, means());
    applications.put(lidEE, proved.application());
    return CreateCertRes.create(proved.to(), decide(proved.application()), ca, means());
  }

  private MessageWrapper inquire(MessageWrapper request, CertInqReq asked, LocalID lidEE)
      throws Refused {
    inquiries.incrementAndGet();
    if (refusesInquiries) throw new Refused(ErrorCode.messageTooOld, "W-03");
    Application application = applications.get(lidEE);
    return CreateCertRes.createInqRes(
        ProcessCertInqReq.process(request, asked, application.standing(), means()),
        decide(application),
        ca,
        means());
  }

  private Decision decide(Application application) {
    if (decision.isPresent()) return decision.get();
    certificates.incrementAndGet();
    return certifies.apply(application);
  }

  private Decision certified(Application application) {
    return certified(
        application.signatureKey(),
        Blinding.of(application.card().orElseThrow(), Authority.RANDOM));
  }

  /** A cardholder's certificate for any key. */
  Decision certified(Der spki, Blinding blinding) {
    Certificate certificate =
        brand.cca.issue(
            new CardholderProfile(
                "CH",
                brand.name,
                "Bank of " + brand.name,
                blinding.cardholderId(),
                Optional.of("Sample Cardholder")),
            spki.bytes());
    return Decision.Issued.card(certificate, blinding, Optional.empty());
  }

  private static RegFormOrReferral someForm() {
    RegField name =
        new RegField(
            Optional.empty(), "Family name", Optional.empty(), Optional.of(30), true, false);
    RegTemplate template =
        new RegTemplate(17, Optional.empty(), Optional.empty(), List.of(name));
    return new RegFormOrReferral.Form(
        new RegFormData(Optional.of(template), "Keep your key to yourself."));
  }

  private Means means() {
    Keyring keys = new Keyring(List.of(ca.signing()), List.of(ca.opening()));
    return new Means(
        Instant.now(), Authority.RANDOM, brand.trust(), keys, Policy.standard("cca"));
  }
}
