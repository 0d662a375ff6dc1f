package openset.http.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import openset.asn1.Der;
import openset.conduct.Peers;
import openset.conduct.enrolment.EnrolledKeys;
import openset.conduct.enrolment.Enrolment;
import openset.conduct.enrolment.Enrolment.Patience;
import openset.conduct.enrolment.MerchantForm;
import openset.conduct.enrolment.Outcome;
import openset.conduct.enrolment.Wish;
import openset.crypto.KeyFile;
import openset.crypto.Passphrase;
import openset.crypto.Suite;
import openset.crypto.Vault;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.pki.Trust;
import openset.set.data.BIN;
import openset.set.data.BrandID;
import openset.set.data.MerchantID;
import openset.set.data.registration.IDData;
import openset.set.data.registration.RequestType;
import openset.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A merchant or gateway enrols with a real authority behind which are real banks, over HTTP. */
@Timeout(120)
class EnrolmentTest {
  private static final BrandID BRAND = new BrandID(Town.BRAND);
  private static final BIN ACQUIRER = new BIN(Town.ACQUIRER_BIN);
  private static final Wish GATEWAY = Wish.gateway(BRAND, ACQUIRER, Town.GATEWAY);
  private static final Wish MERCHANT = merchant(Town.MERCHANT, "Lantern Books", "5942");

  private final Database own = Town.database();
  private final Vault vault = Town.vault();
  private final AtomicInteger sent = new AtomicInteger();
  private Town town;
  private Path path;

  @BeforeEach
  void open() throws Exception {
    town = new Town();
    freshKeyFile();
  }

  private void freshKeyFile() throws Exception {
    path = Files.createTempDirectory(Path.of("target"), "keys").resolve("own.p12");
    KeyFile.create(path, Passphrase.of("tests only"));
  }

  @AfterEach
  void close() {
    town.close();
    own.close();
  }

  private static Wish merchant(String id, String name, String category) {
    return merchant(id, name, category, "https://lantern.example");
  }

  private static Wish merchant(String id, String name, String category, String origin) {
    return Wish.merchant(
        BRAND,
        ACQUIRER,
        new MerchantID(id),
        Map.of(
            MerchantForm.NAME, name,
            MerchantForm.CATEGORY, category,
            MerchantForm.ORIGIN, origin));
  }

  @Test
  void aMerchantAndAGatewayEnrolOnceAndFindTheirCertificatesAgain() throws Exception {
    for (Wish wish : List.of(MERCHANT, GATEWAY)) {
      freshKeyFile();
      Outcome.Enrolled enrolled = enrolled(wish);
      CertificateType type = wish == MERCHANT ? CertificateType.MER : CertificateType.PGWY;
      assertThat(trusted(enrolled, type)).isEqualTo(Town.BRAND);
      assertThat(enrolled.signing().certificate().subject().units())
          .containsExactly("Merchant Bank");
      int before = sent.get();
      assertThat(enrolled(wish).signing().certificate())
          .isEqualTo(enrolled.signing().certificate());
      assertThat(sent).hasValue(before);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LANTERN-2, Lantern Books, 5942",
    "LANTERN-1, Lantern Bookz, 5942",
    "LANTERN-1, Lantern Books, 5732"
  })
  @Tag("R05")
  void anAcquirerThatKnowsNoSuchMerchantRefuses(String id, String name, String category)
      throws Exception {
    Outcome refused = enrol(merchant(id, name, category), town.peers());
    assertThat(refused).isEqualTo(new Outcome.Refused("rejectedByAcquirer"));
    assertThat(file().aliases()).isEmpty();
    assertThat(enrol(MERCHANT, town.peers())).isInstanceOf(Outcome.Enrolled.class);
  }

