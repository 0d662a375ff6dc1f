package openset.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import openset.asn1.Der;
import openset.authority.registration.Rules;
import openset.conduct.Peers;
import openset.conduct.enrolment.EnrolledKeys;
import openset.conduct.enrolment.Enrolment;
import openset.conduct.enrolment.Enrolment.Patience;
import openset.conduct.enrolment.MerchantForm;
import openset.conduct.enrolment.Outcome;
import openset.conduct.enrolment.Wish;
import openset.crypto.KeyFile;
import openset.crypto.Passphrase;
import openset.crypto.SecretBytes;
import openset.crypto.Suite;
import openset.crypto.Vault;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.set.data.BIN;
import openset.set.data.BrandID;
import openset.set.data.MerchantID;
import openset.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class EnrolmentTest {
  private static final BrandID BRAND = new BrandID(Hall.BRAND);
  private static final BIN ACQUIRER = new BIN(Hall.BIN);
  private static final Wish GATEWAY = Wish.gateway(BRAND, ACQUIRER, "999800");

  private final Hall hall = new Hall();
  private final SecretBytes vaultKey = SecretBytes.random(Vault.KEY_OCTETS, Hall.RANDOM);
  private final AtomicInteger sent = new AtomicInteger();
  private final Database own = hall.another();
  private Path path;

  @BeforeEach
  void keyFile() throws Exception {
    path = Files.createTempDirectory(Path.of("target"), "keys").resolve("own.p12");
    KeyFile.create(path, passphrase());
  }

  @AfterEach
  void close() {
    own.close();
    hall.close();
  }

  @Test
  @Tag("R05")
  void aMerchantHasTwoCertificatesInTheAcquirersWords() throws Exception {
    Outcome.Enrolled enrolled = (Outcome.Enrolled) enrol(merchant("Lantern Books"), reached());
    assertThat(enrolled.signing().certificate().subject().units())
        .containsExactly("Bank of Aurora");
    hall.trust()
        .validate(
            enrolled.signing().certificate(),
            enrolled.signing().chain(),
            Required.of(CertificateType.MER, KeyUse.SIGN, Hall.BRAND),
            hall.now.get());
    hall.trust()
        .validate(
            enrolled.opening().certificate(),
            enrolled.opening().chain(),
            Required.of(CertificateType.MER, KeyUse.AGREE, Hall.BRAND),
            hall.now.get());
    int asked = sent.get();
    Outcome.Enrolled again = (Outcome.Enrolled) enrol(merchant("Lantern Books"), reached());
    assertThat(again.signing().certificate()).isEqualTo(enrolled.signing().certificate());
    assertThat(sent).hasValue(asked);
  }

  @Test
  void aGatewayHasTwoCertificates() throws Exception {
    Outcome.Enrolled enrolled = (Outcome.Enrolled) enrol(GATEWAY, reached());
    hall.trust()
        .validate(
            enrolled.opening().certificate(),
            enrolled.opening().chain(),
            Required.of(CertificateType.PGWY, KeyUse.AGREE, Hall.BRAND),
            hall.now.get());
    assertThat(enrolled.opening().certificate().cardCertRequired()).isTrue();
  }

  @Test
  @Tag("CERT-19")
  void gatewaysOfABrandThatWaivesTheSignatureSaySo() throws Exception {
    Rules waiving = Rules.usual("Keep your keys.").withUnsigned(Set.of(Hall.BRAND));
    try (Hall other = new Hall(waiving)) {
      Outcome.Enrolled enrolled = (Outcome.Enrolled) enrol(GATEWAY, reached(other));
      assertThat(enrolled.opening().certificate().cardCertRequired()).isFalse();
    }
  }

  @Test
  void anAcquirerThatDoesNotConfirmRefusesAndTheKeysAreForgotten() throws Exception {
    assertThat(enrol(merchant("Lantern Bookz"), reached()))
        .isEqualTo(new Outcome.Refused("rejectedByAcquirer"));
    assertThat(file().aliases()).isEmpty();
    assertThat(enrol(merchant("Lantern Books"), reached()))
        .isInstanceOf(Outcome.Enrolled.class);
  }

  @Test
  void anAcquirerNobodyKnowsIsReferredElsewhere() throws Exception {
    assertThat(enrol(Wish.gateway(BRAND, new BIN("999777"), "999800"), reached()))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.reason()).startsWith("referred elsewhere"));
  }

  @Test
  @Tag("REG-06")
  void whereverTheWayBreaksTheNextEnrolmentGoesOnWithTheSameKeys() throws Exception {
    byte[] key = null;
    for (int i = 0; i < 3; i++) {
      assertThat(enrol(GATEWAY, (to, wrapper) -> new Peers.Reply.Nothing("cut")))
          .isEqualTo(new Outcome.Undecided("no answer: cut"));
      byte[] now = file().signing("aurora.sign").publicKey().spki();
      if (key != null) assertThat(now).isEqualTo(key);
      key = now;
    }
    // The answers are lost on the way back, each once.
    assertThat(enrol(GATEWAY, lostAfter(1))).isInstanceOf(Outcome.Undecided.class);
    assertThat(enrol(GATEWAY, lostAfter(2))).isInstanceOf(Outcome.Undecided.class);
    Outcome.Enrolled enrolled = (Outcome.Enrolled) enrol(GATEWAY, reached());
    assertThat(enrolled.signing().certificate().spki()).isEqualTo(Der.of(key));
  }

  @Test
  @Tag("REG-06")
  void aDeathAtAnyMessageIsSurvivedAndAKeyIsCertifiedOnce() throws Exception {
    for (int dies = 1; dies <= 4; dies++) {
      int at = dies;
      boolean before = dies % 2 == 1;
      AtomicInteger count = new AtomicInteger();
      Peers dead =
          (to, wrapper) -> {
            boolean now = count.incrementAndGet() == (at + 1) / 2;
            if (now && before) throw new Death();
            Peers.Reply reply = reached().ask(to, wrapper);
            if (now) throw new Death();
            return reply;
          };
      keyFile();
      assertThat(catchThrowable(() -> enrol(GATEWAY, dead))).isInstanceOf(Death.class);
      byte[] key = file().signing("aurora.sign").publicKey().spki();
      Outcome outcome = enrol(GATEWAY, reached());
      assertThat(outcome).isInstanceOf(Outcome.Enrolled.class);
      Outcome.Enrolled enrolled = (Outcome.Enrolled) outcome;
      assertThat(enrolled.signing().certificate().spki()).isEqualTo(Der.of(key));
      assertThat(certificatesOf(key)).isEqualTo(1);
    }
  }

  private static final class Death extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The answer to that message is lost; it itself arrives. */
  private Peers lostAfter(int which) {
    AtomicInteger count = new AtomicInteger();
    return (to, wrapper) -> {
      Peers.Reply reply = reached().ask(to, wrapper);
      return count.incrementAndGet() == which ? new Peers.Reply.Nothing("lost") : reply;
    };
  }

  private Peers reached() {
    return reached(hall);
  }

  private Peers reached(Hall hall) {
    return (to, wrapper) -> {
      sent.incrementAndGet();
      return new Peers.Reply.Bytes(
          Der.of(hall.authority.receive(Hall.PEER, wrapper.bytes())));
    };
  }

  private long certificatesOf(byte[] spki) {
    return hall.database
        .transactions()
        .inTransaction(
            tx ->
                tx.handle()
                    .createQuery(
                        "select count(*) from certificate where position(:key in to_be_signed) > 0")
                    .bind("key", spki)
                    .mapTo(Long.class)
                    .one());
  }

  private static Wish merchant(String name) {
    return Wish.merchant(
        BRAND,
        ACQUIRER,
        new MerchantID("LANTERN-1"),
        Map.of(
            MerchantForm.NAME, name,
            MerchantForm.CATEGORY, "5942",
            MerchantForm.ORIGIN, "https://lantern.example"));
  }

  private Outcome enrol(Wish wish, Peers peers) throws Exception {
    return Enrolment.enrol(
        wish,
        EnrolledKeys.of(file(), BRAND, Suite.CLASSICAL),
        new Enrolment.Given(
            own,
            Vault.of(vaultKey, Hall.RANDOM),
            hall::stranger,
            hall.clock(),
            peers,
            "authority"),
        Patience.ONCE);
  }

  private KeyFile file() throws Exception {
    return KeyFile.load(path, passphrase());
  }

  private static Passphrase passphrase() {
    return Passphrase.of("tests only");
  }
}
