package openset.set.treatment.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import openset.crypto.Suite;
import openset.pki.BlindedAccount;
import openset.set.Refused;
import openset.set.data.card.PANSecret;
import openset.set.treatment.authority.Application;
import openset.set.treatment.authority.Blinding;
import openset.set.treatment.authority.ProcessCertReq;
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
