package openset.cardholder.registration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import openset.asn1.Asn1Type;
import openset.asn1.Repeated;
import openset.cardholder.stop.Stop;
import openset.conduct.Effect;
import openset.conduct.Input;
import openset.conduct.Step;
import openset.crypto.SigningKeyPair;
import openset.pki.SigningCredential;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.LocalID;
import openset.set.data.registration.RegFormItem;
import openset.set.data.registration.RequestType;
import openset.set.message.CardCInitRes;
import openset.set.message.CertInqRes;
import openset.set.message.CertRes;
import openset.set.message.Error;
import openset.set.message.MessageWrapper;
import openset.set.message.RegFormRes;
import openset.set.treatment.Means;
import openset.set.treatment.endentity.CreateCardCInitReq;
import openset.set.treatment.endentity.CreateCertReq;
import openset.set.treatment.endentity.CreateRegFormReq;
import openset.set.treatment.endentity.FormOrReferral;
import openset.set.treatment.endentity.NewKeys;
import openset.set.treatment.endentity.ProcessCardCInitRes;
import openset.set.treatment.endentity.ProcessCertRes;
import openset.set.treatment.endentity.ProcessRegFormRes;

/**
 * The registration of a card as a pure function ({@code spec/wallet.md}). What follows a pending
 * answer is {@link Inquiring}.
 *
 * @param keys the key pair of a card, made before its certificate is asked for
 * @param cards the credential of a certified card, which signs its renewal
 * @param inquireEvery how often a pending request is asked after
 */
