package openset.cli.world;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openset.cli.config.AcquirerSite;
import openset.cli.config.AuthoritySite;
import openset.cli.config.ClearingSite;
import openset.cli.config.GatewaySite;
import openset.cli.config.IssuerSite;
import openset.cli.config.MerchantSite;
import openset.cli.config.Neighbour;
import openset.cli.config.Own;
import openset.cli.config.Remote;
import openset.cli.config.SecretSource;
import openset.cli.config.Site;
import openset.cli.config.StaffOffice;
import openset.cli.config.Trusted;
import openset.cli.config.WalletSite;
import openset.cli.world.BrandPlan.BankPlan;
import openset.http.authority.AuthorityApi;
import openset.pki.CertificateType;

/**
 * Who is in the demo world and how each is configured. Every name, BIN and institution code in it
 * is fictional.
 */
final class Plan {
  /** EUR, ISO 4217 numeric. */
  static final int EUR = 978;

  /** The account of the published example in ISO 13616, which is nobody's. */
  private static final String PAYOUT = "GB82WEST12345698765432";

  static final String AUTHORITY = "authority";
  static final String GATEWAY = "gateway";
  static final String CLEARING = "clearing";
  static final String LANTERN = "lantern";
  static final String FERN = "fern";
  static final String WALLET = "wallet";

  static final List<BrandPlan> BRANDS =
      List.of(
          new BrandPlan(
              "Aurora",
              "aurora",
              "999001",
              new BankPlan("Bank of Aurora", "999101", 21, 22),
              new BankPlan("Aurora Acquiring", "999011", 31, 32),
              false),
          new BrandPlan(
              "Borealis",
              "borealis",
              "999002",
              new BankPlan("Borealis Savings Bank", "999102", 23, 24),
              new BankPlan("Borealis Merchant Bank", "999012", 33, 34),
              true));

  private static final String COUNTRY = "CH";
  private static final int COUNTRY_NUMBER = 756;
  private static final String POLICY =
      "This certificate is of a demonstration. Nobody is paid with it.";
  /** In euros: 50.00 a purchase, 200.00 a card and day. */
  private static final Optional<GatewaySite.StandIn> STAND_IN =
      Optional.of(new GatewaySite.StandIn("EUR", 5_000, 20_000));
  /** Euro, US dollar, yen and Kuwaiti dinar, by rates of no day. */
  private static final List<ClearingSite.Rate> RATES =
      List.of(
          new ClearingSite.Rate(EUR, 840, "1.0843"),
          new ClearingSite.Rate(EUR, 392, "162.35"),
          new ClearingSite.Rate(EUR, 414, "0.3318"),
          new ClearingSite.Rate(840, EUR, "0.9222"));

  private static final String GATEWAY_CODE = "999800";
  private static final String CLEARING_CODE = "999900";
  private static final int AUTHORITY_HTTP = 1;
  private static final int GATEWAY_HTTP = 2;
  private static final int CLEARING_HTTP = 3;
  private static final int CLEARING_ISO = 4;
  private static final int LANTERN_HTTP = 11;
  private static final int FERN_HTTP = 12;
  private static final int WALLET_HTTP = 13;

  private final Ports ports;
  private final Map<String, String> databases;

  /**
   * The plan.
   *
   * @param databases JDBC URL of each participant's own database, by its name
   */
  Plan(Ports ports, Map<String, String> databases) {
    this.ports = ports;
    this.databases = databases;
  }

  /** The names of all participants, which are those of their databases and roles too. */
  static List<String> names() {
    return List.copyOf(new Plan(new Ports(7700), Map.of()).sites().keySet());
  }

  /** All participants by their names, in the order in which they start. */
  Map<String, Site> sites() {
    Map<String, Site> sites = new LinkedHashMap<>();
    sites.put(CLEARING, clearing());
    for (BrandPlan brand : BRANDS) sites.put(brand.issuerName(), issuer(brand));
    for (BrandPlan brand : BRANDS) sites.put(brand.acquirerName(), acquirer(brand));
    sites.put(AUTHORITY, authority());
    sites.put(GATEWAY, gateway());
    sites.put(LANTERN, lantern());
    sites.put(FERN, fern());
    sites.put(WALLET, wallet());
    return sites;
  }

  private Own own(String name, String title) {
    return new Own(
        name,
        title,
        "../keys/" + name + ".p12",
        secret(name + ".keys"),
        new Own.DatabaseAt(databases.getOrDefault(name, ""), name, secret(name + ".database")));
  }

  static SecretSource secret(String name) {
    return SecretSource.inFile("../secrets/" + name);
  }

  private static SecretSource staff(String name) {
    return secret(name + ".staff");
  }

  private static SecretSource forAuthority(String name) {
    return secret(name + ".authority");
  }

