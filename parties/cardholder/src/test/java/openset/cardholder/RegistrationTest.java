package openset.cardholder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import openset.asn1.AsSent;
import openset.asn1.Der;
import openset.cardholder.purchase.Purchase;
import openset.cardholder.registration.Registration;
import openset.conduct.Peers;
import openset.crypto.Suite;
import openset.pki.Certificate;
import openset.pki.Trust;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.URL;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.PAN;
import openset.set.data.order.Offer;
import openset.set.data.registration.CertStatusCode;
import openset.set.data.registration.FailedItem;
import openset.set.data.registration.ReferralData;
import openset.set.data.registration.RegFormItem;
import openset.set.data.registration.RegFormOrReferral;
import openset.set.initiation.WebAddress;
import openset.set.message.MessageWrapper;
import openset.set.treatment.authority.Decision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registrations of a wallet on a real database, with a CCA of real treatments. */
final class RegistrationTest {
  private static final Language EN = new Language("en");
  static final PAN CARD = PAN.completing("999001000000000");
  private static Authority root;
  private static Brand aurora;

  @TempDir Path directory;
  private WalletFixture world;
  private RegisteringPeer cca;
  private Wallet wallet;

  @BeforeAll
  static void makeABrand() {
    root = Authority.root();
    aurora = new Brand(root, "Aurora", Suite.CLASSICAL);
  }

  @BeforeEach
  void openAWallet() {
    world = new WalletFixture(directory, Trust.in(List.of(root.certificate())));
    cca = new RegisteringPeer(aurora);
    wallet = world.open(cca);
  }

  @AfterEach
  void close() {
    wallet.close();
    world.database.close();
  }

  static Wallet.NewCard newCard() {
    return new Wallet.NewCard(
        new WebAddress("https://cca.example/set"),
        new BrandID("Aurora"),
        CARD,
        new CardExpiry(YearMonth.of(2040, 12)),
        EN);
  }

  private Registration.FormGiven begun() throws Refused {
    return (Registration.FormGiven) wallet.register(newCard());
  }

  private Registration answered() throws Refused {
    return wallet.answer(begun().label().cardID(), RegisteringPeer.ANSWERS);
  }

  private static Registration stands(Wallet wallet, LocalID card) {
    return wallet.card(card).orElseThrow();
  }

  @Test
  void aFormAndAPolicyAreShownBeforeAnythingIsAsked() throws Refused {
    Registration.FormGiven given = begun();
    assertThat(given.form().fields().getFirst().fieldName()).isEqualTo("Family name");
    assertThat(given.form().form().policy()).isEqualTo("Keep your key to yourself.");
    assertThat(given.label().number()).isEqualTo(CARD.toString());
    assertThat(cca.certificates.get()).isZero();
    assertThat(wallet.cards().getFirst().certificate()).isEmpty();
  }

