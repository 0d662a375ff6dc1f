package openset.conduct.enrolment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1Exception;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.conduct.Desk;
import openset.conduct.Effect;
import openset.conduct.Input;
import openset.conduct.Step;
import openset.pki.Certificate;
import openset.pki.TrustedCertificate;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.LocalID;
import openset.set.data.registration.RegField;
import openset.set.data.registration.RegFormItem;
import openset.set.message.CertInqRes;
import openset.set.message.CertRes;
import openset.set.message.Error;
import openset.set.message.ErrorTBS;
import openset.set.message.MeAqCInitRes;
import openset.set.message.Message;
import openset.set.message.MessageWrapper;
import openset.set.operator.Signed;
import openset.set.treatment.Means;
import openset.set.treatment.endentity.CreateCertInqReq;
import openset.set.treatment.endentity.CreateCertReq;
import openset.set.treatment.endentity.CreateMeAqCInitReq;
import openset.set.treatment.endentity.FormOrReferral;
import openset.set.treatment.endentity.FormToFill;
import openset.set.treatment.endentity.NewKeys;
import openset.set.treatment.endentity.ProcessCertRes;
import openset.set.treatment.endentity.ProcessMeAqCInitRes;
import openset.store.ConversationKey;

/**
 * One enrolment as a pure function, for keys that were made for it. Told to go on, it begins, or
 * asks after what it asked for: the key can be certified once only, so it is never asked for twice
 * before the authority says that it knows nothing of it.
 *
 * @param destination where the authority is
 */
