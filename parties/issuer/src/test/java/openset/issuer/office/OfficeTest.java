package openset.issuer.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.Decision.Approved;
import openset.iso8583.host.Decision.Declined;
import openset.issuer.Bank;
import openset.issuer.billing.Bill;
import openset.issuer.billing.BillView;
import openset.issuer.card.CardStatus;
import openset.issuer.card.Freezer;
import openset.issuer.desk.AccountDesk;
import openset.issuer.host.Lines;
import openset.issuer.office.BillingDesk.Payment;
import openset.issuer.office.ProductDesk.Changed;
import openset.issuer.opening.Opening.AccountOpened;
import openset.issuer.product.Allowed;
import openset.issuer.product.LimitChange;
import openset.issuer.product.Product;
import openset.issuer.product.RateCard;
import openset.issuer.store.Bills.Received;
import openset.ledger.Money;
import openset.store.listing.Look;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Products, limits, bills and payments. */
class OfficeTest {
  private static Bank bank;
  private static Lines lines;
  private AccountOpened card;

  @BeforeAll
  static void start() {
    bank = new Bank();
    lines = new Lines(bank);
  }

  @AfterAll
  static void stop() {
    lines.close();
    bank.close();
  }

  @BeforeEach
  void open() {
    card = bank.opened(100_000);
  }

  @Test
  void aMonthIsBilledOnceItIsOverAndNeverChanges() {
    YearMonth month = Bill.lastOver(bank.clock().instant()).plusMonths(1);
    spend(30_000);
    bank.pass(Duration.between(bank.clock().instant(), Bill.end(month)));
    spend(10_000);
    bank.issuer().billing().close();
    BillView view = bank.issuer().billing().bill(card.account(), month).orElseThrow();
    assertThat(view.bill().opening()).isEqualTo(eur(0));
    assertThat(view.bill().closing()).isEqualTo(eur(30_000));
    assertThat(view.bill().minimum()).isEqualTo(eur(1_500));
    assertThat(view.bill().due()).isEqualTo(month.atEndOfMonth().plusDays(21));
    assertThat(view.lines()).hasSize(1);
    assertThat(pay("p-" + month, 12_000)).isEqualTo(Payment.BOOKED);
    assertThat(pay("p-" + month, 12_000)).isEqualTo(Payment.BOOKED);
    assertThat(pay("p-" + month, 12_001)).isEqualTo(Payment.TWICE);
    assertThat(bank.issuer().billing().bill(card.account(), month)).contains(view);
    assertThat(owed(bank.clock().instant().plusSeconds(1))).isEqualTo(eur(28_000));
    assertThat(owed(Bill.end(month))).isEqualTo(eur(30_000));
    assertThat(owed(Bill.begin(month))).isEqualTo(eur(0));
    bank.issuer().billing().close();
    assertThat(bank.issuer().billing().bills(card.account())).hasSize(1);
    bank.checkSums();
  }

  @Test
  void asksForAtLeastTheFloorAndNeverForMoreThanIsOwed() {
    RateCard rates = RateCard.usual(Bank.EUR);
    assertThat(rates.minimum(eur(0))).isEqualTo(eur(0));
    assertThat(rates.minimum(eur(-500))).isEqualTo(eur(0));
    assertThat(rates.minimum(eur(700))).isEqualTo(eur(700));
    assertThat(rates.minimum(eur(5_000))).isEqualTo(eur(1_000));
    assertThat(rates.minimum(eur(40_001))).isEqualTo(eur(2_001));
    YearMonth february = YearMonth.of(2028, 2);
    Bill bill = Bill.of(february, eur(0), eur(1), rates);
    assertThat(bill.due()).isEqualTo(LocalDate.of(2028, 3, 21));
  }

  @Test
  void paymentsThatFitNoAccountAreRefused() {
    BillingDesk billing = bank.issuer().billing();
    assertThat(pay("none", 0)).isEqualTo(Payment.INVALID);
    Received dollars = new Received("usd", card.account(), new Money(840, 1), "ann");
    assertThat(billing.pay(dollars)).isEqualTo(Payment.INVALID);
    assertThat(bank.issuer().accounts().statement(card.account()).orElseThrow().lines())
        .isEmpty();
  }

  @Test
  void aProductSaysWhereItsCardsPayAndWhichLimitsTheyHave() {
    ProductDesk products = bank.issuer().products();
    Product books =
        new Product(
            "books",
            "Books only",
            new Product.Limits(eur(1_000), eur(50_000)),
            RateCard.usual(Bank.EUR),
            new Allowed(Set.of("5942"), Set.of()));
    assertThat(products.put(books, "ann")).isTrue();
    assertThat(products.product("books")).contains(books);
    assertThat(products.change(card.account(), "none", eur(2_000), "ann"))
        .isEqualTo(Changed.UNKNOWN);
    assertThat(products.change(card.account(), "books", eur(50_001), "ann"))
        .isEqualTo(Changed.OUT_OF_BOUNDS);
    assertThat(products.change(card.account(), "books", new Money(840, 2_000), "ann"))
        .isEqualTo(Changed.OUT_OF_BOUNDS);
    assertThat(products.change(card.account(), "books", eur(2_000), "ann"))
        .isEqualTo(Changed.DONE);
    // Test merchants sell electronics, 5732.
    assertThat(lines.authorize(lines.asks(card, 1))).isEqualTo(new Declined("57"));
    products.change(card.account(), "standard", eur(3_000), "bob");
    assertThat(lines.authorize(lines.asks(card, 3_001))).isEqualTo(new Declined("51"));
    assertThat(lines.authorize(lines.asks(card, 3_000))).isInstanceOf(Approved.class);
    List<LimitChange> changes = products.changes(card.account());
    assertThat(changes).extracting(LimitChange::by).containsExactly("ann", "bob");
    assertThat(changes.getFirst().before()).isEqualTo(eur(100_000));
    assertThat(changes.getLast().after()).isEqualTo(eur(3_000));
  }