  @Test
  @Tag("WAL-16")
  void aRenewalGoesOnInTheNextProcessAndTakesThePlaceOfItsCard() throws Refused {
    LocalID old = answered().label().cardID();
    Registration.FormGiven form =
        (Registration.FormGiven)
            wallet.renew(old, new WebAddress("https://cca.example/set"), EN);
    assertThat(form.label().renews()).contains(old);
    assertThat(wallet.cards()).hasSize(2);
    wallet.close();
    wallet = world.open(cca);
    LocalID renewed = form.label().cardID();
    assertThat(wallet.answer(renewed, RegisteringPeer.ANSWERS))
        .isInstanceOf(Registration.Certified.class);
    assertThat(wallet.cards()).extracting(held -> held.label().cardID()).containsExactly(renewed);
    assertThat(wallet.card(old)).containsInstanceOf(Registration.Certified.class);
    assertThat(cca.certificates.get()).isEqualTo(2);
    assertThatThrownBy(() -> wallet.renew(old, new WebAddress("https://cca.example/set"), EN))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.rule()).isEqualTo("WAL-16"));
  }

  @Test
  void aRegisteredCardPaysAlsoAfterTheWalletWasClosed() throws Refused {
    LocalID card = answered().label().cardID();
    assertThat(stands(wallet, card)).isInstanceOf(Registration.Certified.class);
    Wallet.Certified certificate = wallet.cards().getFirst().certificate().orElseThrow();
    assertThat(certificate.holder()).contains("Sample Cardholder");
    assertThat(certificate.notAfter()).isAfter(Authority.NOW);
    assertThat(certificate.toString()).doesNotContain("Sample");
    Certificate kept = Certificate.of(world.chain("card-" + card).getFirst());
    assertThat(certificate.serialNumber()).isEqualTo(kept.serialNumber());
    wallet.close();
    SellingPeer shop = new SellingPeer(aurora);
    AsSent<Offer> offer = WalletFixture.offer("order-1", "Aurora", 1490);
    shop.offers.put(offer.value().lidM(), offer);
    try (Wallet next = world.open(shop)) {
      assertThat(next.cards()).hasSize(1);
      LocalID lidC = next.begin(WalletFixture.initiation(offer), offer.der(), card, EN).lidC();
      assertThat(next.approve(lidC)).isInstanceOf(Purchase.Confirmed.class);
    }
    assertThat(world.chain("card-" + card)).hasSize(3);
  }

  @Test
  @Tag("REG-02")
  void everyRegistrationHasALabelOfItsOwnWhateverTheCard() throws Refused {
    Set<LocalID> labels = ConcurrentHashMap.newKeySet();
    wallet.close();
    try (Wallet watched =
        world.open(
            (destination, octets) -> {
              labels.add(label(octets));
              return cca.ask(destination, octets);
            })) {
      for (int i = 0; i < 3; i++) watched.register(newCard());
    }
    assertThat(labels).hasSize(3).allMatch(label -> label.octets().bytes().length == 20);
  }

  private static LocalID label(Der octets) {
    MessageWrapper wrapper = MessageWrapper.TYPE.decode(octets.bytes());
    return wrapper.messageHeader().messageIDs().orElseThrow().lidC().orElseThrow();
  }

  @Test
  @Tag("WAL-12")
  void theKeyIsWrittenDownBeforeItsCertificateIsAskedFor() throws Refused {
    AtomicInteger keys = new AtomicInteger(-1);
    Peers watching =
        (destination, octets) -> {
          keys.set(world.aliases().size());
          return cca.ask(destination, octets);
        };
    wallet.close();
    try (Wallet watched = world.open(watching)) {
      LocalID card = watched.register(newCard()).label().cardID();
      assertThat(keys.get()).isZero();
      watched.answer(card, RegisteringPeer.ANSWERS);
      assertThat(keys.get()).isEqualTo(1);
    }
  }

  @Test
  @Tag("WAL-09")
  @Tag("WAL-13")
  @Tag("R01")
  void aRejectionSaysWhyAndTheAccountIsForgotten() throws Refused {
    cca.decision =
        Optional.of(
            new Decision.Rejected(
                CertStatusCode.rejectedByIssuer,
                Optional.of("Call your bank."),
                List.of(new FailedItem(1, "No such name."))));
    Registration.Rejected rejected = (Registration.Rejected) answered();
    assertThat(rejected.status()).isEqualTo(CertStatusCode.rejectedByIssuer);
    assertThat(rejected.message()).contains("Call your bank.");
    assertThat(rejected.failed()).hasSize(1);
    assertThat(HexFormat.of().formatHex(Registration.TYPE.encode(rejected)))
        .contains(CrashTest.hex("Call your bank."))
        .doesNotContain(CrashTest.hex(CARD.digits()));
    LocalID card = rejected.label().cardID();
    assertThatThrownBy(() -> wallet.answer(card, RegisteringPeer.ANSWERS))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.rule()).isEqualTo("WAL-09"));
    AsSent<Offer> offer = WalletFixture.offer("order-1", "Aurora", 1490);
    assertThatThrownBy(
            () -> wallet.begin(WalletFixture.initiation(offer), offer.der(), card, EN))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.rule()).isEqualTo("WAL-01"));
  }

  @Test
  @Tag("WAL-09")
  void aFormIsAnsweredOnceAndWhatIsNotThereIsNot() throws Refused {
    LocalID card = answered().label().cardID();
    for (LocalID id : List.of(card, LocalID.ofText("unknown"))) {
      assertThatThrownBy(() -> wallet.answer(id, RegisteringPeer.ANSWERS))
          .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.rule()).isEqualTo("WAL-09"));
    }
    assertThat(cca.certificates.get()).isEqualTo(1);
    assertThatThrownBy(() -> wallet.inquire(LocalID.ofText("unknown")))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.rule()).isEqualTo("WAL-03"));
    assertThat(wallet.card(LocalID.ofText("unknown"))).isEmpty();
  }

  @Test
  void aReferralSaysWhereToGo() throws Refused {
    ReferralData elsewhere =
        new ReferralData(
            Optional.of("Other bank"), Optional.of(List.of(new URL("https://other.example/"))));
    cca.form = new RegFormOrReferral.Referral(elsewhere);
    Registration.Referred referred = (Registration.Referred) wallet.register(newCard());
    assertThat(referred.referral()).isEqualTo(elsewhere);
  }

  @Test
  @Tag("REG-07")
  @Tag("WAL-14")
  void answersThatWillNotDoAreNotSent() throws Refused {
    LocalID card = begun().label().cardID();
    for (List<RegFormItem> bad :
        List.of(
            List.<RegFormItem>of(),
            List.of(new RegFormItem("Family name", "x".repeat(31))),
            List.of(new RegFormItem("Other", "x"), RegisteringPeer.ANSWERS.getFirst()),
            List.of(RegisteringPeer.ANSWERS.getFirst(), RegisteringPeer.ANSWERS.getFirst()),
            List.of(new RegFormItem("Family name", "")),
            List.of(new RegFormItem("Family name", "a\nb")))) {
      assertThatThrownBy(() -> wallet.answer(card, bad))
          .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.rule()).isEqualTo("REG-07"));
    }
    assertThat(world.aliases()).isEmpty();
    assertThat(wallet.answer(card, RegisteringPeer.ANSWERS))
        .isInstanceOf(Registration.Certified.class);
  }

  @Test
  @Tag("WAL-10")
  void aPendingRequestIsAskedAfterOnDemand() throws Refused {
    cca.decision = Optional.of(RegisteringPeer.LATER);
    Registration.Pending pending = (Registration.Pending) answered();
    assertThat(pending.message()).contains("Ask tomorrow.");
    LocalID card = pending.label().cardID();
    assertThat(wallet.inquire(card)).isInstanceOf(Registration.Pending.class);
    cca.decision = Optional.empty();
    assertThat(wallet.inquire(card)).isInstanceOf(Registration.Certified.class);
    assertThat(cca.inquiries.get()).isEqualTo(2);
    assertThatThrownBy(() -> wallet.inquire(card))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.rule()).isEqualTo("WAL-09"));
  }

  @Test
  @Tag("WAL-10")
  void aPendingRequestIsAskedAfterByItself() throws Refused {
    cca.decision = Optional.of(RegisteringPeer.LATER);
    world.inquireEvery = Duration.ofMillis(50);
    wallet.close();
    try (Wallet patient = world.open(cca)) {
      LocalID card = patient.register(newCard()).label().cardID();
      patient.answer(card, RegisteringPeer.ANSWERS);
      WalletFixture.eventually(() -> cca.inquiries.get() >= 3);
      cca.decision = Optional.empty();
      WalletFixture.eventually(() -> stands(patient, card) instanceof Registration.Certified);
      assertThat(cca.certificates.get()).isEqualTo(1);
    }
  }

  @Test
  @Tag("WAL-11")
  void anInquiryThatIsRefusedChangesNothingAndIsMadeAgain() throws Refused {
    cca.decision = Optional.of(RegisteringPeer.LATER);
    cca.refusesInquiries = true;
    world.inquireEvery = Duration.ofMillis(50);
    wallet.close();
    try (Wallet patient = world.open(cca)) {
      LocalID card = patient.register(newCard()).label().cardID();
      patient.answer(card, RegisteringPeer.ANSWERS);
      WalletFixture.eventually(() -> cca.inquiries.get() >= 2);
      assertThat(stands(patient, card)).isInstanceOf(Registration.Pending.class);
      cca.decision = Optional.empty();
      cca.refusesInquiries = false;
      WalletFixture.eventually(() -> stands(patient, card) instanceof Registration.Certified);
    }
  }

  @Test
  @Tag("WAL-14")
  void anAuthorityOfAnotherRootHearsNothingOfTheCard() throws Refused {
    RegisteringPeer stranger =
        new RegisteringPeer(new Brand(Authority.root(), "Aurora", Suite.CLASSICAL));
    wallet.close();
    AtomicInteger asked = new AtomicInteger();
    try (Wallet deceived =
        world.open(
            (destination, octets) -> {
              asked.incrementAndGet();
              return stranger.ask(destination, octets);
            })) {
      Registration.Stopped stopped = (Registration.Stopped) deceived.register(newCard());
      assertThat(stopped.stop().byPeer()).isFalse();
      assertThat(asked.get()).isEqualTo(1);
    }
  }

  @Test
  void anErrorOfTheAuthorityIsItsWord() throws Refused {
    Wallet.NewCard other =
        new Wallet.NewCard(
            new WebAddress("https://cca.example/set"),
            new BrandID("Borealis"),
            CARD,
            new CardExpiry(YearMonth.of(2040, 12)),
            EN);
    Registration.Stopped stopped = (Registration.Stopped) wallet.register(other);
    assertThat(stopped.stop().byPeer()).isTrue();
    assertThat(stopped.stop().code()).isEqualTo(ErrorCode.unspecifiedFailure);
  }

  @Test
  @Tag("F02")
  @Tag("WAL-12")
  void aDeathAtAnyMomentLeavesOneCardThatIsCertifiedOnce() throws Refused {
    wallet.close();
    // The process dies before and after each of the three requests is answered.
    for (int death = 0; death < 6; death++) {
      int before = cca.certificates.get();
      int deathAt = death;
      AtomicInteger moment = new AtomicInteger();
      Peers dying =
          (destination, octets) -> {
            dieAt(deathAt, moment);
            Peers.Reply reply = cca.ask(destination, octets);
            dieAt(deathAt, moment);
            return reply;
          };
      LocalID card = registeredUntilDeath(dying);
      try (Wallet next = world.open(cca)) {
        WalletFixture.eventually(
            () ->
                stands(next, card) instanceof Registration.FormGiven
                    || stands(next, card) instanceof Registration.Certified);
        if (stands(next, card) instanceof Registration.FormGiven) {
          next.answer(card, RegisteringPeer.ANSWERS);
        }
        assertThat(stands(next, card)).isInstanceOf(Registration.Certified.class);
        assertThat(next.cards().getLast().certificate()).isPresent();
      }
      assertThat(cca.certificates.get() - before).isEqualTo(1);
      assertThat(world.chain("card-" + card)).hasSize(3);
    }
  }

  private LocalID registeredUntilDeath(Peers dying) {
    try (Wallet dies = world.open(dying)) {
      assertThatThrownBy(
              () -> {
                Registration registration = dies.register(newCard());
                dies.answer(registration.label().cardID(), RegisteringPeer.ANSWERS);
              })
          .hasMessage("the process dies here");
      return dies.cards().getLast().label().cardID();
    }
  }

  static void dieAt(int death, AtomicInteger moment) {
    if (moment.getAndIncrement() >= death) {
      throw new IllegalStateException("the process dies here");
    }
  }

  @Test
  @Tag("WAL-04")
  void anAuthorityThatDoesNotAnswerIsAskedAgainWithTheSameOctets() throws Refused {
    AtomicInteger asked = new AtomicInteger();
    Set<Der> different = ConcurrentHashMap.newKeySet();
    Peers slow =
        (destination, octets) -> {
          different.add(octets);
          return asked.incrementAndGet() % 2 == 0
              ? cca.ask(destination, octets)
              : new Peers.Reply.Nothing("timeout");
        };
    wallet.close();
    try (Wallet patient = world.open(slow)) {
      LocalID card = patient.register(newCard()).label().cardID();
      WalletFixture.eventually(() -> stands(patient, card) instanceof Registration.FormGiven);
      patient.answer(card, RegisteringPeer.ANSWERS);
      WalletFixture.eventually(() -> stands(patient, card) instanceof Registration.Certified);
      assertThat(different).hasSize(3);
      assertThat(cca.certificates.get()).isEqualTo(1);
    }
  }
}