  @Test
  @Tag("R05")
  void aWebOriginThatIsNotTheContractsIsRefused() throws Exception {
    Wish other = merchant(Town.MERCHANT, "Lantern Books", "5942", "https://fern.example");
    assertThat(enrol(other, town.peers()))
        .isEqualTo(new Outcome.Refused("rejectedByAcquirer"));
  }

  @Test
  @Tag("R05")
  void anAcquirerThatWorksThroughNoSuchGatewayRefuses() throws Exception {
    assertThat(enrol(Wish.gateway(BRAND, ACQUIRER, "999801"), town.peers()))
        .isEqualTo(new Outcome.Refused("rejectedByAcquirer"));
  }

  @Test
  @Tag("R05")
  void aMerchantThatAsksForAGatewaysCertificateGetsNone() throws Exception {
    IDData merchant = MERCHANT.idData();
    Wish gateways =
        new Wish(RequestType.pgwyInitialBoth, merchant, BRAND, MERCHANT.language(), Map.of());
    assertThat(enrol(gateways, town.peers()))
        .isEqualTo(new Outcome.Refused("the authority answered Error unspecifiedFailure"));
    Wish others =
        Wish.merchant(
            new BrandID("Borealis"), ACQUIRER, new MerchantID(Town.MERCHANT), Map.of());
    assertThat(enrol(others, town.peers()))
        .isEqualTo(new Outcome.Refused("the authority answered Error unspecifiedFailure"));
  }

  @Test
  void whileTheAuthorityIsNotReachedItIsUndecidedAndGoesOnWithTheSameKeys() throws Exception {
    town.stopAuthority();
    assertThat(enrol(GATEWAY, town.peers()))
        .isEqualTo(new Outcome.Undecided("no answer: UNREACHABLE"));
    byte[] key = key();
    assertThat(enrol(GATEWAY, town.peers())).isInstanceOf(Outcome.Undecided.class);
    assertThat(key()).isEqualTo(key);
    town.startAuthority();
    assertThat(enrolled(GATEWAY).signing().certificate().spki()).isEqualTo(Der.of(key));
  }

  @Test
  void whileTheAcquirerIsNotReachedItIsUndecidedAndThenEnrolled() throws Exception {
    town.cutBanksOff();
    assertThat(enrol(GATEWAY, town.peers()))
        .isEqualTo(new Outcome.Undecided("requestInProgress"));
    byte[] key = key();
    town.reachBanks();
    Patience patience =
        new Patience(Duration.ofSeconds(60), Duration.ofMillis(100));
    Outcome outcome = enrol(GATEWAY, town.peers(), patience);
    assertThat(((Outcome.Enrolled) outcome).signing().certificate().spki())
        .isEqualTo(Der.of(key));
    assertThat(certificatesOf(key)).isEqualTo(1);
  }

  @Test
  @Tag("REG-06")
  void killedBeforeOrAfterAnyMessageItGoesOnAndEachKeyIsCertifiedOnce() throws Exception {
    List<Integer> survived = new ArrayList<>();
    for (int message = 1; message <= 2; message++) {
      for (boolean arrives : List.of(false, true)) {
        freshKeyFile();
        Peers dying = dyingAt(message, arrives);
        assertThat(catchThrowable(() -> enrol(GATEWAY, dying))).isInstanceOf(Death.class);
        byte[] key = key();
        assertThat(enrolled(GATEWAY).signing().certificate().spki()).isEqualTo(Der.of(key));
        assertThat(certificatesOf(key)).isEqualTo(1);
        survived.add(message);
      }
    }
    assertThat(survived).containsExactly(1, 1, 2, 2);
  }

  @Test
  @Tag("REG-06")
  void killedWhileAnyStepIsStoredItGoesOnAndEachKeyIsCertifiedOnce() throws Exception {
    // Begun, Requested, Certified.
    for (int version = 1; version <= 3; version++) {
      freshKeyFile();
      dieStoring(version);
      assertThat(catchThrowable(() -> enrol(MERCHANT, town.peers()))).isNotNull();
      dieNoMore();
      byte[] key = key();
      assertThat(enrolled(MERCHANT).signing().certificate().spki()).isEqualTo(Der.of(key));
      assertThat(certificatesOf(key)).isEqualTo(1);
    }
  }