record EnrolmentDesk(Wish wish, NewKeys keys, String destination)
    implements Desk<Enrolling, Boolean> {
  static final String GO_ON = "go on";
  static final String INIT = "Me-AqCInitReq";
  static final String REQUEST = "CertReq";
  static final String INQUIRY = "CertInqReq";

  @Override
  public Asn1Type<Enrolling> stateType() {
    return Enrolling.TYPE;
  }

  @Override
  public ConversationKey conversation(Input.Received request, Means means) throws Refused {
    throw new Refused(ErrorCode.messageNotSupported, "W-08");
  }

  @Override
  public Step<Enrolling> step(
      Optional<Enrolling> state, Input input, Boolean facts, Means means) throws Refused {
    return switch (input) {
      case Input.Told _ -> goOn(state, means);
      case Input.Answered answered -> answered(state.orElseThrow(), answered, means);
      case Input.AnswerRefused refused ->
          Step.to(noted(state.orElseThrow(), "refused by rule " + refused.refused().rule()));
      case Input.NoAnswer none ->
          Step.to(
              noted(state.orElseThrow(), "no answer: " + none.why()),
              new Effect.GiveUp(none.ask()));
      case Input.Received _, Input.HostAnswered _, Input.TimeRanOut _ ->
          throw new IllegalStateException("an enrolment asks one authority, and nobody asks it");
    };
  }

  private Step<Enrolling> goOn(Optional<Enrolling> state, Means means) {
    return switch (state.orElse(null)) {
      case Enrolling.Certified certified -> Step.to(certified);
      case Enrolling.Requested requested -> inquire(requested, means);
      case Enrolling.Begun _, Enrolling.Refused _ -> begin(means, new Effect.GiveUp(INIT));
      case null -> begin(means);
    };
  }

  private Step<Enrolling> begin(Means means, Effect... before) {
    LocalID lidEE = LocalID.of(means.randomness().bytes(LocalID.OCTETS_MAX));
    CreateMeAqCInitReq.Created created =
        CreateMeAqCInitReq.create(
            new CreateMeAqCInitReq.Of(
                lidEE, wish.requestType(), wish.idData(), wish.brandID(), wish.language()),
            means);
    List<Effect> effects = new ArrayList<>(List.of(before));
    effects.add(new Effect.Ask(INIT, destination, created.wrapper()));
    return new Step<>(new Enrolling.Begun(created.asked(), ""), effects);
  }

  private Step<Enrolling> inquire(Enrolling.Requested requested, Means means) {
    CreateCertInqReq.Created created =
        CreateCertInqReq.create(requested.asked(), requested.lidCA(), keys.signer(), means);
    return Step.to(
        new Enrolling.Requested(created.asked(), requested.lidCA(), requested.note()),
        new Effect.GiveUp(REQUEST),
        new Effect.GiveUp(INQUIRY),
        new Effect.Ask(INQUIRY, destination, created.wrapper()));
  }

  private Step<Enrolling> answered(Enrolling state, Input.Answered answered, Means means)
      throws Refused {
    MessageWrapper wrapper = answered.wrapper();
    Message message = wrapper.message();
    return switch (state) {
      case Enrolling.Begun begun when message instanceof MeAqCInitRes answer ->
          form(ProcessMeAqCInitRes.process(wrapper, answer, begun.asked(), means), means);
      case Enrolling.Requested requested when message instanceof CertRes answer ->
          decided(requested, ProcessCertRes.process(wrapper, answer, requested.asked(), means));
      case Enrolling.Requested requested when message instanceof CertInqRes(CertRes answer) ->
          decided(requested, ProcessCertRes.process(wrapper, answer, requested.asked(), means));
      // Asked after, the authority knows nothing of the request: it never came there.
      case Enrolling.Requested _ when answered.ask().equals(INQUIRY) -> begin(means);
      // Errors prove nothing: whether the keys are certified, the authority is asked once more.
      case Enrolling.Requested requested -> Step.to(noted(requested, unexpected(message)));
      case Enrolling.Begun _ -> Step.to(new Enrolling.Refused(unexpected(message)));
      case Enrolling.Certified _, Enrolling.Refused _ -> Step.to(state);
    };
  }

  private static String unexpected(Message message) {
    return "the authority answered "
        + message.name()
        + (message instanceof Error error ? code(error) : "");
  }

  private static String code(Error error) {
    return switch (error) {
      case Error.UnsignedError(ErrorTBS tbs) -> " " + tbs.errorCode();
      case Error.SignedError(Signed<ErrorTBS> signed) ->
          signed.cms().content().content().map(EnrolmentDesk::code).orElse("");
    };
  }

  private static String code(Der tbs) {
    try {
      return " " + ErrorTBS.TYPE.decode(tbs.bytes()).errorCode();
    } catch (Asn1Exception e) {
      return "";
    }
  }

  private Step<Enrolling> form(FormOrReferral answer, Means means) throws Refused {
    return switch (answer) {
      case FormOrReferral.Referral referral ->
          Step.to(
              new Enrolling.Refused(
                  "referred elsewhere: " + referral.data().reason().orElse("no reason given")));
      case FormOrReferral.Form(FormToFill form) -> request(form, means);
    };
  }

  private Step<Enrolling> request(FormToFill form, Means means) throws Refused {
    Optional<String> open =
        form.fields().stream()
            .filter(RegField::fieldRequired)
            .map(RegField::fieldName)
            .filter(name -> !wish.answers().containsKey(name))
            .findFirst();
    if (open.isPresent() || form.acctDataField().isPresent() || form.lidCA().isEmpty()) {
      String field = open.orElse("what we have no answer to");
      return Step.to(new Enrolling.Refused("the authority's form asks for " + field));
    }
    CreateCertReq.Created created =
        CreateCertReq.forMerchantOrGateway(
            form, answers(form), Optional.empty(), keys, means);
    return Step.to(
        new Enrolling.Requested(created.asked(), form.lidCA().get(), ""),
        new Effect.Ask(REQUEST, destination, created.wrapper()));
  }

  private List<RegFormItem> answers(FormToFill form) {
    return form.fields().stream()
        .map(RegField::fieldName)
        .filter(wish.answers()::containsKey)
        .map(name -> new RegFormItem(name, wish.answers().get(name)))
        .toList();
  }

  private static Step<Enrolling> decided(
      Enrolling.Requested requested, ProcessCertRes.Outcome outcome) {
    return switch (outcome) {
      case ProcessCertRes.Outcome.Certified certified ->
          Step.to(
              new Enrolling.Certified(
                  chain(certified.signature()), chain(certified.keyExchange().orElseThrow())));
      case ProcessCertRes.Outcome.Pending pending ->
          Step.to(noted(requested, pending.status().name()));
      case ProcessCertRes.Outcome.Rejected rejected ->
          Step.to(
              new Enrolling.Refused(
                  rejected.status().name() + rejected.message().map(" "::concat).orElse("")));
    };
  }

  private static List<Certificate> chain(TrustedCertificate proved) {
    List<Certificate> chain = new ArrayList<>();
    chain.add(proved.certificate());
    chain.addAll(proved.chain().subList(0, proved.chain().size() - 1));
    return chain;
  }

  private static Enrolling noted(Enrolling state, String note) {
    return switch (state) {
      case Enrolling.Begun begun -> new Enrolling.Begun(begun.asked(), note);
      case Enrolling.Requested requested ->
          new Enrolling.Requested(requested.asked(), requested.lidCA(), note);
      case Enrolling.Certified _, Enrolling.Refused _ -> state;
    };
  }
}
