package openset.set.treatment.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openset.asn1.Asn1Exception;
import openset.crypto.Suite;
import openset.set.Refused;
import openset.set.data.registration.CertStatusCode;
import openset.set.message.CardCInitReq;
import openset.set.message.CardCInitRes;
import openset.set.message.CertInqReq;
import openset.set.message.CertInqRes;
import openset.set.message.MeAqCInitReq;
import openset.set.message.MessageWrapper;
import openset.set.treatment.Registrant;
import openset.set.treatment.authority.Application;
import openset.set.treatment.authority.Blinding;
import openset.set.treatment.authority.CaCredentials;
import openset.set.treatment.authority.CreateCardCInitRes;
import openset.set.treatment.authority.CreateCertRes;
import openset.set.treatment.authority.CreateMeAqCInitRes;
import openset.set.treatment.authority.Decision;
import openset.set.treatment.authority.ProcessCardCInitReq;
import openset.set.treatment.authority.ProcessCertInqReq;
import openset.set.treatment.authority.ProcessCertReq;
import openset.set.treatment.authority.ProcessMeAqCInitReq;
import openset.set.treatment.authority.ProcessRegFormReq;
import openset.set.treatment.authority.To;
import openset.set.treatment.endentity.CreateCardCInitReq;
import openset.set.treatment.endentity.CreateCertInqReq;
import openset.set.treatment.endentity.FormOrReferral;
import openset.set.treatment.endentity.FormToFill;
import openset.set.treatment.endentity.ProcessCardCInitRes;
import openset.set.treatment.endentity.ProcessCertRes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every message of registration changed on its way, octet by octet. What is in clear is found out
 * by the other's signed answer; what is signed or sealed is refused; only what nobody relies on may
 * change: date and software in the header, and certificates and CRLs that prove nothing here.
 */
final class TamperTest {
  private static final double MOST = 0.8;

  static Stream<CardRun> cards() {
    return Stream.of(Suite.CLASSICAL, Suite.EDWARDS)
        .map(suite -> new CardRun(new RegistrationWorld(suite), suite));
  }

  static Stream<OtherRun> others() {
    return Stream.of(Suite.CLASSICAL, Suite.EDWARDS)
        .map(
            suite -> new OtherRun(new RegistrationWorld(suite), Registrant.MERCHANT, suite));
  }

  /** All but the header: what is sealed has no octet that could be another. */
  private static void sealed(MessageWrapper sent, Tamper.Receiver receiver) throws Refused {
    Tamper.Tried tried = Tamper.all(sent, receiver);
    assertThat(tried.lastTaken()).isLessThan(Tamper.headerEnd(sent));
    assertThat(tried.refused()).isGreaterThan((int) (MOST * tried.positions()));
  }

  private static List<Object> said(FormOrReferral answer) {
    FormToFill form = ((FormOrReferral.Form) answer).toFill();
    return List.of(
        form.lidEE(),
        form.lidCA(),
        form.challCA(),
        form.requestType(),
        form.form(),
        form.acctDataField(),
        form.authority().caeThumb());
  }

  @ParameterizedTest
  @MethodSource("cards")
  void aChangedCardCInitReqIsRefusedByOneOfTheTwo(CardRun run) throws Refused {
    CreateCardCInitReq.Created asked =
        CreateCardCInitReq.create(
            new CreateCardCInitReq.Of(run.begun().initAsked.lidEE(), RegistrationWorld.BRAND),
            run.wallet);
    sealed(
        asked.wrapper(),
        wrapper -> {
          CardCInitReq request = (CardCInitReq) wrapper.message();
          CaCredentials ca = ProcessCardCInitReq.process(wrapper, request, run.cca);
          MessageWrapper answer = CreateCardCInitRes.create(request, ca, run.cca).wrapper();
          return ProcessCardCInitRes.process(
                  answer, (CardCInitRes) answer.message(), asked.asked(), run.wallet)
              .authority();
        });
  }

