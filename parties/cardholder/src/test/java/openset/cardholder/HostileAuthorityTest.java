package openset.cardholder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import openset.asn1.AsSent;
import openset.asn1.Der;
import openset.cardholder.registration.Registration;
import openset.conduct.Peers;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.pki.Trust;
import openset.pki.issue.KeyRole;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.Nonce;
import openset.set.data.card.PANData0;
import openset.set.data.card.PANSecret;
import openset.set.data.order.Offer;
import openset.set.message.CertInqRes;
import openset.set.message.MessageWrapper;
import openset.set.message.RegFormRes;
import openset.set.treatment.authority.Application;
import openset.set.treatment.authority.Blinding;
import openset.set.treatment.authority.Decision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a wallet believes of a CCA that misbehaves, or of whoever stands before it. */
final class HostileAuthorityTest {
  private static final Language EN = new Language("en");
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

  private static Registration register(Wallet wallet) throws Refused {
    LocalID card = wallet.register(RegistrationTest.newCard()).label().cardID();
    return wallet.answer(card, RegisteringPeer.ANSWERS);
  }

  private static PANData0 card(Application application) {
    return application.card().orElseThrow();
  }

  /** Stopped by the wallet itself, and the card pays nothing. */
  private void refused(Wallet wallet, ErrorCode code, String rule, Registration registration) {
    assertThat(registration)
        .isInstanceOfSatisfying(
            Registration.Stopped.class,
            stopped -> {
              assertThat(stopped.stop().byPeer()).isFalse();
              assertThat(stopped.stop().code() + " " + stopped.stop().rule())
                  .isEqualTo(code + " " + rule);
            });
    assertThat(wallet.cards().getLast().certificate()).isEmpty();
    AsSent<Offer> offer = WalletFixture.offer("order-1", "Aurora", 1490);
    LocalID card = registration.label().cardID();
    assertThatThrownBy(
            () -> wallet.begin(WalletFixture.initiation(offer), offer.der(), card, EN))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.rule()).isEqualTo("WAL-01"));
  }

  @Test
  @Tag("R02")
  void aCertificateForAnotherKeyIsRefused() throws Refused {
    SigningKeyPair theirs = SigningKeyPair.generate(Suite.CLASSICAL.signature());
    cca.certifies =
        application ->
            cca.certified(
                Der.of(theirs.publicKey().spki()),
                Blinding.of(card(application), Authority.RANDOM));
    refused(wallet, ErrorCode.invalidCertificate, "CertRes-E-07", register(wallet));
  }

  @Test
  @Tag("R04")
  void aNonceOfZerosIsRefusedThoughTheCertificateFitsIt() throws Refused {
    cca.certifies =
        application -> {
          PANData0 card = card(application);
          Nonce zeros = Nonce.of(new byte[Nonce.OCTETS]);
          PANSecret weak =
              PANSecret.derive(card.cardSecret(), zeros, card.pan(), card.cardExpiry());
          String id = weak.cardholderId(card.pan(), card.cardExpiry());
          return cca.certified(application.signatureKey(), new Blinding(zeros, weak, id));
        };
    refused(wallet, ErrorCode.unspecifiedFailure, "CertRes-E-09", register(wallet));
  }

  @Test
  @Tag("R04")
  void oneCardRegisteredTwiceHasNothingInCommon() throws Refused {
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < 2; i++) {
      Registration.Certified certified = (Registration.Certified) register(wallet);
      assertThat(certified.pan()).isEqualTo(RegistrationTest.CARD);
      seen.add(CrashTest.hex(certified.cardSecret().secret()));
      seen.add(CrashTest.hex(certified.panSecret().secret()));
      seen.add(certified.certificates().getFirst().subject().commonName().orElseThrow());
      seen.add(certified.certificates().getFirst().spki());
    }
    assertThat(seen).hasSize(8);
  }

  @Test
  @Tag("R05")
  void aMerchantsCertificateForTheCardsKeyIsRefused() throws Refused {
    cca.certifies =
        application -> {
          Decision.Issued usual =
              (Decision.Issued)
                  cca.certified(
                      application.signatureKey(),
                      Blinding.of(card(application), Authority.RANDOM));
          return new Decision.Issued(
              List.of(aurora.merchant(KeyRole.SIGN, application.signatureKey().bytes())),
              usual.nonceCCA(),
              Optional.empty());
        };
    refused(wallet, ErrorCode.invalidCertificate, "CERT-28 type or use", register(wallet));
  }

  @Test
  @Tag("R05")
  void aCertificateOfAnotherBrandIsRefused() throws Refused {
    Brand borealis = new Brand(root, "Borealis", Suite.CLASSICAL);
    RegisteringPeer other = new RegisteringPeer(borealis);
    cca.certifies =
        application ->
            other.certified(
                application.signatureKey(), Blinding.of(card(application), Authority.RANDOM));
    try (Wallet knowing = world.knowing(borealis.trustToo(aurora.trust())).open(cca)) {
      refused(knowing, ErrorCode.invalidCertificate, "CERT-28 brand", register(knowing));
    }
  }

  @Test
  @Tag("R06")
  void aFormOfAnEarlierRegistrationIsRefused() throws Refused {
    wallet.close();
    AtomicReference<RegFormRes> old = new AtomicReference<>();
    Peers replaying =
        (destination, octets) -> {
          MessageWrapper answer = answer(destination, octets);
          if (!(answer.message() instanceof RegFormRes form)) return sent(answer);
          if (old.compareAndSet(null, form)) return sent(answer);
          return sent(MessageWrapper.of(answer.messageHeader(), old.get()));
        };
    try (Wallet deceived = world.open(replaying)) {
      assertThat(register(deceived)).isInstanceOf(Registration.Certified.class);
      Registration replayed = deceived.register(RegistrationTest.newCard());
      refused(deceived, ErrorCode.unknownRRPID, "RegFormRes-E-03", replayed);
    }
    assertThat(cca.certificates.get()).isEqualTo(1);
  }

  @Test
  @Tag("R06")
  void anAnswerToAnEarlierInquiryIsNone() throws Refused {
    wallet.close();
    cca.decision = Optional.of(RegisteringPeer.LATER);
    AtomicReference<CertInqRes> old = new AtomicReference<>();
    Peers replaying =
        (destination, octets) -> {
          MessageWrapper answer = answer(destination, octets);
          if (!(answer.message() instanceof CertInqRes said)) return sent(answer);
          if (old.compareAndSet(null, said)) return sent(answer);
          return sent(MessageWrapper.of(answer.messageHeader(), old.get()));
        };
    LocalID card;
    try (Wallet deceived = world.open(replaying)) {
      card = register(deceived).label().cardID();
      assertThat(deceived.inquire(card)).isInstanceOf(Registration.Pending.class);
      cca.decision = Optional.empty();
      assertThat(deceived.inquire(card)).isInstanceOf(Registration.Pending.class);
      assertThat(cca.certificates.get()).isEqualTo(1);
    }
    cca.decision = Optional.empty();
    try (Wallet honest = world.open(cca)) {
      assertThat(honest.inquire(card)).isInstanceOf(Registration.Certified.class);
    }
  }

  private MessageWrapper answer(String destination, Der octets) {
    Peers.Reply.Bytes reply = (Peers.Reply.Bytes) cca.ask(destination, octets);
    return MessageWrapper.TYPE.decode(reply.answer().bytes());
  }

  private static Peers.Reply sent(MessageWrapper wrapper) {
    return new Peers.Reply.Bytes(Der.of(MessageWrapper.TYPE.encode(wrapper)));
  }
}
