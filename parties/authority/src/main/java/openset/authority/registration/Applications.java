package openset.authority.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import openset.asn1.Der;
import openset.authority.bank.BankRequest;
import openset.authority.bank.FieldAnswer;
import openset.authority.registration.Banks.Bank;
import openset.conduct.Effect;
import openset.conduct.Input;
import openset.conduct.Step;
import openset.conduct.enrolment.MerchantForm;
import openset.pki.MerchantData;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.card.PANData0;
import openset.set.data.registration.CertStatusCode;
import openset.set.data.registration.FailedItem;
import openset.set.data.registration.IDData;
import openset.set.data.registration.RegField;
import openset.set.data.registration.RegFormItem;
import openset.set.message.CertReq;
import openset.set.treatment.Means;
import openset.set.treatment.Wanted;
import openset.set.treatment.authority.Application;
import openset.set.treatment.authority.CaCredentials;
import openset.set.treatment.authority.CreateCertRes;
import openset.set.treatment.authority.Decision;
import openset.set.treatment.authority.FormGiven;
import openset.set.treatment.authority.ProcessCertReq;

/** Proves requests for certificates, and asks the bank about who sent them. */
record Applications(Decisions decisions) {
  static final String VERIFY = "verify";
  static final String INQUIRE = "inquire";
  static final String CONFIRM = "confirm";

  Step<Registration> take(
      Optional<Registration> state, Input.Received received, CertReq request, Facts facts)
      throws Refused {
    if (!(state.orElse(null) instanceof Registration.FormShown shown)) {
      // A form that was not given, or has come back before: no challenge of ours is out.
      throw new Refused(ErrorCode.challengeMismatch, "CertReq-A-06");
    }
    FormGiven given = shown.given();
    CaCredentials ca =
        CaCredentials.of(
                decisions.means().keys(),
                Wanted.of(given.requestType()).who(),
                given.brandID())
            .orElseThrow(() -> new IllegalStateException("no keys of " + given.brandID()));
    Means means = decisions.means();
    return switch (ProcessCertReq.process(received.wrapper(), request, given, ca, means)) {
      case ProcessCertReq.Outcome.NotProved not -> refuse(shown, not);
      case ProcessCertReq.Outcome.Proved proved ->
          proved(shown, proved, received.peer().name(), facts);
    };
  }

  /** The form may come back once more: no bank was asked. */
  private Step<Registration> refuse(
      Registration.FormShown shown, ProcessCertReq.Outcome.NotProved not) {
    return answer(shown, new Waiting(not.to(), false), Decision.Rejected.of(not));
  }

  private Step<Registration> answer(
      Registration.FormShown shown, Waiting waiting, Decision decision) {
    FormGiven given = shown.given();
    CaCredentials ca =
        CaCredentials.of(
                decisions.means().keys(),
                Wanted.of(given.requestType()).who(),
                given.brandID())
            .orElseThrow();
    return Step.to(
        shown,
        new Effect.Answer(
            waiting.to().rrpid(),
            CreateCertRes.create(
                waiting.to(), decision, ca, decisions.means())));
  }

  private Step<Registration> proved(
      Registration.FormShown shown,
      ProcessCertReq.Outcome.Proved proved,
      String peer,
      Facts facts) {
    Application application = proved.application();
    Waiting waiting = new Waiting(proved.to(), false);
    String from = peer.substring(0, Math.min(peer.length(), 100));
    Optional<Asked> asked =
        application.card().isPresent()
            ? Optional.of(card(shown, application, application.card().get()))
            : other(application);
    if (asked.isEmpty()) return answer(shown, waiting, malformed(application));
    Applicant applicant =
        new Applicant(
            application.standing(),
            application.keys(),
            shown.given().bin().digits(),
            from,
            asked.get().subject());
    // R01: who was rejected too often hears the same, and no bank is bothered.
    int most = decisions.rules().rejectionsPerHour();
    if (application.card().isPresent() && facts.rejections() >= most) {
      return decisions.reject(
          applicant, Optional.of(waiting), CertStatusCode.rejectedByIssuer);
    }
    return Step.to(
        new Registration.BankAsked(applicant, Optional.of(waiting)),
        new Effect.AskHost(
            asked.get().ask(),
            bank(shown.given(), application).host(),
            Der.of(BankRequest.TYPE.encode(asked.get().request()))));
  }

