package openset.http.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import openset.http.MediaType;
import openset.http.Problem;
import openset.http.client.ClientLimits;
import openset.http.client.HttpFailure;
import openset.http.client.JsonClient;
import openset.http.client.ResourceClient;
import openset.http.client.SetClient;
import openset.http.keys.ApiKey;
import openset.issuer.card.Bin;
import openset.issuer.card.CardAct;
import openset.issuer.card.CardStatus;
import openset.issuer.registration.RegistrationForm;
import openset.issuer.registration.Verdict;
import openset.issuer.registration.VerificationId;
import openset.issuer.registration.VerificationRequest;
import openset.pki.BrandCrlIdentifier;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.pki.Trust;
import openset.pki.TrustBundle;
import openset.pki.issue.RevocationReason;
import openset.set.data.registration.CertStatusCode;
import openset.set.treatment.endentity.FormOrReferral;
import openset.set.treatment.endentity.FormToFill;
import openset.set.treatment.endentity.ProcessCertRes.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class AuthorityApiTest {
  private final ResourceClient resources = new ResourceClient(ClientLimits.USUAL);
  private Town town;

  @BeforeEach
  void open() throws Exception {
    town = new Town();
  }

  @AfterEach
  void close() {
    resources.close();
    town.close();
  }

  @Test
  @Tag("CERT-31")
  void aCardIsCertifiedWhenTheIssuerKnowsItsHolderAndNotBeyondTheCard() throws Exception {
    CardHolder holder = new CardHolder(town, "a-1");
    Outcome.Certified certified = (Outcome.Certified) holder.register(holder.document);
    Certificate certificate = certified.signature().certificate();
    assertThat(certificate.subject().name()).contains("Zoë Quill");
    assertThat(certificate.subject().units()).containsExactly("Bank of Aurora");
    assertThat(certificate.notAfter()).isBefore(holder.expiry.end());
    trusted(certificate);
  }

  @Test
  void theFormIsTheIssuersInTheLanguageAskedFor() throws Exception {
    CardHolder holder = new CardHolder(town, "a-1");
    FormToFill chinese = ((FormOrReferral.Form) holder.page("zh")).toFill();
    assertThat(chinese.fields().getFirst().fieldName()).isEqualTo("持卡人姓名");
    assertThat(holder.form().fields()).hasSize(4);
  }

  @Test
  @Tag("R01")
  void threeWrongAnswersLockTheCardAndTheRightOneThenSoundsTheSame() throws Exception {
    CardHolder holder = new CardHolder(town, "a-1");
    Outcome no =
        new Outcome.Rejected(CertStatusCode.rejectedByIssuer, Optional.empty(), List.of());
    for (int i = 0; i < 3; i++) assertThat(holder.register("guess " + i)).isEqualTo(no);
    assertThat(holder.register(holder.document)).isEqualTo(no);
    CardHolder another = new CardHolder(town, "a-2");
    assertThat(another.register(another.document))
        .isInstanceOf(Outcome.Certified.class);
    assertThat(town.issuer.registration().unlock(holder.account.account())).isTrue();
    assertThat(holder.register(holder.document)).isInstanceOf(Outcome.Certified.class);
  }

  @Test
  void whileTheIssuerIsCutOffTheRequestIsInProgressAndThenItIsCertified() throws Exception {
    CardHolder holder = new CardHolder(town, "a-1");
    FormToFill form = holder.form();
    town.cutBanksOff();
    Outcome.Pending pending = (Outcome.Pending) holder.certify(form, holder.document);
    assertThat(pending.status()).isEqualTo(CertStatusCode.requestInProgress);
    town.reachBanks();
    assertThat(decided(holder, pending)).isInstanceOf(Outcome.Certified.class);
  }

  @Test
  void aBankThatKnowsAnotherKeyHasDecidedNothing() throws Exception {
    CardHolder holder = new CardHolder(town, "a-1");
    FormToFill form = holder.form();
    town.restartWithStrangeKey();
    Outcome.Pending pending = (Outcome.Pending) holder.certify(form, holder.document);
    assertThat(pending.status()).isEqualTo(CertStatusCode.requestInProgress);
    town.stopAuthority();
    town.startAuthority();
    assertThat(decided(holder, pending)).isInstanceOf(Outcome.Certified.class);
  }

  @Test
  void whatIsPublishedIsFetchedWholeAndInParts() throws Exception {
    TrustBundle bundle = trust();
    assertThat(bundle.crls()).hasSize(5);
    assertThat(bundle.certificates()).contains(Town.world().root().certificate());
    for (CertificateType type :
        List.of(
            CertificateType.RCA,
            CertificateType.BCA,
            CertificateType.CCA,
            CertificateType.MCA,
            CertificateType.PCA)) {
      URI at = town.uri().resolve(AuthorityApi.crl(type, Town.BRAND));
      CertificateList crl = CertificateList.of(resources.get(at, MediaType.CRL));
      assertThat(bundle.crls()).contains(crl);
    }
    URI at = town.uri().resolve(AuthorityApi.brandCrlIdentifier(Town.BRAND));
    assertThat(bundle.brandCrls())
        .containsExactly(BrandCrlIdentifier.of(resources.get(at, MediaType.OCTETS)));
  }

  @Test
  void aRevokedCertificateIsTrustedByNobodyWhoFetchesAnew() throws Exception {
    CardHolder holder = new CardHolder(town, "a-1");
    Outcome.Certified certified = (Outcome.Certified) holder.register(holder.document);
    Certificate certificate = certified.signature().certificate();
    trusted(certificate);
    assertThat(town.authority.revoke(certificate, RevocationReason.KEY_COMPROMISE)).isTrue();
    assertThat(
            catchThrowableOfType(openset.pki.Untrusted.class, () -> trusted(certificate)).rule())
        .contains("CRL");
  }

  private RevocationApi.Revoked revoke(ApiKey bank, String serial, String reason)
      throws HttpFailure {
    try (JsonClient client =
        new JsonClient(
            ClientLimits.USUAL, JsonClient.Security.of(bank), Town.CLOCK, Town.RANDOM)) {
      return client.post(
          town.uri().resolve("/api/revocations"),
          new RevocationApi.Revocation(serial, reason),
          RevocationApi.Revoked.class);
    }
  }

  private int refused(ApiKey bank, String serial, String reason) {
    return catchThrowableOfType(HttpFailure.class, () -> revoke(bank, serial, reason))
        .problem()
        .orElseThrow()
        .status();
  }

  @Test
  @Tag("CRL-10")
  @Tag("CRL-11")
  @Tag("W10")
  void aBankRevokesACertificateOfItsCardholderAndNobodyElseDoes() throws Exception {
    CardHolder holder = new CardHolder(town, "a-1");
    Outcome.Certified certified = (Outcome.Certified) holder.register(holder.document);
    Certificate certificate = certified.signature().certificate();
    String serial = certificate.serialNumber().toString(16);
    assertThat(refused(town.acquirerKey, serial, "keyCompromise")).isEqualTo(404);
    assertThat(refused(Town.key(Town.ISSUER_BIN), serial, "keyCompromise")).isEqualTo(401);
    assertThat(refused(town.issuerKey, serial, "caCompromise")).isEqualTo(422);
    assertThat(refused(town.issuerKey, "0f", "keyCompromise")).isEqualTo(404);
    assertThat(refused(town.issuerKey, "no number", "keyCompromise")).isEqualTo(404);
    String cca =
        Town.world().all().stream()
            .filter(one -> one.type() == CertificateType.CCA)
            .findFirst()
            .orElseThrow()
            .certificate()
            .serialNumber()
            .toString(16);
    assertThat(refused(town.issuerKey, cca, "keyCompromise")).isEqualTo(404);
    trusted(certificate);
    assertThat(revoke(town.issuerKey, serial, "keyCompromise").already()).isFalse();
    assertThat(
            catchThrowableOfType(openset.pki.Untrusted.class, () -> trusted(certificate)).rule())
        .contains("CRL");
    assertThat(revoke(town.issuerKey, serial, "superseded").already()).isTrue();
  }

  private String revokeRegistered(ApiKey bank, String registration, String reason) {
    try (JsonClient client =
        new JsonClient(
            ClientLimits.USUAL, JsonClient.Security.of(bank), Town.CLOCK, Town.RANDOM)) {
      RevocationApi.RevokedRegistration done =
          client.post(
              town.uri().resolve("/api/revocations/registration"),
              new RevocationApi.OfRegistration(registration, reason),
              RevocationApi.RevokedRegistration.class);
      return done.already() ? "already" : "done";
    } catch (HttpFailure refused) {
      Problem problem = refused.problem().orElseThrow();
      return problem.status() + " " + problem.rule();
    }
  }

  /** By which name the banks were asked about registrations, the latest last. */
  private List<String> attempts() {
    return town.authorityDatabase
        .transactions()
        .inTransaction(
            tx ->
                tx.handle()
                    .createQuery("select attempt from registration order by at")
                    .mapTo(String.class)
                    .list());
  }

  @Test
  @Tag("CRL-12")
  @Tag("W10")
  void aBankRevokesWhatCameOfARegistrationOnWhichItWasAskedOnceThatIsDecided() throws Exception {
    CardHolder holder = new CardHolder(town, "a-1");
    FormToFill form = holder.form();
    town.cutBanksOff();
    Outcome.Pending pending = (Outcome.Pending) holder.certify(form, holder.document);
    String asked = attempts().getFirst();
    assertThat(revokeRegistered(town.issuerKey, asked, "superseded")).isEqualTo("409 CRL-12");
    assertThat(revokeRegistered(town.acquirerKey, asked, "superseded")).isEqualTo("404 CRL-12");
    town.reachBanks();
    Outcome.Certified certified = (Outcome.Certified) decided(holder, pending);
    trusted(certified.signature().certificate());
    assertThat(revokeRegistered(town.acquirerKey, asked, "superseded")).isEqualTo("404 CRL-12");
    assertThat(revokeRegistered(town.issuerKey, "5b1f", "superseded")).isEqualTo("404 CRL-12");
    assertThat(revokeRegistered(town.issuerKey, asked, "caCompromise")).isEqualTo("422 CRL-11");
    assertThat(revokeRegistered(Town.key(Town.ISSUER_BIN), asked, "superseded"))
        .isEqualTo("401 http.key");
    trusted(certified.signature().certificate());
    assertThat(revokeRegistered(town.issuerKey, asked, "superseded")).isEqualTo("done");
    untrusted(certified.signature().certificate());
    assertThat(revokeRegistered(town.issuerKey, asked, "superseded")).isEqualTo("already");
    assertThat(holder.register("guess")).isInstanceOf(Outcome.Rejected.class);
    assertThat(revokeRegistered(town.issuerKey, attempts().getLast(), "superseded"))
        .isEqualTo("404 CRL-12");
  }

  private void untrusted(Certificate certificate) {
    assertThat(
            catchThrowableOfType(openset.pki.Untrusted.class, () -> trusted(certificate)).rule())
        .contains("CRL");
  }

  private List<String> acts(CardHolder holder) {
    return town.issuer.accounts().acts(holder.account.account()).stream()
        .map(act -> act.kind() + " by " + act.by())
        .toList();
  }

  private void awaitAct(CardHolder holder, String act) {
    for (int i = 0; i < 1000 && !acts(holder).contains(act); i++) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    assertThat(acts(holder)).contains(act);
  }

  @Test
  @Tag("CRL-13")
  @Tag("R14")
  void aLostCardsCertificateIsRevokedThoughTheIssuerDiesBeforeItsCall() throws Exception {
    CardHolder holder = new CardHolder(town, "a-1");
    Outcome.Certified certified = (Outcome.Certified) holder.register(holder.document);
    town.stopAuthority();
    assertThat(town.issuer.accounts().become(holder.account.account(), CardStatus.LOST, "ann"))
        .isTrue();
    town.issuer.close();
    town.startAuthority();
    trusted(certified.signature().certificate());
    town.startIssuer();
    awaitAct(holder, "REVOKED by authority");
    untrusted(certified.signature().certificate());
    town.issuer.accounts().become(holder.account.account(), CardStatus.LOST, "ben");
    assertThat(acts(holder))
        .containsExactly(
            "LOST by ann", "REVOCATION_ASKED by ann", "REVOKED by authority", "LOST by ben");
  }

  @Test
  @Tag("CRL-13")
  void whatIsRevokedAlreadyOrWasNeverCertifiedIsAbsorbed() throws Exception {
    CardHolder holder = new CardHolder(town, "a-1");
    Outcome.Certified certified = (Outcome.Certified) holder.register(holder.document);
    Certificate certificate = certified.signature().certificate();
    assertThat(revoke(town.issuerKey, certificate.serialNumber().toString(16), "keyCompromise"))
        .isNotNull();
    town.issuer.accounts().become(holder.account.account(), CardStatus.LOST, "ann");
    awaitAct(holder, "REVOKED by authority");
    assertThat(town.issuer.accounts().acts(holder.account.account()))
        .extracting(CardAct::card)
        .containsOnly(holder.account.number().masked());
    CardHolder stranger = new CardHolder(town, "a-2");
    RegistrationForm form =
        town.issuer.registration().form(new Bin(Town.ISSUER_BIN), "en").orElseThrow();
    VerificationRequest elsewhere =
        new VerificationRequest(
            new VerificationId("elsewhere"),
            form.id(),
            stranger.account.number(),
            stranger.account.expiry(),
            Map.of(
                "holderName", "Zoë Quill",
                "documentNumber", stranger.document,
                "dateOfBirth", "1990-02-28",
                "cardExpiry", stranger.expiry.digits()));
    assertThat(town.issuer.registration().verify(elsewhere))
        .isInstanceOf(Verdict.Accepted.class);
    town.issuer.accounts().become(stranger.account.account(), CardStatus.LOST, "ann");
    awaitAct(stranger, "NOT_CERTIFIED by authority");
    CardHolder never = new CardHolder(town, "a-3");
    town.issuer.accounts().become(never.account.account(), CardStatus.LOST, "ann");
    assertThat(acts(never)).containsExactly("LOST by ann");
  }

  @Test
  @Tag("CRL-13")
  void anotherNumberInPlaceOfACardThatIsNotLostRevokesNothing() throws Exception {
    CardHolder holder = new CardHolder(town, "a-1");
    Outcome.Certified certified = (Outcome.Certified) holder.register(holder.document);
    town.issuer.accounts().renumber(holder.account.account(), "ann");
    assertThat(acts(holder)).containsExactly("RENUMBERED by ann");
    trusted(certified.signature().certificate());
  }

  @Test
  void aMessageOfAPurchaseIsOfNoTypeItTakes() {
    try (SetClient client = new SetClient(ClientLimits.USUAL)) {
      URI at = URI.create(town.registration(CertificateType.MCA));
      HttpFailure refused =
          catchThrowableOfType(
              HttpFailure.class, () -> client.post(at, MediaType.SET_PAYMENT, new byte[] {48, 0}));
      assertThat(refused.problem().orElseThrow().status()).isEqualTo(415);
    }
  }

  private Outcome decided(CardHolder holder, Outcome.Pending pending) throws Exception {
    Outcome outcome = holder.inquire(pending.lidCA());
    for (int i = 0; i < 1000 && outcome instanceof Outcome.Pending; i++) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      outcome = holder.inquire(pending.lidCA());
    }
    return outcome;
  }

  private TrustBundle trust() throws HttpFailure {
    return TrustBundle.of(
        resources.get(town.uri().resolve(AuthorityApi.TRUST), MediaType.OCTETS));
  }

  private void trusted(Certificate certificate) throws Exception {
    Trust root = Trust.in(List.of(Town.world().root().certificate()));
    trust()
        .heldBy(root, Town.CLOCK.instant())
        .validate(
            certificate,
            List.of(),
            Required.of(CertificateType.CARD, KeyUse.SIGN, Town.BRAND),
            Town.CLOCK.instant());
  }
}