  private ClearingSite clearing() {
    List<Neighbour> banks =
        BRANDS.stream()
            .flatMap(brand -> List.of(brand.issuer(), brand.acquirer()).stream())
            .map(this::neighbour)
            .toList();
    return new ClearingSite(
        own(CLEARING, "Clearing House"),
        ports.named("clearing", CLEARING_HTTP),
        ports.iso(CLEARING_ISO),
        CLEARING_CODE,
        banks,
        0,
        staff(CLEARING),
        Optional.empty(),
        Optional.of(BRANDS.stream().map(Plan::takesRates).toList()),
        Optional.of(RATES),
        staffOffice(CLEARING));
  }

  private static ClearingSite.FileBank takesRates(BrandPlan brand) {
    return new ClearingSite.FileBank(
        brand.issuer().institution(), ratesKey(brand.issuerName()), false);
  }

  private static SecretSource ratesKey(String issuer) {
    return secret(issuer + ".clearing");
  }

  private Neighbour neighbour(BankPlan bank) {
    return ports.neighbour(bank.institution(), bank.iso());
  }

  private IssuerSite issuer(BrandPlan brand) {
    BankPlan bank = brand.issuer();
    return new IssuerSite(
        own(brand.issuerName(), bank.title()),
        ports.named(brand.issuerHost(), bank.http()),
        ports.iso(bank.iso()),
        new IssuerSite.Bank(
            COUNTRY,
            brand.bin(),
            bank.institution(),
            Set.of(brand.acquirer().institution()),
            ports.neighbour(CLEARING_CODE, CLEARING_ISO),
            true),
        new IssuerSite.Terms(EUR, 10_000, 1_000_000, 18, 36, 7),
        new IssuerSite.Pages(brand.brand(), List.of(ports.origin(WALLET, WALLET_HTTP))),
        forAuthority(brand.issuerName()),
        Optional.of(ports.uri(AUTHORITY_HTTP, "/")),
        staff(brand.issuerName()),
        Optional.of("../authority/root.der"),
        Optional.empty(),
        Optional.of(
            new Remote(ports.uri(CLEARING_HTTP, "/"), ratesKey(brand.issuerName()))),
        staffOffice(brand.issuerName()));
  }

  private AcquirerSite acquirer(BrandPlan brand) {
    BankPlan bank = brand.acquirer();
    AcquirerSite.Neighbours neighbours =
        new AcquirerSite.Neighbours(
            List.of(GATEWAY_CODE),
            ports.neighbour(CLEARING_CODE, CLEARING_ISO),
            List.of(
                new AcquirerSite.Route(
                    brand.bin(),
                    neighbour(brand.issuer()),
                    Optional.of(brand.brand()),
                    Optional.empty())),
            Optional.empty());
    return new AcquirerSite(
        own(brand.acquirerName(), bank.title()),
        ports.named(brand.acquirerHost(), bank.http()),
        ports.iso(bank.iso()),
        bank.institution(),
        neighbours,
        contracts(brand),
        forAuthority(brand.acquirerName()),
        staff(brand.acquirerName()),
        Optional.of(
            List.of(
                new AcquirerSite.Fee("INTERCHANGE", brand.brand(), EUR, 3_000, 0),
                new AcquirerSite.Fee("SCHEME", brand.brand(), EUR, 500, 1))),
        staffOffice(brand.acquirerName()));
  }

  private List<AcquirerSite.Contract> contracts(BrandPlan brand) {
    String lantern = origin(LANTERN, LANTERN_HTTP);
    String books = "5942";
    if (!brand.brand().equals("Aurora")) {
      return List.of(contract(brand, "LB-7001", "Lantern Books", books, 150, lantern));
    }
    return List.of(
        contract(brand, "LANTERN-01", "Lantern Books", books, 140, lantern),
        contract(brand, "FERN-01", "Fern and Kettle", "5499", 160, origin(FERN, FERN_HTTP)));
  }

  private String origin(String name, int offset) {
    return ports.origin(name, offset).toString();
  }

  private AcquirerSite.Contract contract(
      BrandPlan brand, String id, String title, String category, int fee, String origin) {
    AcquirerSite.Desk desk =
        new AcquirerSite.Desk(secret(brand.acquirerName() + "." + id), PAYOUT);
    return new AcquirerSite.Contract(
        id, title, category, fee, Optional.of(origin), Optional.of(desk));
  }

  /** The secrets of merchants at their acquirers. */
  static List<String> merchantKeys() {
    return List.of(
        "acquirer_aurora.LANTERN-01", "acquirer_aurora.FERN-01", "acquirer_borealis.LB-7001");
  }

  /** The secrets by which issuers take the clearing house's rates. */
  static List<String> ratesKeys() {
    return BRANDS.stream().map(brand -> brand.issuerName() + ".clearing").toList();
  }

