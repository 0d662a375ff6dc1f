package openset.cli.serve;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import openset.cli.config.BadConfig;
import openset.cli.config.MerchantSite;
import openset.conduct.ConductLimits;
import openset.conduct.Peer;
import openset.crypto.KeyFile;
import openset.crypto.Vault;
import openset.http.MediaType;
import openset.http.Mount;
import openset.http.SetMount;
import openset.http.merchant.ShopApi;
import openset.http.once.RememberedAnswers;
import openset.merchant.Merchant;
import openset.merchant.plan.PlanPace;
import openset.merchant.sale.Practice;
import openset.merchant.shop.Catalogue;
import openset.merchant.shop.PlacedOrder;
import openset.merchant.shop.Terms;
import openset.pages.shop.ShopPages;
import openset.pages.shop.Storefront;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.initiation.InitiationText;
import openset.set.initiation.PaymentInitiation;
import openset.set.initiation.Returns;
import openset.set.initiation.WebAddress;
import openset.set.treatment.Keyring;
import openset.set.treatment.merchant.Publication;
import openset.signin.SignIn;
import openset.store.Database;

/** A merchant: its shop's API, and SET for wallets. */
public record RunningMerchant(Merchant merchant, Edge edge, Premises premises, Keyring keys)
    implements Running {
  private static final int ANSWERS_KEPT = 10_000;
  private static final Duration KEPT = Duration.ofHours(24);

  /** Starts what {@code file} configures, after it got its certificates. */
  static RunningMerchant start(Path file, MerchantSite site, Ground ground)
      throws CannotStart, BadConfig {
    Premises premises = Premises.of(file, site.own(), ground);
    try {
      KeyFile keys = premises.keys();
      TrustKeeper trust = TrustKeeper.open(premises, site.trusted());
      SetPeers peers =
          premises.care(
              new SetPeers(premises.name(), ground.watch(), _ -> MediaType.SET_PAYMENT));
      BrandCounters counters = new BrandCounters(peers, premises.settlements(site.brands()));
      Database database = premises.database(Merchant.MIGRATIONS, SignIn.MIGRATIONS);
      Vault vault = premises.vault(keys);
      Enrolled enrolled = new Enrolled(premises, keys, database, vault, trust);
      for (MerchantSite.Brand brand : site.brands()) {
        counters.open(
            brand.brand(),
            enrolled.merchant(site, brand),
            brand.gateway(),
            site.payments().flatMap(payments -> payments.terminal(brand.brand())));
      }
      Keyring ring = enrolled.ring();
      Merchant merchant =
          premises.care(
              Merchant.start(
                  shop(site, counters),
                  new Merchant.Given(
                      database,
                      vault,
                      peers,
                      new MeansSource(ground, trust, ring),
                      ground.clock(),
                      ground.randomness())));
      MerchantOffice office = MerchantOffice.open(premises, site, merchant, database, vault);
      Edge edge =
          Edge.open(premises, site.http(), mounts(merchant, site, premises, office, ring));
      return new RunningMerchant(merchant, edge, premises, ring);
    } catch (CannotStart | BadConfig | RuntimeException e) {
      premises.close();
      throw e;
    }
  }

  private static Merchant.Premises shop(MerchantSite site, BrandCounters counters)
      throws BadConfig {
    MerchantSite.Shop shop = site.shop();
    List<BrandID> brands =
        site.brands().stream().map(brand -> new BrandID(brand.brand())).toList();
    Terms terms =
        new Terms(
            brands,
            CurrencyAmount.of(shop.currency(), shop.delivery()),
            CurrencyAmount.of(shop.currency(), shop.freeFrom()),
            shop.payWithin());
    return new Merchant.Premises(
        site.own().name(),
        terms,
        Catalogue.shipped(shop.catalogue(), shop.currency()),
        counters,
        practice(site),
        ConductLimits.STANDARD);
  }

  private static Practice practice(MerchantSite site) throws BadConfig {
    if (site.payments().isEmpty()) return Practice.PLAIN;
    MerchantSite.Payments payments = site.payments().get();
    PlanPace plans =
        payments.plans().isPresent() ? payments.plans().get().pace() : PlanPace.USUAL;
    return new Practice(
        payments.eachParcel(),
        payments.saleOfDigital(),
        payments.again(),
        payments.unsigned().orElse(false),
        plans);
  }

  private static List<Mount> mounts(
      Merchant merchant,
      MerchantSite site,
      Premises premises,
      MerchantOffice office,
      Keyring ring)
      throws BadConfig {
    RememberedAnswers once = new RememberedAnswers(ANSWERS_KEPT, KEPT);
    BiFunction<PlacedOrder, List<Publication>, String> published =
        (order, signed) -> initiation(order, signed, site.http().origin());
    Function<PlacedOrder, String> initiation = order -> published.apply(order, List.of());
    List<Mount> mounts =
        new ArrayList<>(
            ShopApi.routes(
                merchant,
                initiation,
                premises.onlyFor("staff", site.staffKey()),
                once));
    mounts.add(
        SetMount.payment(
            "/set", (peer, _, body) -> merchant.receive(new Peer(peer.address()), body)));
    mounts.addAll(office.mounts(published, ring, once));
    mounts.addAll(
        ShopPages.routes(
            new ShopPages.Given(
                merchant,
                Storefront.of(site.shop().catalogue(), site.own().title()),
                initiation,
                site.shop().wallet())));
    return mounts;
  }

  private static String initiation(
      PlacedOrder order, List<Publication> published, URI origin) {
    String page = origin.resolve("/orders/" + order.lidM()).toString();
    Returns returns =
        new Returns(
            Optional.of(new WebAddress(page)),
            Optional.of(new WebAddress(page + "?payment=failed")),
            Optional.of(new WebAddress(page + "?payment=cancelled")));
    WebAddress set = new WebAddress(origin.resolve("/set").toString());
    PaymentInitiation asked = PaymentInitiation.of(order.offer(), set, returns);
    return InitiationText.write(
        asked.publishing(published.stream().map(Publication::signed).toList()));
  }
}
