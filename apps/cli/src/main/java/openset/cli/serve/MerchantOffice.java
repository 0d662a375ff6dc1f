package openset.cli.serve;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import openset.cli.config.BadConfig;
import openset.cli.config.MerchantSite;
import openset.crypto.Vault;
import openset.http.Mount;
import openset.http.hook.HookAddresses;
import openset.http.hook.HookCourier;
import openset.http.merchant.ApiRights;
import openset.http.merchant.BatchApi;
import openset.http.merchant.OrderApi;
import openset.http.merchant.WebhookApi;
import openset.http.once.AnswerStore;
import openset.merchant.Merchant;
import openset.merchant.hook.HookPace;
import openset.merchant.shop.PlacedOrder;
import openset.pages.desk.Bureau;
import openset.pages.office.Office;
import openset.pages.office.OfficePages;
import openset.pages.shop.Storefront;
import openset.pki.Certificate;
import openset.pki.MerchantData;
import openset.set.treatment.Keyring;
import openset.set.treatment.merchant.Publication;
import openset.signin.Given;
import openset.signin.ProgramKeys;
import openset.store.Database;

/** A merchant's back office with the API for its own programs, put together. */
final class MerchantOffice {
  private static final Duration LOOKS_EVERY = Duration.ofMinutes(1);

  private final Premises premises;
  private final MerchantSite site;
  private final Merchant merchant;
  private final HookAddresses addresses;
  private final Given given;
  private final Bureau.Staff staff;

  private MerchantOffice(
      Premises premises, MerchantSite site, Merchant merchant, Database database, Vault vault)
      throws BadConfig {
    this.premises = premises;
    this.site = site;
    this.merchant = merchant;
    this.addresses = new HookAddresses(Set.copyOf(site.office().webhooks()));
    this.given = OfficeStaff.given(premises, database, vault);
    this.staff = OfficeStaff.open(premises, site.office().firstPassword(), given);
  }

  /** Opens the office: its first owner is there, and webhooks are told. */
  static MerchantOffice open(
      Premises premises, MerchantSite site, Merchant merchant, Database database, Vault vault)
      throws BadConfig {
    MerchantOffice office = new MerchantOffice(premises, site, merchant, database, vault);
    merchant
        .webhooks()
        .start(
            new HookCourier(office.addresses, premises.ground().clock()), HookPace.USUAL);
    LocalTime closing = LocalTime.parse(site.office().batchesClose().orElse("22:00"));
    merchant.batches().closeDailyAt(closing, LOOKS_EVERY);
    return office;
  }

  /**
   * Its routes.
   *
   * @param initiation makes the text that wakes a wallet for an order, with what was published
   * @param keys whose certificates it shows
   */
  List<Mount> mounts(
      BiFunction<PlacedOrder, List<Publication>, String> initiation,
      Keyring keys,
      AnswerStore once)
      throws BadConfig {
    ProgramKeys programs = new ProgramKeys(given);
    ApiRights rights =
        ApiRights.of(programs, premises.apiKey("staff", site.staffKey()), given.clock());
    Function<PlacedOrder, URI> payPage =
        order -> site.http().origin().resolve("/orders/" + order.lidM());
    OrderApi.Ways ways =
        new OrderApi.Ways(
            order -> payPage.apply(order).toString(),
            order -> initiation.apply(order, List.of()),
            initiation);
    List<Mount> mounts = new ArrayList<>(OrderApi.routes(merchant, ways, rights, once));
    mounts.addAll(BatchApi.routes(merchant.batches(), rights, once));
    mounts.addAll(WebhookApi.routes(merchant.webhooks(), addresses, rights, once));
    mounts.add(WebhookApi.description());
    Storefront front = Storefront.of(site.shop().catalogue(), site.own().title());
    mounts.addAll(
        OfficePages.routes(
            new Office(
                merchant,
                new Office.Staff(staff.signIn(), staff.people(), programs),
                addresses,
                () -> certified(keys),
                payPage,
                new Office.Sign(front.name(), front.brand(), front.mark()),
                given.clock())));
    return mounts;
  }

  private static List<Office.Certified> certified(Keyring keys) {
    return Stream.concat(
            keys.signing().stream().map(one -> certified(one.certificate(), true)),
            keys.opening().stream().map(one -> certified(one.certificate(), false)))
        .toList();
  }

  private static Office.Certified certified(Certificate one, boolean signing) {
    return new Office.Certified(
        one.subject().organization(),
        signing,
        one.merchantData().map(MerchantData::id).orElse(""),
        String.join(", ", one.issuer().units()) + ", " + one.issuer().organization(),
        one.serialNumber().toString(16),
        one.fingerprint().toString(),
        one.notBefore(),
        one.notAfter());
  }
}
