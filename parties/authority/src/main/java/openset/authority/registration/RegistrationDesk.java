package openset.authority.registration;

import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.authority.bank.BankAnswer;
import openset.authority.bank.BankRequest;
import openset.authority.bank.IssuerForm;
import openset.authority.signing.SignAnswer;
import openset.authority.world.Authorities;
import openset.conduct.Desk;
import openset.conduct.Effect;
import openset.conduct.Input;
import openset.conduct.Step;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.LocalID;
import openset.set.data.registration.RegFormOrReferral;
import openset.set.message.CardCInitReq;
import openset.set.message.CertInqReq;
import openset.set.message.CertReq;
import openset.set.message.MeAqCInitReq;
import openset.set.message.MessageIDs;
import openset.set.message.RegFormReq;
import openset.set.treatment.Means;
import openset.set.treatment.Registrant;
import openset.set.treatment.authority.Begun;
import openset.set.treatment.authority.CaCredentials;
import openset.set.treatment.authority.CreateCardCInitRes;
import openset.set.treatment.authority.CreateRegFormRes;
import openset.set.treatment.authority.FormGiven;
import openset.set.treatment.authority.ProcessCardCInitReq;
import openset.set.treatment.authority.ProcessCertInqReq;
import openset.set.treatment.authority.ProcessRegFormReq;
import openset.set.treatment.authority.Standing;
import openset.store.ConversationKey;

