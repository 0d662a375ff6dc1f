package openset.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import openset.asn1.Der;
import openset.authority.registration.Registration;
import openset.conduct.Peer;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.pki.Certificate;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.pki.issue.RevocationReason;
import openset.set.ErrorCode;
import openset.set.SetOid;
import openset.set.data.card.PAN;
import openset.set.data.registration.CertStatusCode;
import openset.set.message.Error;
import openset.set.message.ErrorTBS;
import openset.set.message.MessageWrapper;
import openset.set.treatment.endentity.FormOrReferral;
import openset.set.treatment.endentity.FormToFill;
import openset.set.treatment.endentity.ProcessCertRes.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CardRegistrationTest {
  private static final Required CARD =
      Required.of(CertificateType.CARD, KeyUse.SIGN, Hall.BRAND);

  private final Hall hall = new Hall();

  @AfterEach
  void close() {
    hall.close();
  }

  @Test
  @Tag("CERT-31")
  @Tag("CERT-32")
  void aCardIsCertifiedInTheBanksWordsAndNotBeyondTheCard() throws Exception {
    Wallet wallet = new Wallet(hall);
    Outcome.Certified certified = (Outcome.Certified) wallet.register(TestBank.SECRET_ANSWER);
    Certificate certificate = certified.signature().certificate();
    assertThat(certificate.subject().units()).containsExactly("Bank of Aurora");
    assertThat(certificate.subject().name()).contains("Zoë Quill");
    assertThat(certificate.spki()).isEqualTo(Der.of(wallet.keys.publicKey().spki()));
    assertThat(certificate.notAfter()).isEqualTo(Instant.parse("2027-02-28T23:59:59Z"));
    assertThat(hall.trust().validate(certificate, List.of(), CARD, hall.now.get()).brand())
        .isEqualTo(Hall.BRAND);
    assertThat(certified.panSecret().orElseThrow().cardholderId(Wallet.CARD, TestBank.EXPIRY))
        .isEqualTo(certificate.subject().commonName().orElseThrow());
    assertThat(hall.authority.unsigned()).isEmpty();
  }

  @Test
  @Tag("RegFormRes-A-03")
  void aFieldThatSetHasANameForIsCalledByIt() throws Exception {
    FormToFill form = ((FormOrReferral.Form) new Wallet(hall).form(Wallet.CARD)).toFill();
    assertThat(form.fields())
        .singleElement()
        .satisfies(
            field ->
                assertThat(field.fieldID()).contains(SetOid.FIELD_IDENTIFICATION_NUMBER));
  }

  @Test
  void aCardOfNoBankIsReferredElsewhere() throws Exception {
    assertThat(new Wallet(hall).form(PAN.completing("999777000000000")))
        .isInstanceOf(FormOrReferral.Referral.class);
  }

  @Test
  @Tag("R01")
  void wrongAnswersAreRejectedAndTheAddressIsNotAskedForAnyMoreAfterTen() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThat(new Wallet(hall).register("guess " + i)).isEqualTo(rejectedByIssuer());
    }
    assertThat(hall.bank.asked).hasValue(10);
    // The right answer of that address now hears the very same, and no bank is asked.
    assertThat(new Wallet(hall).register(TestBank.SECRET_ANSWER)).isEqualTo(rejectedByIssuer());
    assertThat(hall.bank.asked).hasValue(10);
    Wallet elsewhere = new Wallet(hall, new Peer("192.0.2.2"), newKeys());
    assertThat(elsewhere.register(TestBank.SECRET_ANSWER)).isInstanceOf(Outcome.Certified.class);
    hall.pass(Duration.ofMinutes(61));
    assertThat(new Wallet(hall).register(TestBank.SECRET_ANSWER))
        .isInstanceOf(Outcome.Certified.class);
  }

  @Test
  @Tag("R02")
  @Tag("REG-06")
  void aKeyThatWasCertifiedIsRefusedToEverybodyForEver() throws Exception {
    SigningKeyPair keys = newKeys();
    Wallet first = new Wallet(hall, Hall.PEER, keys);
    Outcome.Certified certified =
        (Outcome.Certified) first.register(TestBank.SECRET_ANSWER);
    assertThat(new Wallet(hall, Hall.PEER, keys).register(TestBank.SECRET_ANSWER))
        .isEqualTo(rejected(CertStatusCode.rejectedByCA));
    Certificate certificate = certified.signature().certificate();
    assertThat(hall.authority.revoke(certificate, RevocationReason.SUPERSEDED)).isTrue();
    assertThat(new Wallet(hall, Hall.PEER, keys).register(TestBank.SECRET_ANSWER))
        .isEqualTo(rejected(CertStatusCode.rejectedByCA));
  }

  @Test
  @Tag("R06")
  void aFormComesBackOnce() throws Exception {
    Wallet wallet = new Wallet(hall);
    FormToFill form = ((FormOrReferral.Form) wallet.form(Wallet.CARD)).toFill();
    assertThat(wallet.certify(form, "a guess")).isEqualTo(rejectedByIssuer());
    MessageWrapper again = hall.ask(wallet.request(form, TestBank.SECRET_ANSWER));
    assertThat(code(again)).isEqualTo(ErrorCode.challengeMismatch);
    assertThat(hall.bank.asked).hasValue(1);
  }

  @Test
  @Tag("W-06")
  void theSameRequestAgainGetsTheSameOctetsAndOneCertificate() throws Exception {
    Wallet wallet = new Wallet(hall);
    FormToFill form = ((FormOrReferral.Form) wallet.form(Wallet.CARD)).toFill();
    byte[] request =
        MessageWrapper.TYPE.encode(wallet.request(form, TestBank.SECRET_ANSWER));
    byte[] first = hall.authority.receive(Hall.PEER, request);
    assertThat(hall.authority.receive(new Peer("192.0.2.9"), request)).isEqualTo(first);
    assertThat(hall.bank.asked).hasValue(1);
  }

  @Test
  void aCaseForReviewIsPendedAndCertifiedWhenTheBankHasDecided() throws Exception {
    hall.bank.review = true;
    Wallet wallet = new Wallet(hall);
    Outcome.Pending pending = (Outcome.Pending) wallet.register(TestBank.SECRET_ANSWER);
    assertThat(pending.status()).isEqualTo(CertStatusCode.requestPended);
    assertThat(wallet.inquire(pending.lidCA())).isEqualTo(pending);
    hall.bank.decided.replaceAll((id, before) -> hall.bank.accepted());
    Outcome certified = wallet.inquire(pending.lidCA());
    assertThat(certified).isInstanceOf(Outcome.Certified.class);
    // Asked once more, as after a lost answer, it is the same certificate.
    assertThat(((Outcome.Certified) wallet.inquire(pending.lidCA())).signature().certificate())
        .isEqualTo(((Outcome.Certified) certified).signature().certificate());
  }

  @Test
  void aBankThatIsCutOffLeavesTheRequestInProgress() throws Exception {
    Wallet wallet = new Wallet(hall);
    FormToFill form = ((FormOrReferral.Form) wallet.form(Wallet.CARD)).toFill();
    hall.bank.cutOff = true;
    Outcome.Pending pending =
        (Outcome.Pending) wallet.certify(form, TestBank.SECRET_ANSWER);
    assertThat(pending.status()).isEqualTo(CertStatusCode.requestInProgress);
    assertThat(wallet.inquire(pending.lidCA()))
        .isInstanceOfSatisfying(
            Outcome.Pending.class,
            again -> assertThat(again.status()).isEqualTo(CertStatusCode.requestInProgress));
    hall.bank.cutOff = false;
    hall.pass(Duration.ofMinutes(2));
    assertThat(awaitCertified(wallet, pending)).isInstanceOf(Outcome.Certified.class);
    assertThat(hall.bank.asked).hasValue(1);
  }

  @Test
  @Tag("R07")
  void aDeathBetweenSigningAndStoringLeavesOneCertificateThatWasWrittenDown() throws Exception {
    hall.pass(Duration.ofSeconds(1));
    Wallet wallet = new Wallet(hall);
    FormToFill form = ((FormOrReferral.Form) wallet.form(Wallet.CARD)).toFill();
    MessageWrapper request = wallet.request(form, TestBank.SECRET_ANSWER);
    failWhenStored(true);
    byte[] octets = MessageWrapper.TYPE.encode(request);
    assertThat(catchThrowable(() -> hall.authority.receive(Hall.PEER, octets)))
        .isNotNull();
    hall.stop();
    failWhenStored(false);
    assertThat(written()).isEqualTo(1);
    hall.start();
    assertThat(hall.authority.unsigned()).isEmpty();
    assertThat(wallet.answered(hall.ask(request))).isInstanceOf(Outcome.Certified.class);
    assertThat(written()).isEqualTo(1);
  }

  @Test
  @Tag("R13")
  void nothingIsSignedWhileTheClockStandsBeforeTheLastSignature() throws Exception {
    new Wallet(hall).register(TestBank.SECRET_ANSWER);
    Instant last = hall.now.get();
    Wallet wallet = new Wallet(hall);
    hall.now.set(last.minusSeconds(1));
    Outcome.Pending pending = (Outcome.Pending) wallet.register(TestBank.SECRET_ANSWER);
    assertThat(hall.authority.unsigned()).hasSize(1);
    hall.now.set(last.plus(Duration.ofMinutes(3)));
    assertThat(awaitCertified(wallet, pending)).isInstanceOf(Outcome.Certified.class);
  }

  @Test
  @Tag("R12")
  void aNameThatNoCertificateMayHaveIsNotCertified() throws Exception {
    hall.bank.holder = "<b>Zoë</b>";
    assertThat(new Wallet(hall).register(TestBank.SECRET_ANSWER))
        .isEqualTo(rejected(CertStatusCode.rejectedByCA));
    hall.bank.holder = "Zoë,CN=Another";
    Outcome.Certified exact =
        (Outcome.Certified) new Wallet(hall).register(TestBank.SECRET_ANSWER);
    assertThat(exact.signature().certificate().subject().name()).contains("Zoë,CN=Another");
  }

  @Test
  void whatIsKeptAfterTheDecisionHoldsNoCardNumber() throws Exception {
    Wallet wallet = new Wallet(hall);
    wallet.register(TestBank.SECRET_ANSWER);
    Registration state = hall.authority.registration(wallet.lidEE).orElseThrow();
    assertThat(state).isInstanceOf(Registration.Certified.class);
    String kept =
        new String(Registration.TYPE.encode(state), StandardCharsets.ISO_8859_1);
    assertThat(kept).doesNotContain(Wallet.CARD.digits());
    long open =
        hall.database
            .transactions()
            .inTransaction(
                tx ->
                    tx.handle()
                        .createQuery("select count(*) from outbox where length(payload) > 0")
                        .mapTo(Long.class)
                        .one());
    assertThat(open).isZero();
  }

  private Outcome awaitCertified(Wallet wallet, Outcome.Pending pending) throws Exception {
    Outcome outcome = wallet.inquire(pending.lidCA());
    for (int i = 0; i < 200 && outcome instanceof Outcome.Pending; i++) {
      LockSupport.parkNanos(50_000_000);
      outcome = wallet.inquire(pending.lidCA());
    }
    return outcome;
  }

  /** The database dies whenever a signed certificate is being stored. */
  private void failWhenStored(boolean fail) {
    hall.database
        .transactions()
        .perform(
            tx -> {
              tx.handle()
                  .execute(
                      """
                      create or replace function die() returns trigger language plpgsql as $$
                      begin raise exception 'dead'; end $$
                      """);
              tx.handle()
                  .execute(
                      fail
                          ? "create trigger dead before update of der on certificate"
                              + " for each row execute function die()"
                          : "drop trigger dead on certificate");
            });
  }

  private long written() {
    return hall.database
        .transactions()
        .inTransaction(
            tx ->
                tx.handle()
                    .createQuery("select count(*) from certificate where written_at >= :start")
                    .bind("start", Hall.START.plusNanos(1000).atOffset(ZoneOffset.UTC))
                    .mapTo(Long.class)
                    .one());
  }

  private static ErrorCode code(MessageWrapper wrapper) {
    ErrorTBS tbs =
        switch (wrapper.message()) {
          case Error.UnsignedError(ErrorTBS unsigned) -> unsigned;
          case Error.SignedError signed -> ErrorTBS.TYPE.decode(content(signed));
          default -> throw new AssertionError(wrapper.message().name());
        };
    return tbs.errorCode();
  }

  private static byte[] content(Error.SignedError signed) {
    return signed.signed().cms().content().content().orElseThrow().bytes();
  }

  private static SigningKeyPair newKeys() {
    return SigningKeyPair.generate(Suite.EDWARDS.signature());
  }

  private static Outcome rejectedByIssuer() {
    return rejected(CertStatusCode.rejectedByIssuer);
  }

  private static Outcome rejected(CertStatusCode status) {
    return new Outcome.Rejected(status, Optional.empty(), List.of());
  }
}
