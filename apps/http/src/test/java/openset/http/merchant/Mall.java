package openset.http.merchant;

import java.time.Duration;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import openset.asn1.Der;
import openset.cardholder.card.CertifiedCard;
import openset.conduct.ConductLimits;
import openset.conduct.Peer;
import openset.conduct.Peers;
import openset.gateway.Gateway;
import openset.gateway.batch.Served;
import openset.http.Town;
import openset.iso8583.LinkConfig;
import openset.issuer.card.AccountId;
import openset.issuer.opening.Application;
import openset.issuer.opening.ApplicationId;
import openset.issuer.opening.Opening.AccountOpened;
import openset.ledger.Money;
import openset.merchant.Merchant;
import openset.merchant.sale.Counter;
import openset.merchant.sale.Practice;
import openset.merchant.shop.Catalogue;
import openset.merchant.shop.PlacedOrder;
import openset.merchant.shop.Terms;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.PAN;
import openset.set.message.MessageWrapper;
import openset.set.message.PInitRes;
import openset.set.message.PRes;
import openset.set.treatment.Means;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.cardholder.CreatePInitReq;
import openset.set.treatment.cardholder.CreatePReq;
import openset.set.treatment.cardholder.ProcessPInitRes;
import openset.set.treatment.cardholder.ProcessPRes;
import openset.store.Database;

/** A real merchant, whose gateway asks a real acquirer, who asks a real issuer. */
final class Mall implements AutoCloseable {
  private static final AtomicInteger APPLICANTS = new AtomicInteger();

  final Town town;
  final Merchant merchant;
  final Brand brand = new Brand();
  private final Database merchantData = Town.database(Merchant.MIGRATIONS);
  private final Database gatewayData = Town.database(Gateway.MIGRATIONS);
  private final Gateway gateway;
  private AccountId last;

  Mall() throws Exception {
    town = new Town();
    town.acquirer.agree(
        new openset.acquirer.store.Merchant("M-0001", "Lantern Books", "5942", 150, true));
    gateway = gateway();
    if (!gateway.awaitUp(Duration.ofSeconds(20))) throw new AssertionError("no link");
    merchant = merchant();
  }

  private Gateway gateway() {
    LinkConfig link =
        LinkConfig.to("gateway", "127.0.0.1", town.acquirerPort, Town.GATEWAY);
    return Gateway.start(
        new Gateway.Setup(
            "gateway",
            Map.of(Town.ACQUIRER, link),
            Map.of(),
            Duration.ofSeconds(15),
            ConductLimits.STANDARD,
            new Served(Map.of(Brand.NAME, List.of()))),
        new Gateway.Given(
            gatewayData,
            Town.vault(),
            () -> brand.means(List.of(brand.gatewaySigning), List.of(brand.gatewayOpening)),
            Town.CLOCK));
  }

  private Merchant merchant() {
    Counter counter =
        new Counter(
            brand.merchantSigning,
            brand.merchantOpening,
            brand.gateway(),
            "https://gateway.example/set");
    Terms terms =
        new Terms(
            List.of(new BrandID(Brand.NAME)),
            CurrencyAmount.of("EUR", 490),
            CurrencyAmount.of("EUR", 10_000));
    Peers peers =
        (url, wrapper) ->
            new Peers.Reply.Bytes(
                Der.of(gateway.receive(new Peer("merchant"), wrapper.bytes())));
    return Merchant.start(
        new Merchant.Premises(
            "merchant",
            terms,
            Catalogue.shipped("lantern", "EUR"),
            (brandID, means) -> counter,
            Practice.PLAIN,
            ConductLimits.STANDARD),
        new Merchant.Given(
            merchantData,
            Town.vault(),
            peers,
            () -> brand.means(List.of(brand.merchantSigning), List.of(brand.merchantOpening)),
            Town.CLOCK,
            Brand.RANDOM));
  }

  /** A card of somebody new, of the issuer and registered. */
  Card card() {
    AccountOpened opened = account();
    return brand.card(PAN.of(opened.number().digits()), expiry(opened));
  }

  /** The same, to be taken into a wallet. */
  CertifiedCard certifiedCard() {
    AccountOpened opened = account();
    return brand.certified(PAN.of(opened.number().digits()), expiry(opened));
  }

  private static CardExpiry expiry(AccountOpened opened) {
    return new CardExpiry(
        YearMonth.parse(opened.expiry().text(), DateTimeFormatter.ofPattern("yyyyMM")));
  }

  /** What a wallet is given that knows the root and no more. */
  Means stranger() {
    return brand.stranger();
  }

  /** Where the merchant's tables are. */
  Database merchantData() {
    return merchantData;
  }

  /** Everybody's databases but the wallet's. */
  List<Database> databases() {
    List<Database> all = new ArrayList<>(town.databases());
    all.add(merchantData);
    all.add(gatewayData);
    return all;
  }

  /** The account that was opened last. */
  AccountId lastAccount() {
    return last;
  }

  private AccountOpened account() {
    String id = "a-" + APPLICANTS.incrementAndGet();
    AccountOpened opened =
        (AccountOpened)
            town.issuer
                .opening()
                .open(
                    new Application(
                        new ApplicationId(id),
                        "Zoe Quill",
                        "1990-02-28",
                        new Application.StatedAddress(
                            "1 Example Street", "Example", "10000", "GB"),
                        new Application.StatedDocument("passport", "X77-" + id, "GB", "2031-01-01"),
                        new Money(Town.EUR, 100_000)));
    last = opened.account();
    return opened;
  }

  /** Pays an order as a wallet does. */
  ProcessPRes.Outcome pays(Card card, PlacedOrder order) throws Exception {
    Means means = brand.means(List.of(card.credential()), List.of());
    CreatePInitReq.Created init =
        CreatePInitReq.create(
            new CreatePInitReq.Of(
                LocalID.ofText("wallet-1"),
                order.lidM(),
                card.brandID(),
                card.bin(),
                new Language("en")),
            means);
    MessageWrapper offered = sent(init.wrapper());
    ProcessPInitRes.Proved proved =
        ProcessPInitRes.process(
            offered, (PInitRes) offered.message(), init.asked(), order.offer(), means);
    CreatePReq.Created agreed = CreatePReq.create(proved, order.offer(), card, means);
    MessageWrapper answer = sent(agreed.wrapper());
    return ProcessPRes.process(answer, (PRes) answer.message(), agreed.asked(), means);
  }

  private MessageWrapper sent(MessageWrapper request) {
    byte[] octets = MessageWrapper.TYPE.encode(request);
    return MessageWrapper.TYPE.decode(merchant.receive(new Peer("wallet"), octets));
  }

  @Override
  public void close() {
    merchant.close();
    gateway.close();
    town.close();
    merchantData.close();
    gatewayData.close();
  }
}
