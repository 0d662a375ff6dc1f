package openset.set.treatment.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openset.crypto.Suite;
import openset.pki.BlindedAccount;
import openset.pki.SigningCredential;
import openset.set.Refused;
import openset.set.data.card.PANSecret;
import openset.set.data.registration.CertStatusCode;
import openset.set.message.MessageWrapper;
import openset.set.treatment.Registrant;
import openset.set.treatment.authority.Application;
import openset.set.treatment.authority.Blinding;
import openset.set.treatment.authority.Decision;
import openset.set.treatment.authority.ProcessCertReq;
import openset.set.treatment.authority.Standing;
import openset.set.treatment.endentity.CreateCertInqReq;
import openset.set.treatment.endentity.ProcessCertRes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Registrations through all treatments, each message as octets between two participants. */
final class WholeRegistrationTest {
  static Stream<CardRun> cards() {
    RegistrationWorld classical = new RegistrationWorld(Suite.CLASSICAL);
    RegistrationWorld edwards = new RegistrationWorld(Suite.EDWARDS);
    return Stream.of(
        new CardRun(classical, Suite.CLASSICAL),
        new CardRun(edwards, Suite.EDWARDS),
        new CardRun(classical, Suite.EDWARDS),
        new CardRun(edwards, Suite.CLASSICAL));
  }

  static Stream<OtherRun> others() {
    RegistrationWorld classical = new RegistrationWorld(Suite.CLASSICAL);
    RegistrationWorld edwards = new RegistrationWorld(Suite.EDWARDS);
    return Stream.of(
        new OtherRun(classical, Registrant.MERCHANT, Suite.CLASSICAL),
        new OtherRun(edwards, Registrant.MERCHANT, Suite.EDWARDS),
        new OtherRun(edwards, Registrant.MERCHANT, Suite.CLASSICAL),
        new OtherRun(classical, Registrant.GATEWAY, Suite.CLASSICAL),
        new OtherRun(edwards, Registrant.GATEWAY, Suite.EDWARDS),
        new OtherRun(classical, Registrant.GATEWAY, Suite.EDWARDS));
  }

  @ParameterizedTest
  @MethodSource("others")
  void merchantsAndGatewaysAreCertifiedForBothKeys(OtherRun run) throws Refused {
    ProcessCertReq.Outcome outcome =
        run.begun().given().filled(Optional.of("CH93 0076 2011 6238 5295 7")).applied();
    Application application = ((ProcessCertReq.Outcome.Proved) outcome).application();
    assertThat(application.given().idData()).contains(run.idData());
    assertThat(application.account()).isPresent();
    MessageWrapper answer = run.answered(outcome, run.issued(application));
    ProcessCertRes.Outcome.Certified certified =
        (ProcessCertRes.Outcome.Certified) run.told(answer);
    assertThat(certified.signature().certificate().spki().bytes())
        .isEqualTo(run.signs.publicKey().spki());
    assertThat(certified.keyExchange().orElseThrow().certificate().spki().bytes())
        .isEqualTo(run.opens.publicKey().spki());
    assertThat(certified.signature().provedFor().type()).isEqualTo(run.who.type());
    assertThat(certified.panSecret()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("others")
  @Tag("CertInqReq-A-02")
  void aPendedRequestIsAskedAfterByItsKeyUntilThereIsACertificate(OtherRun run)
      throws Refused {
    ProcessCertReq.Outcome.Proved proved =
        (ProcessCertReq.Outcome.Proved)
            run.begun().given().filled(Optional.of("CH93")).applied();
    Decision later =
        new Decision.Pending(CertStatusCode.requestPended, Optional.of("Ask tomorrow."));
    ProcessCertRes.Outcome.Pending pending =
        (ProcessCertRes.Outcome.Pending) run.told(run.answered(proved, later));
    assertThat(pending.message()).contains("Ask tomorrow.");
    Standing standing = proved.application().standing();
    CreateCertInqReq.Created first =
        CreateCertInqReq.create(
            run.certReq.asked(), pending.lidCA(), run.signs.signer(), run.own);
    assertThat(run.inquiryTold(first, run.inquired(first, standing), later))
        .isInstanceOf(ProcessCertRes.Outcome.Pending.class);
    CreateCertInqReq.Created second =
        CreateCertInqReq.create(first.asked(), pending.lidCA(), run.signs.signer(), run.own);
    Decision issued = run.issued(proved.application());
    ProcessCertRes.Outcome.Certified certified =
        (ProcessCertRes.Outcome.Certified)
            run.inquiryTold(second, run.inquired(second, standing), issued);
    SigningCredential own =
        new SigningCredential(
            run.signs.signer(),
            certified.signature().certificate(),
            List.of(run.world.issuing(run.who).certificate(), run.world.brand.certificate()));
    CreateCertInqReq.Created third =
        CreateCertInqReq.create(second.asked(), pending.lidCA(), own, run.own);
    assertThat(run.inquiryTold(third, run.inquired(third, standing), issued))
        .isEqualTo(certified);
  }

  @ParameterizedTest
  @MethodSource("cards")
  @Tag("R04")
  void aCardIsCertifiedUnderASecretOfBothHalves(CardRun run) throws Refused {
    ProcessCertReq.Outcome outcome = run.begun().given().filled(CardRun.ANSWERS).applied();
    Application application = ((ProcessCertReq.Outcome.Proved) outcome).application();
    assertThat(application.answers()).isEqualTo(CardRun.ANSWERS);
    Blinding blinding = Blinding.of(application.card().orElseThrow(), run.cca.randomness());
    ProcessCertRes.Outcome.Certified certified =
        (ProcessCertRes.Outcome.Certified) run.told(run.issued(outcome, blinding));
    PANSecret secret = certified.panSecret().orElseThrow();
    assertThat(secret).isEqualTo(blinding.panSecret());
    assertThat(certified.signature().certificate().spki().bytes())
        .isEqualTo(run.keys.publicKey().spki());
    assertThat(certified.signature().certificate().subject().commonName())
        .isEqualTo(
            Optional.of(
                BlindedAccount.of(
                    CardRun.CARD.digits(), CardRun.EXPIRY.digits(), secret.secret())));
    assertThat(certified.keyExchange()).isEmpty();
    Blinding other = Blinding.of(application.card().orElseThrow(), run.cca.randomness());
    assertThat(other.panSecret()).isNotEqualTo(secret);
  }
}
