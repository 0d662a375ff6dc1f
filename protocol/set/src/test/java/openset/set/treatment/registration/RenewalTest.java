package openset.set.treatment.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import openset.crypto.SecretBytes;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.SigningCredential;
import openset.pki.Trust;
import openset.pki.Untrusted;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.Nonce;
import openset.set.data.card.CardSecret;
import openset.set.data.card.PANData0;
import openset.set.data.card.PANSecret;
import openset.set.data.registration.AcctInfo;
import openset.set.data.registration.CertStatusCode;
import openset.set.data.registration.RequestType;
import openset.set.message.CertReq;
import openset.set.operator.Signatory;
import openset.set.treatment.Registrant;
import openset.set.treatment.authority.Blinding;
import openset.set.treatment.authority.ProcessCertReq;
import openset.set.treatment.endentity.ProcessCertRes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cardholder renews its certificate, and others who would like to. */
final class RenewalTest {
  private static final RegistrationWorld WORLD = new RegistrationWorld(Suite.CLASSICAL);
  private CardRun run;
  private SigningCredential old;

  @BeforeEach
  void begin() throws Refused {
    run = new CardRun(WORLD, Suite.CLASSICAL);
    old = held(Suite.CLASSICAL);
    run.renewing(old);
  }

  /** A card's certificate from before. */
  private SigningCredential held(Suite suite) {
    SigningKeyPair keys = SigningKeyPair.generate(suite.signature());
    PANSecret secret =
        new PANSecret(SecretBytes.random(32, run.wallet.randomness()));
    Certificate certificate =
        run.certificate(
            keys.publicKey().spki(),
            secret.cardholderId(CardRun.CARD, CardRun.EXPIRY),
            Registrant.CARDHOLDER);
    return new SigningCredential(keys.signer(), certificate, List.of());
  }

  private Requested forged(Signatory signatory) {
    AcctInfo card =
        new AcctInfo.Card(
            new PANData0(
                CardRun.CARD,
                CardRun.EXPIRY,
                CardSecret.random(run.wallet.randomness()),
                Nonce.random(run.wallet.randomness())));
    Requested requested =
        new Requested(
            run.certReq.asked(), run.form, Optional.of(card), signatory, run.wallet);
    requested.eeThumb = Optional.of(CertThumb.of(old.certificate()));
    return requested;
  }

  private void answered(Requested requested, CertStatusCode status, String rule)
      throws Refused {
    ProcessCertReq.Outcome.NotProved not =
        (ProcessCertReq.Outcome.NotProved) run.applied(requested.to(run.ca, run.wallet));
    assertThat(not.rule()).isEqualTo(rule);
    assertThat(not.status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"classical, classical", "edwards, classical", "edwards, edwards"})
  @Tag("CertReq-E-05")
  @Tag("CertReq-A-03")
  @Tag("OP-22")
  void bothKeysSignAndTheNewOneIsCertified(String before, String now) throws Refused {
    run = new CardRun(WORLD, suite(now));
    old = held(suite(before));
    run.renewing(old);
    ProcessCertReq.Outcome outcome = run.applied();
    Blinding blinding = blinding(outcome);
    ProcessCertRes.Outcome told = run.told(run.issued(outcome, blinding));
    ProcessCertRes.Outcome.Certified certified = (ProcessCertRes.Outcome.Certified) told;
    assertThat(certified.signature().certificate().spki().bytes())
        .isEqualTo(run.keys.publicKey().spki());
    assertThat(certified.signature().certificate().subject())
        .isNotEqualTo(old.certificate().subject());
    assertThat(run.certReq.asked().requestType()).isEqualTo(RequestType.cardRenewalSig);
    assertThat(run.formGiven().requestType()).isEqualTo(RequestType.cardRenewalSig);
  }

  private static Suite suite(String name) {
    return name.equals("classical") ? Suite.CLASSICAL : Suite.EDWARDS;
  }

  private Blinding blinding(ProcessCertReq.Outcome outcome) {
    return Blinding.of(
        ((ProcessCertReq.Outcome.Proved) outcome).application().card().orElseThrow(),
        run.wallet.randomness());
  }

  @Test
  void whatIsRightIsProved() throws Refused {
    Requested right = forged(Signatory.renewal(old, run.keys.signer()));
    assertThat(run.applied(right.to(run.ca, run.wallet)))
        .isInstanceOf(ProcessCertReq.Outcome.Proved.class);
  }

  @Test
  @Tag("CertReq-A-13")
  @Tag("R02")
  void withoutTheOldCertificateOrByOneOfAnotherKindNothingIsProved() throws Refused {
    SigningKeyPair stranger = SigningKeyPair.generate(Suite.CLASSICAL.signature());
    SigningCredential forged =
        new SigningCredential(stranger.signer(), old.certificate(), List.of());
    SigningCredential authority = WORLD.ca(Registrant.MERCHANT).signing();
    SigningCredential elsewhere =
        new SigningCredential(old.signer(), elsewhere(), List.of());
    for (Signatory signatory :
        List.of(
            Signatory.newKey(run.keys.signer()),
            Signatory.of(old),
            Signatory.renewal(forged, run.keys.signer()),
            Signatory.renewal(authority, run.keys.signer()),
            Signatory.renewal(elsewhere, run.keys.signer()),
            Signatory.renewal(old, stranger.signer()))) {
      answered(forged(signatory), CertStatusCode.sigValidationFail, "CertReq-A-04");
    }
  }

  /** A card that a world of the same names certified, under a root that nobody here knows. */
  private Certificate elsewhere() {
    CardRun other = new CardRun(new RegistrationWorld(Suite.CLASSICAL), Suite.CLASSICAL);
    return other.certificate(
        other.keys.publicKey().spki(),
        new PANSecret(SecretBytes.random(32, run.wallet.randomness()))
            .cardholderId(CardRun.CARD, CardRun.EXPIRY),
        Registrant.CARDHOLDER);
  }

  @Test
  @Tag("CertReq-A-13")
  void aRevokedCertificateIsNotRenewed() throws Refused, Untrusted {
    CertificateList list = WORLD.issuing(Registrant.CARDHOLDER).crl(2, old.certificate());
    Trust knowing = WORLD.trust().withCrls(List.of(list), RegistrationWorld.NOW);
    ProcessCertReq.Outcome outcome =
        ProcessCertReq.process(
            CardRun.sent(run.certReq.wrapper()),
            (CertReq) CardRun.sent(run.certReq.wrapper()).message(),
            run.formGiven(),
            run.ca,
            WORLD.authority(knowing));
    assertThat(((ProcessCertReq.Outcome.NotProved) outcome).status())
        .isEqualTo(CertStatusCode.sigValidationFail);
  }

  @Test
  @Tag("CertReq-A-14")
  void theCertificateThatSignedIsTheOneThatIsNamed() throws Refused {
    Requested requested = forged(Signatory.renewal(old, run.keys.signer()));
    requested.eeThumb = Optional.empty();
    answered(requested, CertStatusCode.rejectedByCA, "CertReq-A-14");
    requested.eeThumb = Optional.of(CertThumb.of(held(Suite.CLASSICAL).certificate()));
    answered(requested, CertStatusCode.rejectedByCA, "CertReq-A-14");
  }

  @Test
  @Tag("CertReq-A-14")
  void aFirstRequestNamesNoCertificate() throws Refused {
    run = new CardRun(WORLD, Suite.CLASSICAL).begun().given().filled(CardRun.ANSWERS);
    Requested requested = forged(Signatory.newKey(run.keys.signer()));
    answered(requested, CertStatusCode.rejectedByCA, "CertReq-A-14");
  }
}