public record RegistrationDesk(
    Function<LocalID, SigningKeyPair> keys,
    Function<LocalID, SigningCredential> cards,
    Duration inquireEvery) {
  /** Order from inside: begin, with a {@link Registration.Applicant}. */
  public static final String REGISTER = "register";

  /** Order from inside: the form is filled in, with {@link #ANSWERS}. */
  public static final String ANSWER = "answer";

  /** Order from inside: ask now how a pending request stands. */
  public static final String INQUIRE = "inquire";

  /** The answers to a form. */
  public static final Asn1Type<List<RegFormItem>> ANSWERS =
      Repeated.sequenceOf(RegFormItem.TYPE, 0);

  private static final String CARD_C_INIT_REQ = "CardCInitReq";
  private static final String REG_FORM_REQ = "RegFormReq";
  private static final String CERT_REQ = "CertReq";

  /** The first step. */
  public Step<Registration> begin(Registration.Applicant applicant, Means means) {
    CreateCardCInitReq.Created created =
        CreateCardCInitReq.create(
            new CreateCardCInitReq.Of(applicant.label().cardID(), applicant.label().brandID()),
            means);
    return Step.to(
        new Registration.Begun(applicant, created.asked()),
        ask(CARD_C_INIT_REQ, applicant, created.wrapper()));
  }

  /** Every other step. */
  public Step<Registration> step(Registration registration, Input input, Means means)
      throws Refused {
    return switch (input) {
      case Input.Answered answered when answered.wrapper().message() instanceof Error error ->
          failed(registration, Stop.told(error), means);
      case Input.Answered answered -> answered(registration, answered, means);
      case Input.AnswerRefused refused ->
          failed(registration, Stop.of(refused.refused()), means);
      case Input.Told told -> told(registration, told, means);
      case Input.TimeRanOut _ -> inquiring().timeRanOut(registration, means);
      // WAL-04: the conductor repeats what was asked, byte for byte.
      case Input.NoAnswer _ -> Step.to(registration);
      case Input.Received _, Input.HostAnswered _ ->
          throw new IllegalStateException("a registration gets no requests");
    };
  }

  private Step<Registration> answered(
      Registration registration, Input.Answered answered, Means means) throws Refused {
    MessageWrapper wrapper = answered.wrapper();
    return switch (registration) {
      case Registration.Begun begun when answered.ask().equals(CARD_C_INIT_REQ) ->
          switch (wrapper.message()) {
            case CardCInitRes answer -> proved(begun, wrapper, answer, means);
            default -> throw unexpected();
          };
      case Registration.FormAsked asked when answered.ask().equals(REG_FORM_REQ) ->
          switch (wrapper.message()) {
            case RegFormRes answer -> form(asked, wrapper, answer, means);
            default -> throw unexpected();
          };
      case Registration.Requested requested when answered.ask().equals(CERT_REQ) ->
          switch (wrapper.message()) {
            case CertRes answer ->
                inquiring()
                    .first(
                        requested,
                        ProcessCertRes.process(wrapper, answer, requested.asked(), means),
                        means);
            default -> throw unexpected();
          };
      case Registration.Pending pending when pending.inquiry().isPresent() ->
          switch (wrapper.message()) {
            case CertInqRes answer -> inquiring().answered(pending, wrapper, answer, means);
            default -> throw unexpected();
          };
      default -> Step.to(registration);
    };
  }

  private static Step<Registration> proved(
      Registration.Begun begun, MessageWrapper wrapper, CardCInitRes answer, Means means)
      throws Refused {
    ProcessCardCInitRes.Proved proved =
        ProcessCardCInitRes.process(wrapper, answer, begun.asked(), means);
    Registration.Applicant applicant = begun.applicant();
    CreateRegFormReq.Created created =
        CreateRegFormReq.create(
            proved,
            // CertReq-E-05: a renewal says so from here on.
            applicant.label().renews().isPresent()
                ? RequestType.cardRenewalSig
                : RequestType.cardInitialSig,
            applicant.pan(),
            applicant.language(),
            means);
    return Step.to(
        new Registration.FormAsked(applicant, created.asked()),
        ask(REG_FORM_REQ, applicant, created.wrapper()));
  }

  private static Step<Registration> form(
      Registration.FormAsked asked, MessageWrapper wrapper, RegFormRes answer, Means means)
      throws Refused {
    return Step.to(
        switch (ProcessRegFormRes.process(wrapper, answer, asked.asked(), means)) {
          case FormOrReferral.Form(var form) ->
              new Registration.FormGiven(asked.applicant(), form);
          case FormOrReferral.Referral(var data) ->
              new Registration.Referred(asked.label(), data);
        });
  }

  private Step<Registration> told(Registration registration, Input.Told told, Means means)
      throws Refused {
    return switch (registration) {
      case Registration.FormGiven given when told.order().equals(ANSWER) ->
          request(given, ANSWERS.decode(told.details().bytes()), means);
      case Registration.Pending pending when told.order().equals(INQUIRE) ->
          inquiring().told(pending, means);
      // WAL-09: only a form that was given can be answered, and only what is pending asked after.
      default -> throw new Refused(ErrorCode.unspecifiedFailure, "WAL-09");
    };
  }

  private Step<Registration> request(
      Registration.FormGiven given, List<RegFormItem> answers, Means means) throws Refused {
    // REG-07: answers that would be sent back are not sent.
    if (!given.takes(answers)) throw new Refused(ErrorCode.unspecifiedFailure, "REG-07");
    Registration.Applicant applicant = given.applicant();
    SigningKeyPair pair = keys.apply(given.label().cardID());
    NewKeys fresh = new NewKeys(pair.signer(), pair.publicKey(), Optional.empty());
    CreateCertReq.Created created =
        CreateCertReq.forCard(
            given.form(),
            answers,
            applicant.pan(),
            given.label().expiry(),
            given.label().renews().map(cards).map(fresh::renewing).orElse(fresh),
            means);
    return Step.to(
        new Registration.Requested(applicant, created.asked()),
        ask(CERT_REQ, applicant, created.wrapper()));
  }

  private Step<Registration> failed(Registration registration, Stop stop, Means means) {
    return switch (registration) {
      case Registration.Begun _, Registration.FormAsked _, Registration.Requested _ ->
          Step.to(new Registration.Stopped(registration.label(), stop));
      case Registration.Pending pending -> inquiring().failed(pending, means);
      default -> Step.to(registration);
    };
  }

  private Inquiring inquiring() {
    return new Inquiring(keys, inquireEvery);
  }

  static Effect ask(String name, Registration.Applicant applicant, MessageWrapper wrapper) {
    return new Effect.Ask(name, applicant.setUrl().text(), wrapper);
  }

  private static Refused unexpected() {
    return new Refused(ErrorCode.messageNotSupported, "W-08");
  }
}