  private AuthoritySite authority() {
    List<AuthoritySite.Brand> brands =
        BRANDS.stream()
            .map(
                brand ->
                    new AuthoritySite.Brand(
                        brand.brand(),
                        COUNTRY,
                        COUNTRY_NUMBER,
                        bank(brand.issuer(), brand.bin(), brand.issuerName()),
                        bank(
                            brand.acquirer(),
                            brand.acquirer().institution(),
                            brand.acquirerName()),
                        Optional.of(brand.unsigned())))
            .toList();
    return new AuthoritySite(
        own(AUTHORITY, "OpenSET Demo Authority"),
        ports.named(AUTHORITY, AUTHORITY_HTTP),
        "../authority",
        secret("authority.ceremony"),
        POLICY,
        brands);
  }

  private AuthoritySite.Bank bank(BankPlan bank, String bin, String name) {
    Remote api = new Remote(ports.uri(bank.http(), "/"), forAuthority(name));
    return new AuthoritySite.Bank(bank.title(), bin, api);
  }

  private Trusted trusted() {
    return new Trusted("../authority/root.der", ports.uri(AUTHORITY_HTTP, "/"));
  }

  private URI authority(CertificateType type, BrandPlan brand) {
    return ports.uri(AUTHORITY_HTTP, AuthorityApi.registration(type, brand.brand()));
  }

  private GatewaySite gateway() {
    List<GatewaySite.Brand> brands =
        BRANDS.stream()
            .map(
                brand ->
                    new GatewaySite.Brand(
                        brand.brand(),
                        authority(CertificateType.PCA, brand),
                        neighbour(brand.acquirer()),
                        Optional.of(List.of(brand.bin())),
                        Optional.of(
                            new GatewaySite.Allows(
                                true, 0, STAND_IN, Optional.empty(), Optional.empty()))))
            .toList();
    return new GatewaySite(
        own(GATEWAY, "Open Gateway"),
        ports.named("gateway", GATEWAY_HTTP),
        trusted(),
        GATEWAY_CODE,
        brands,
        staffOffice(GATEWAY));
  }

  private MerchantSite lantern() {
    return new MerchantSite(
        own(LANTERN, "Lantern Books"),
        ports.named(LANTERN, LANTERN_HTTP),
        trusted(),
        new MerchantSite.Shop(
            "lantern", "EUR", 490, 5_000, "5942", ports.origin(WALLET, WALLET_HTTP),
            Optional.empty()),
        List.of(counter(BRANDS.get(0), "LANTERN-01"), counter(BRANDS.get(1), "LB-7001")),
        staff(LANTERN),
        office(LANTERN),
        Optional.empty());
  }

  private MerchantSite fern() {
    return new MerchantSite(
        own(FERN, "Fern and Kettle"),
        ports.named(FERN, FERN_HTTP),
        trusted(),
        new MerchantSite.Shop(
            "fern", "EUR", 590, 6_000, "5499", ports.origin(WALLET, WALLET_HTTP),
            Optional.empty()),
        List.of(counter(BRANDS.get(0), "FERN-01")),
        staff(FERN),
        office(FERN),
        Optional.of(
            new MerchantSite.Payments(
                true, true, true, Optional.empty(), Optional.empty(), Optional.empty())));
  }

  private static Optional<StaffOffice> staffOffice(String name) {
    return Optional.of(new StaffOffice(secret(name + ".owner")));
  }

  /** In the demo world programs on this machine may be told. */
  private static MerchantSite.Office office(String name) {
    return new MerchantSite.Office(
        secret(name + ".owner"), List.of("http://127.0.0.1", "http://localhost"),
        Optional.empty());
  }

  private MerchantSite.Brand counter(BrandPlan brand, String merchantId) {
    return new MerchantSite.Brand(
        brand.brand(),
        authority(CertificateType.MCA, brand),
        brand.acquirer().institution(),
        merchantId,
        ports.uri(GATEWAY_HTTP, "/"),
        Optional.of(
            new Remote(
                ports.uri(brand.acquirer().http(), "/"),
                secret(brand.acquirerName() + "." + merchantId))));
  }

  private WalletSite wallet() {
    List<WalletSite.Brand> brands =
        BRANDS.stream()
            .map(
                brand ->
                    new WalletSite.Brand(
                        brand.brand(),
                        brand.bin(),
                        ports
                            .origin(AUTHORITY, AUTHORITY_HTTP)
                            .resolve(
                                AuthorityApi.registration(CertificateType.CCA, brand.brand())),
                        brand.issuer().title(),
                        ports.origin(brand.issuerHost(), brand.issuer().http())
                            .resolve("/account")))
            .toList();
    return new WalletSite(
        own(WALLET, "Wallet"),
        ports.named(WALLET, WALLET_HTTP),
        new Trusted("../authority/root.der", ports.origin(AUTHORITY, AUTHORITY_HTTP).resolve("/")),
        brands,
        secret("wallet.owner"));
  }
}