  private record Asked(Subject subject, String ask, BankRequest request) {}

  private static Asked card(
      Registration.FormShown shown, Application application, PANData0 card) {
    List<RegFormItem> items = application.answers();
    Map<String, String> values =
        items.stream().collect(Collectors.toMap(RegFormItem::fieldName, RegFormItem::fieldValue));
    List<FieldAnswer> answers = new ArrayList<>();
    List<String> labels =
        shown.given().regTemplate().orElseThrow().regFieldSeq().stream()
            .map(RegField::fieldName)
            .toList();
    for (int i = 0; i < labels.size(); i++) {
      String value = values.get(labels.get(i));
      if (value != null) answers.add(new FieldAnswer(shown.keys().get(i), value));
    }
    BankRequest request =
        new BankRequest.Verify(
            Registration.attempt(shown.given().lidCA()),
            shown.formId(),
            card.pan(),
            card.cardExpiry(),
            answers);
    return new Asked(new Subject.Card(card, application.passkeyOrigin()), VERIFY, request);
  }

  private Optional<Asked> other(Application application) {
    try {
      return switch (application.given().idData().orElseThrow()) {
        case IDData.Merchant merchant -> Optional.of(merchant(application, merchant));
        case IDData.Acquirer acquirer -> Optional.of(gateway(acquirer));
      };
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Asked merchant(Application application, IDData.Merchant merchant) {
    String name = value(application, MerchantForm.NAME).orElse("");
    String category = value(application, MerchantForm.CATEGORY).orElse("");
    Bank bank = bank(application.given(), application);
    MerchantData data =
        new MerchantData(
            merchant.id().merchantID().id(),
            merchant.id().merchantBIN().digits(),
            List.of(MerchantData.Names.of(name)),
            bank.countryNumber(),
            true,
            Optional.of(category));
    // What could not be written in a certificate is refused here, as a form badly filled in.
    MerchantData.TYPE.encode(data);
    Optional<String> origin =
        value(application, MerchantForm.ORIGIN).filter(text -> !text.isBlank());
    BankRequest request =
        new BankRequest.Merchant(
            merchant.id().merchantBIN(),
            merchant.id().merchantID().id(),
            name,
            category,
            origin);
    return new Asked(new Subject.Merchant(data, origin), CONFIRM, request);
  }

  private static Asked gateway(IDData.Acquirer acquirer) {
    String institution =
        acquirer
            .id()
            .acquirerBusinessID()
            .filter(text -> text.matches("[0-9]{1,6}"))
            .orElseThrow(() -> new IllegalArgumentException("which gateway is not said"));
    Subject subject = new Subject.Gateway(acquirer.id().acquirerBIN(), institution);
    return new Asked(
        subject,
        CONFIRM,
        new BankRequest.Gateway(acquirer.id().acquirerBIN(), institution));
  }

  private static Decision malformed(Application application) {
    List<FailedItem> failed =
        application.answers().isEmpty()
            ? List.of()
            : List.of(new FailedItem(1, "The form cannot be certified as it was filled in."));
    return new Decision.Rejected(
        CertStatusCode.regFormAnswerMalformed, Optional.empty(), failed);
  }

  private static Optional<String> value(Application application, String field) {
    return application.answers().stream()
        .filter(item -> item.fieldName().equals(field))
        .map(RegFormItem::fieldValue)
        .findFirst();
  }

  private Bank bank(FormGiven given, Application application) {
    Optional<Bank> bank =
        application.card().isPresent()
            ? decisions.banks().issuer(given.bin())
            : decisions.banks().acquirer(given.bin());
    return bank.orElseThrow(() -> new IllegalStateException("a form was given for no bank"));
  }
}