  @ParameterizedTest
  @MethodSource("cards")
  void aChangedCardCInitResNamesNoOtherCertificate(CardRun run) throws Refused {
    run.begun();
    Tamper.Tried tried =
        Tamper.all(
            run.initRes,
            wrapper -> {
              ProcessCardCInitRes.Proved proved =
                  ProcessCardCInitRes.process(
                      wrapper, (CardCInitRes) wrapper.message(), run.initAsked, run.wallet);
              return List.of(proved.lidEE(), proved.lidCA(), proved.authority().caeThumb());
            });
    assertThat(tried.refused()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("cards")
  void aChangedRegFormReqIsRefused(CardRun run) throws Refused {
    run.begun();
    sealed(
        run.formReq.wrapper(),
        wrapper -> {
          ProcessRegFormReq.Request request = run.formAsked(wrapper);
          return List.of(request.data(), request.pan());
        });
  }

  @ParameterizedTest
  @MethodSource("cards")
  void aChangedRegFormResSaysNothingElse(CardRun run) throws Refused {
    run.begun().given();
    Tamper.Tried tried =
        Tamper.all(run.formRes.wrapper(), wrapper -> said(run.formAnswered(wrapper)));
    assertThat(tried.refused()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("cards")
  @Tag("R02")
  void aChangedCertReqIsRefusedAndNoCertResIsMade(CardRun run) throws Refused {
    run.begun().given().filled(CardRun.ANSWERS);
    sealed(
        run.certReq.wrapper(),
        wrapper -> ((ProcessCertReq.Outcome.Proved) run.applied(wrapper)).application());
  }

  @ParameterizedTest
  @MethodSource("cards")
  void aChangedCertResToACardholderIsRefused(CardRun run) throws Refused {
    ProcessCertReq.Outcome.Proved proved =
        (ProcessCertReq.Outcome.Proved)
            run.begun().given().filled(CardRun.ANSWERS).applied();
    Blinding blinding =
        Blinding.of(proved.application().card().orElseThrow(), run.cca.randomness());
    sealed(run.issued(proved, blinding), run::told);
  }

  @ParameterizedTest
  @MethodSource("others")
  @Tag("R05")
  void aChangedMeAqCInitReqCertifiesNobodyElse(OtherRun run) throws Refused {
    byte[] octets = MessageWrapper.TYPE.encode(run.begun().initReq.wrapper());
    int proved = 0;
    for (int at = 0; at < octets.length; at++) {
      octets[at] ^= 1;
      Optional<Application> application = application(run, octets);
      octets[at] ^= 1;
      if (application.isEmpty()) continue;
      proved++;
      assertThat(application.get().given().idData()).contains(run.idData());
      assertThat(application.get().given().requestType()).isEqualTo(run.type);
      assertThat(application.get().given().brandID()).isEqualTo(RegistrationWorld.BRAND);
    }
    assertThat(proved).isLessThan((int) ((1 - MOST) * octets.length));
  }

  /** What is proved in the whole registration that a changed first message begins. */
  private static Optional<Application> application(OtherRun run, byte[] octets) {
    try {
      MessageWrapper wrapper = MessageWrapper.TYPE.decode(octets);
      if (!(wrapper.message() instanceof MeAqCInitReq request)) return Optional.empty();
      CaCredentials ca = ProcessMeAqCInitReq.process(wrapper, request, run.authority);
      run.initRes = CreateMeAqCInitRes.create(request, OtherRun.what(), ca, run.authority);
      run.form = ((FormOrReferral.Form) run.answered(run.initRes.wrapper())).toFill();
      return run.filled(Optional.of("CH93")).applied()
              instanceof ProcessCertReq.Outcome.Proved proved
          ? Optional.of(proved.application())
          : Optional.empty();
    } catch (Asn1Exception | Refused e) {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @MethodSource("others")
  void aChangedMeAqCInitResSaysNothingElse(OtherRun run) throws Refused {
    run.begun().given();
    Tamper.Tried tried =
        Tamper.all(run.initRes.wrapper(), wrapper -> said(run.answered(wrapper)));
    assertThat(tried.refused()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("others")
  void aChangedCertResBringsNoOtherCertificate(OtherRun run) throws Refused {
    ProcessCertReq.Outcome.Proved proved =
        (ProcessCertReq.Outcome.Proved)
            run.begun().given().filled(Optional.of("CH93")).applied();
    Tamper.Tried tried =
        Tamper.all(run.answered(proved, run.issued(proved.application())), run::told);
    assertThat(tried.refused()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("others")
  void aChangedInquiryIsRefused(OtherRun run) throws Refused {
    ProcessCertReq.Outcome.Proved proved =
        (ProcessCertReq.Outcome.Proved)
            run.begun().given().filled(Optional.of("CH93")).applied();
    CreateCertInqReq.Created inquiry =
        CreateCertInqReq.create(
            run.certReq.asked(), proved.to().lidCA(), run.signs.signer(), run.own);
    sealed(
        inquiry.wrapper(),
        wrapper ->
            ProcessCertInqReq.process(
                wrapper,
                (CertInqReq) wrapper.message(),
                proved.application().standing(),
                run.authority));
    To to = run.inquired(inquiry, proved.application().standing());
    Decision later =
        new Decision.Pending(CertStatusCode.requestPended, Optional.of("Tomorrow."));
    Tamper.Tried tried =
        Tamper.all(
            CreateCertRes.createInqRes(to, later, run.ca, run.authority),
            wrapper ->
                ProcessCertRes.process(
                    wrapper,
                    ((CertInqRes) wrapper.message()).certRes(),
                    inquiry.asked(),
                    run.own));
    assertThat(tried.refused()).isPositive();
  }
}