  @Test
  @Tag("REG-06")
  void killedBeforeTheCertificatesAreInTheKeyFileItPutsThemThere() throws Exception {
    AtomicReference<byte[]> before = new AtomicReference<>();
    Peers watching =
        (to, wrapper) -> {
          try {
            before.set(Files.readAllBytes(path));
          } catch (IOException e) {
            throw new AssertionError(e);
          }
          return town.peers().ask(to, wrapper);
        };
    Outcome.Enrolled first = (Outcome.Enrolled) enrol(GATEWAY, watching);
    Files.write(path, before.get());
    assertThat(file().chain("aurora.sign")).isEmpty();
    Outcome.Enrolled again = (Outcome.Enrolled) enrol(GATEWAY, (_, _) -> {
      throw new Death();
    });
    assertThat(again.signing().certificate()).isEqualTo(first.signing().certificate());
    assertThat(again.opening().certificate()).isEqualTo(first.opening().certificate());
  }

  private static final class Death extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private Peers dyingAt(int message, boolean arrives) {
    AtomicInteger count = new AtomicInteger();
    return (to, wrapper) -> {
      boolean now = count.incrementAndGet() == message;
      if (now && !arrives) throw new Death();
      Peers.Reply reply = town.peers().ask(to, wrapper);
      if (now) throw new Death();
      return reply;
    };
  }

  /** The database dies whenever a state of that version is being stored. */
  private void dieStoring(int version) {
    own.transactions()
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
                      "create trigger dead before insert or update on conversation for each row"
                          + " when (new.version = " + version + ") execute function die()");
            });
  }

  private void dieNoMore() {
    own.transactions()
        .perform(tx -> tx.handle().execute("drop trigger dead on conversation"));
  }

  private long certificatesOf(byte[] spki) {
    return town.authorityDatabase
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

  private Outcome.Enrolled enrolled(Wish wish) throws Exception {
    Peers counting =
        (to, wrapper) -> {
          sent.incrementAndGet();
          return town.peers().ask(to, wrapper);
        };
    return (Outcome.Enrolled) enrol(wish, counting);
  }

  private Outcome enrol(Wish wish, Peers peers) throws Exception {
    return enrol(wish, peers, Patience.ONCE);
  }

  private Outcome enrol(Wish wish, Peers peers, Patience patience) throws Exception {
    CertificateType authority =
        wish.idData() instanceof IDData.Merchant ? CertificateType.MCA : CertificateType.PCA;
    return Enrolment.enrol(
        wish,
        EnrolledKeys.of(file(), BRAND, Suite.CLASSICAL),
        new Enrolment.Given(
            own, vault, Town::stranger, Town.CLOCK, peers, town.registration(authority)),
        patience);
  }

  private String trusted(Outcome.Enrolled enrolled, CertificateType type) throws Exception {
    Trust root = Trust.in(List.of(Town.world().root().certificate()));
    Trust trust = town.authority.trust().heldBy(root, Town.CLOCK.instant());
    trust.validate(
        enrolled.opening().certificate(),
        enrolled.opening().chain(),
        Required.of(type, KeyUse.AGREE, Town.BRAND),
        Town.CLOCK.instant());
    return trust
        .validate(
            enrolled.signing().certificate(),
            enrolled.signing().chain(),
            Required.of(type, KeyUse.SIGN, Town.BRAND),
            Town.CLOCK.instant())
        .brand();
  }

  private byte[] key() throws Exception {
    return file().signing("aurora.sign").publicKey().spki();
  }

  private KeyFile file() throws Exception {
    return KeyFile.load(path, Passphrase.of("tests only"));
  }
}