  @Test
  @Tag("HL-29")
  void whatNobodySignedIsPaidOnlyByCardsWhoseProductSaysSo() {
    ProductDesk products = bank.issuer().products();
    AuthorizationRequest unsigned = Lines.ofNobody(lines.asks(card, 1_000));
    assertThat(lines.authorize(unsigned)).isEqualTo(new Declined("57"));
    assertThat(lines.sell(Lines.ofNobody(lines.asks(card, 1_000))))
        .isEqualTo(new Declined("57"));
    assertThat(bank.issuer().inquiries().of(card.account()).orElseThrow())
        .allMatch(each -> each.outcome().reason().equals("cardholder not authenticated"))
        .hasSize(2);
    Product open =
        new Product(
            "open",
            "Without signature",
            new Product.Limits(eur(1_000), eur(50_000)),
            RateCard.usual(Bank.EUR),
            new Allowed(Set.of(), Set.of(), true));
    assertThat(products.put(open, "ann")).isTrue();
    assertThat(products.product("open")).contains(open);
    products.change(card.account(), "open", eur(2_000), "ann");
    assertThat(lines.authorize(unsigned)).isEqualTo(new Declined("57"));
    assertThat(lines.authorize(Lines.ofNobody(lines.asks(card, 1_000))))
        .isInstanceOf(Approved.class);
    assertThat(lines.authorize(lines.asks(card, 1_000))).isInstanceOf(Approved.class);
    Look own = Look.first(10).of("account", card.account().toString());
    assertThat(bank.issuer().records().authorizations(own).rows())
        .extracting(row -> row.how().asked().unauthenticated())
        .containsExactlyInAnyOrder(true, true, true, false);
  }

  @Test
  @Tag("HL-11")
  @Tag("HL-29")
  void aSignedPurchaseDoesNotBecomeAnUnsignedOneUnderItsKey() {
    AuthorizationRequest signed = lines.asks(card, 1_000);
    assertThat(lines.authorize(signed)).isInstanceOf(Approved.class);
    assertThat(lines.authorize(Lines.ofNobody(signed))).isEqualTo(new Declined("94"));
  }

  @Test
  void whatTheBankFrozeItsHolderDoesNotThaw() {
    AccountDesk accounts = bank.issuer().accounts();
    assertThat(accounts.become(card.account(), CardStatus.FROZEN, Freezer.HOLDER)).isTrue();
    assertThat(accounts.become(card.account(), CardStatus.ACTIVE, Freezer.HOLDER)).isTrue();
    assertThat(accounts.become(card.account(), CardStatus.FROZEN, Freezer.BANK)).isTrue();
    assertThat(accounts.become(card.account(), CardStatus.ACTIVE, Freezer.HOLDER)).isFalse();
    assertThat(accounts.become(card.account(), CardStatus.FROZEN, Freezer.HOLDER)).isFalse();
    assertThat(accounts.isFrozenByBank(card.account())).isTrue();
    assertThat(lines.authorize(lines.asks(card, 1))).isEqualTo(new Declined("62"));
    assertThat(accounts.become(card.account(), CardStatus.ACTIVE, Freezer.BANK)).isTrue();
    assertThat(lines.authorize(lines.asks(card, 1))).isInstanceOf(Approved.class);
  }

  @Test
  void anotherCardCostsWhatTheRateCardSays() {
    Product dear =
        new Product(
            "dear",
            "Dear",
            new Product.Limits(eur(1_000), eur(50_000)),
            new RateCard(eur(0), 0, 10, 750),
            Allowed.EVERYTHING);
    bank.issuer().products().put(dear, "ann");
    bank.issuer().products().change(card.account(), "dear", eur(9_000), "ann");
    bank.issuer().accounts().renumber(card.account(), "ann");
    bank.issuer().accounts().renumber(card.account(), "ann");
    assertThat(owed(bank.clock().instant().plusSeconds(1))).isEqualTo(eur(1_500));
    bank.checkSums();
  }

  private void spend(long minor) {
    AuthorizationRequest request = lines.asks(card, minor);
    String code = lines.approve(request);
    lines.present(lines.presents(request, code, minor), "c-" + bank.clock().instant());
  }

  private Payment pay(String reference, long minor) {
    return bank.issuer()
        .billing()
        .pay(new Received(reference, card.account(), eur(minor), "ann"));
  }

  private Money owed(Instant then) {
    return bank.issuer().billing().owed(card.account(), then).orElseThrow();
  }

  private static Money eur(long minor) {
    return new Money(Bank.EUR, minor);
  }
}
