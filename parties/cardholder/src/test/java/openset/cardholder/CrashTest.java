package openset.cardholder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import openset.asn1.AsSent;
import openset.cardholder.card.CertifiedCard;
import openset.cardholder.purchase.Purchase;
import openset.cardholder.store.Bought;
import openset.conduct.Peers;
import openset.crypto.SecretBytes;
import openset.crypto.Suite;
import openset.pki.Trust;
import openset.set.Refused;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.order.Offer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deaths, crowds, and what a thief of the database finds. */
final class CrashTest {
  private static final Language EN = new Language("en");
  private static Authority root;
  private static Brand aurora;

  @TempDir Path directory;
  private WalletFixture world;
  private SellingPeer shop;

  @BeforeAll
  static void makeABrand() {
    root = Authority.root();
    aurora = new Brand(root, "Aurora", Suite.CLASSICAL);
  }

  @BeforeEach
  void openADatabase() {
    world = new WalletFixture(directory, Trust.in(List.of(root.certificate())));
    shop = new SellingPeer(aurora);
  }

  @AfterEach
  void close() {
    world.database.close();
  }

  private AsSent<Offer> placed(String order) {
    AsSent<Offer> offer = WalletFixture.offer(order, "Aurora", 1490);
    shop.offers.put(offer.value().lidM(), offer);
    return offer;
  }

  private static Purchase buy(Wallet wallet, AsSent<Offer> offer, LocalID card)
      throws Refused {
    return wallet.approve(
        wallet.begin(WalletFixture.initiation(offer), offer.der(), card, EN).lidC());
  }

  @Test
  @Tag("F02")
  void aDeathAtAnyMomentLeavesOnePurchaseThatIsPaidOnce() throws Refused {
    LocalID card;
    try (Wallet first = world.open(shop)) {
      card = first.takeOver(List.of(aurora.card("999001000000000"))).getFirst();
    }
    // The process dies before and after each of the two requests is answered.
    for (int death = 0; death < 4; death++) {
      int deathAt = death;
      AsSent<Offer> offer = placed("order-" + death);
      AtomicInteger moment = new AtomicInteger();
      Peers dying =
          (destination, octets) -> {
            RegistrationTest.dieAt(deathAt, moment);
            Peers.Reply reply = shop.ask(destination, octets);
            RegistrationTest.dieAt(deathAt, moment);
            return reply;
          };
      try (Wallet dies = world.open(dying)) {
        assertThatThrownBy(() -> buy(dies, offer, card)).hasMessage("the process dies here");
      }
      try (Wallet next = world.open(shop)) {
        LocalID lidC = next.purchases(1).getFirst().lidC();
        WalletFixture.eventually(
            () ->
                stands(next, lidC) instanceof Purchase.Offered
                    || stands(next, lidC) instanceof Purchase.Confirmed);
        if (stands(next, lidC) instanceof Purchase.Offered) next.approve(lidC);
        assertThat(stands(next, lidC)).isInstanceOf(Purchase.Confirmed.class);
      }
      assertThat(shop.authorizations.get()).isEqualTo(death + 1);
    }
  }

  private static Purchase stands(Wallet wallet, LocalID lidC) {
    return wallet.purchase(lidC).orElseThrow();
  }

  @Test
  void manyCardsPayManyPurchasesAtOnce() throws Exception {
    try (Wallet wallet = world.open(shop);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CertifiedCard> some =
          IntStream.range(0, 4).mapToObj(i -> aurora.card("99900100000000" + i)).toList();
      List<LocalID> cards = wallet.takeOver(some);
      List<Callable<Purchase>> purchases =
          IntStream.range(0, 24)
              .<Callable<Purchase>>mapToObj(
                  i -> () -> buy(wallet, placed("order-" + i), cards.get(i % 4)))
              .toList();
      for (Future<Purchase> purchase : threads.invokeAll(purchases)) {
        assertThat(purchase.get()).isInstanceOf(Purchase.Confirmed.class);
      }
      assertThat(shop.authorizations.get()).isEqualTo(24);
      assertThat(wallet.purchases(100))
          .hasSize(24)
          .allMatch(bought -> bought.standing() == Bought.Standing.CONFIRMED);
      assertThat(wallet.purchases(5)).hasSize(5);
    }
  }

  @Test
  @Tag("WAL-08")
  @Tag("W15")
  void aThiefOfTheDatabaseFindsNoAccountAndNoSecret() throws Refused {
    RegisteringPeer cca = new RegisteringPeer(aurora);
    CertifiedCard moved = aurora.card("999001000000001");
    AsSent<Offer> offer = placed("order-1");
    Peers both =
        (destination, octets) ->
            destination.contains("cca")
                ? cca.ask(destination, octets)
                : shop.ask(destination, octets);
    try (Wallet wallet = world.open(both)) {
      LocalID registered = wallet.register(RegistrationTest.newCard()).label().cardID();
      wallet.answer(registered, RegisteringPeer.ANSWERS);
      LocalID card = wallet.takeOver(List.of(moved)).getFirst();
      assertThat(buy(wallet, offer, card)).isInstanceOf(Purchase.Confirmed.class);
      cca.decision = Optional.of(RegisteringPeer.LATER);
      LocalID pending = wallet.register(RegistrationTest.newCard()).label().cardID();
      wallet.answer(pending, RegisteringPeer.ANSWERS);
    }
    String dump = world.dump();
    // The search finds what is there: the offer in the wallet's own table.
    assertThat(dump).contains(hex("The Quiet Harbour"));
    for (String number : List.of(moved.pan().digits(), RegistrationTest.CARD.digits())) {
      assertThat(dump).doesNotContain(number).doesNotContain(hex(number));
    }
    assertThat(dump)
        .doesNotContain(hex(moved.cardSecret().secret()))
        .doesNotContain(hex(moved.panSecret().secret()))
        .doesNotContain("correct horse");
  }

  static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  static String hex(SecretBytes secret) {
    return secret.use(octets -> HexFormat.of().formatHex(octets));
  }
}