/** The authority as a pure function: forms are given out, proved, asked about and answered. */
public record RegistrationDesk(Authorities authorities, Banks banks, Rules rules)
    implements Desk<Registration, Facts> {
  static final String FORM = "form";

  /** The host that signs what was written down; all others are banks. */
  public static final String SIGNING_ROOM = Decisions.SIGNING_ROOM;

  @Override
  public Asn1Type<Registration> stateType() {
    return Registration.TYPE;
  }

  /** Filed under the end entity's label of it, which nobody can guess (REG-02). */
  @Override
  public ConversationKey conversation(Input.Received request, Means means) throws Refused {
    LocalID lidEE =
        request
            .wrapper()
            .messageHeader()
            .messageIDs()
            .flatMap(MessageIDs::lidC)
            .orElseThrow(() -> new Refused(ErrorCode.unknownLID, "REG-01"));
    return ConversationKey.of(lidEE.octets().bytes());
  }

  @Override
  public Step<Registration> step(
      Optional<Registration> state, Input input, Facts facts, Means means) throws Refused {
    return switch (input) {
      case Input.Received received -> received(state, received, facts, means);
      case Input.HostAnswered answered ->
          answered(state.orElseThrow(), answered, facts, means);
      case Input.NoAnswer none -> decisions(means).silent(state.orElseThrow(), none.ask());
      case Input.Answered _, Input.AnswerRefused _, Input.Told _, Input.TimeRanOut _ ->
          throw new IllegalStateException("an authority asks no SET party and takes no orders");
    };
  }

  private Step<Registration> received(
      Optional<Registration> state, Input.Received received, Facts facts, Means means)
      throws Refused {
    return switch (received.wrapper().message()) {
      case CardCInitReq request -> begin(state, received, request, means);
      case RegFormReq request -> form(state, received, request, means);
      case MeAqCInitReq request ->
          new Contracts(banks, rules, means).begin(state, received, request);
      case CertReq request ->
          new Applications(decisions(means)).take(state, received, request, facts);
      case CertInqReq request -> inquire(state, received, request, means);
      default -> throw new Refused(ErrorCode.messageNotSupported, "W-08");
    };
  }

  private static Step<Registration> begin(
      Optional<Registration> state, Input.Received received, CardCInitReq request, Means means)
      throws Refused {
    fresh(state);
    CaCredentials ca = ProcessCardCInitReq.process(received.wrapper(), request, means);
    CreateCardCInitRes.Created created = CreateCardCInitRes.create(request, ca, means);
    return Step.to(
        new Registration.Begun(created.begun()),
        new Effect.Answer(request.rrpid(), created.wrapper()));
  }

  /** REG-02: a label is good for one registration. */
  static void fresh(Optional<Registration> state) throws Refused {
    if (state.isPresent()) throw new Refused(ErrorCode.unknownLID, "REG-02");
  }

  private Step<Registration> form(
      Optional<Registration> state, Input.Received received, RegFormReq request, Means means)
      throws Refused {
    Begun begun = begun(state);
    CaCredentials ca = credentials(begun, means);
    ProcessRegFormReq.Request asked =
        ProcessRegFormReq.process(received.wrapper(), request, begun, ca, means);
    Optional<Banks.Bank> bank = banks.issuer(asked.pan().bin());
    if (bank.isEmpty()) {
      return Step.to(
          state.orElseThrow(),
          new Effect.Answer(
              asked.data().rrpid(),
              CreateRegFormRes.create(asked, FormPages.referral(), ca, means).wrapper()));
    }
    BankRequest question = new BankRequest.Form(asked.pan().bin(), asked.data().language());
    return Step.to(
        Registration.FormAsked.of(asked),
        new Effect.AskHost(FORM, bank.get().host(), Der.of(BankRequest.TYPE.encode(question))));
  }

  /** A form can be asked for again, as in another language, until one comes back filled in. */
  private static Begun begun(Optional<Registration> state) throws Refused {
    return switch (state.orElse(null)) {
      case Registration.Begun(Begun begun) -> begun;
      case Registration.FormShown(FormGiven given, var _, var _) when given.idData().isEmpty() ->
          new Begun(given.lidEE(), given.lidCA(), given.brandID());
      case null, default -> throw new Refused(ErrorCode.unknownLID, "RegFormReq-A-03");
    };
  }

  private Step<Registration> answered(
      Registration state, Input.HostAnswered answered, Facts facts, Means means) {
    byte[] octets = answered.answer().bytes();
    return switch (state) {
      case Registration.FormAsked asked when answered.ask().equals(FORM) ->
          formGiven(asked, BankAnswer.TYPE.decode(octets), means);
      case Registration.BankAsked asked ->
          decisions(means).spoken(asked, BankAnswer.TYPE.decode(octets), facts);
      case Registration.Signing signing when answered.ask().equals(Decisions.SIGN) ->
          decisions(means).signed(signing, SignAnswer.TYPE.decode(octets));
      default -> Step.to(state);
    };
  }

  private static Step<Registration> formGiven(
      Registration.FormAsked asked, BankAnswer answer, Means means) {
    CaCredentials ca = credentials(asked.begun(), means);
    Optional<IssuerForm> form =
        answer instanceof BankAnswer.Form(IssuerForm found)
            ? Optional.of(found)
            : Optional.empty();
    RegFormOrReferral page = form.map(FormPages::of).orElseGet(FormPages::referral);
    CreateRegFormRes.Created created =
        CreateRegFormRes.create(asked.request(), page, ca, means);
    Registration next =
        created.given().isPresent()
            ? new Registration.FormShown(
                created.given().get(),
                form.orElseThrow().formId(),
                form.orElseThrow().fields().stream().map(IssuerForm.Question::key).toList())
            : new Registration.Begun(asked.begun());
    return new Step<>(
        next, List.of(new Effect.Answer(asked.data().rrpid(), created.wrapper())));
  }

  private Step<Registration> inquire(
      Optional<Registration> state, Input.Received received, CertInqReq request, Means means)
      throws Refused {
    Standing standing =
        state
            .flatMap(RegistrationDesk::standing)
            .orElseThrow(() -> new Refused(ErrorCode.unknownLID, "CertInqReq-A-03"));
    Waiting waiting =
        new Waiting(
            ProcessCertInqReq.process(received.wrapper(), request, standing, means), true);
    return decisions(means).inquired(state.orElseThrow(), waiting);
  }

  private static Optional<Standing> standing(Registration state) {
    return switch (state) {
      case Registration.BankAsked asked -> Optional.of(asked.applicant().standing());
      case Registration.Pended pended -> Optional.of(pended.applicant().standing());
      case Registration.Signing signing -> Optional.of(signing.standing());
      case Registration.Certified certified -> Optional.of(certified.standing());
      case Registration.Rejected rejected -> Optional.of(rejected.standing());
      case Registration.Begun _, Registration.FormAsked _, Registration.FormShown _ ->
          Optional.empty();
    };
  }

  private Decisions decisions(Means means) {
    return new Decisions(authorities, banks, rules, means);
  }

  private static CaCredentials credentials(Begun begun, Means means) {
    return CaCredentials.of(means.keys(), Registrant.CARDHOLDER, begun.brandID())
        .orElseThrow(() -> new IllegalStateException("no keys of " + begun.brandID()));
  }
}
