package openset.http.authority;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import openset.acquirer.Acquirer;
import openset.acquirer.AcquirerConfig;
import openset.acquirer.store.Merchant;
import openset.asn1.Der;
import openset.authority.Authority;
import openset.authority.Ceremony;
import openset.authority.Ceremony.Named;
import openset.authority.office.ListOffice;
import openset.authority.registration.Banks;
import openset.authority.registration.Rules;
import openset.authority.world.Authorities;
import openset.authority.world.KeyFolder;
import openset.conduct.ConductLimits;
import openset.conduct.Peers;
import openset.crypto.KeyFile;
import openset.crypto.Passphrase;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.crypto.Suite;
import openset.crypto.Vault;
import openset.http.HttpLimits;
import openset.http.HttpServer;
import openset.http.Listen;
import openset.http.MediaType;
import openset.http.Mount;
import openset.http.acquirer.AcquirerApi;
import openset.http.client.ClientLimits;
import openset.http.client.HttpFailure;
import openset.http.client.JsonClient;
import openset.http.client.SetClient;
import openset.http.issuer.IssuerApi;
import openset.http.keys.ApiKey;
import openset.http.keys.ApiKeys;
import openset.http.keys.ClientName;
import openset.http.once.RememberedAnswers;
import openset.issuer.Issuer;
import openset.issuer.IssuerConfig;
import openset.issuer.card.Bin;
import openset.issuer.opening.OpeningPolicy;
import openset.issuer.registration.CardCertificates;
import openset.issuer.registration.VerificationId;
import openset.ledger.Ledger;
import openset.ledger.Money;
import openset.pki.CertificateType;
import openset.pki.Trust;
import openset.set.treatment.Keyring;
import openset.set.treatment.Means;
import openset.set.treatment.Policy;
import openset.store.Database;
import openset.store.EmbeddedServer;

/** An authority, an issuer and an acquirer, each with database and HTTP server of its own. */
final class Town implements AutoCloseable {
  static final Randomness RANDOM = Randomness.secure();
  static final InstantSource CLOCK = InstantSource.system();
  static final String BRAND = "Aurora";
  static final String ISSUER_BIN = "999001";
  static final String ACQUIRER_BIN = "999002";
  static final String GATEWAY = "999800";
  static final String MERCHANT = "LANTERN-1";
  static final Optional<String> ORIGIN = Optional.of("https://lantern.example");
  static final Policy POLICY = Policy.standard("test");
  private static final EmbeddedServer SERVER = EmbeddedServer.start(Path.of("target/pg"));
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Authorities WORLD = ceremony();

  Issuer issuer;
  final Acquirer acquirer;
  final Database authorityDatabase = database(Authority.MIGRATIONS);
  private final Database issuerDatabase = database(Ledger.MIGRATIONS, Issuer.MIGRATIONS);
  private final Database acquirerDatabase = database(Ledger.MIGRATIONS, Acquirer.MIGRATIONS);
  private final Vault vault = vault();
  private final Vault issuerVault = vault();
  private final ApiKey key = key("authority");
  private final ApiKey staff = key("staff");
  final ApiKey issuerKey = key(ISSUER_BIN);
  final ApiKey acquirerKey = key(ACQUIRER_BIN);
  private final SetClient client = new SetClient(ClientLimits.USUAL);
  private final JsonClient bank =
      new JsonClient(ClientLimits.USUAL, JsonClient.Security.of(issuerKey), CLOCK, RANDOM);
  Authority authority;
  private BankHosts banks;
  private HttpServer issuerServer;
  private HttpServer acquirerServer;
  private HttpServer server;
  /** Where authority, issuer and acquirer are, also after they were closed. */
  private final int[] ports;

  Town() throws IOException {
    startIssuer();
    issuerServer = serve(0, issuerRoutes());
    acquirer = Acquirer.start(acquirerConfig(), acquirerDatabase, vault(), CLOCK);
    acquirerServer = serve(0, AcquirerApi.routes(acquirer, acquirerKeys()));
    acquirer.agree(new Merchant(MERCHANT, "Lantern Books", "5942", 150, true, ORIGIN));
    startAuthority(key, 0);
    ports = new int[] {server.port(), issuerServer.port(), acquirerServer.port()};
  }

  private AcquirerApi.Keys acquirerKeys() {
    return new AcquirerApi.Keys(keys(key), keys(staff), keys(staff));
  }

  private static Authorities ceremony() {
    try {
      Path folder = Files.createTempDirectory(Path.of("target"), "world");
      return Ceremony.perform(
          new Ceremony.Plan(
              Suite.CLASSICAL,
              new Named("OpenSET Demo Root", "CH"),
              List.of(new Named(BRAND, "CH")),
              Duration.ofDays(7)),
          new KeyFolder(folder.resolve("keys"), Passphrase.of("tests only")),
          Instant.now().minusSeconds(60),
          RANDOM);
    } catch (IOException | KeyFile.Unusable e) {
      throw new AssertionError(e);
    }
  }

  /** A database of somebody's own. */
  static Database database(String... migrations) {
    String name = "t" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    return Database.open(
        SERVER.database(name, name, "tests only".toCharArray()), migrations);
  }

  static Vault vault() {
    return Vault.of(SecretBytes.random(Vault.KEY_OCTETS, RANDOM), RANDOM);
  }

  static ApiKey key(String name) {
    return new ApiKey(
        new ClientName(name), SecretBytes.random(32, RANDOM), ApiKey.Scheme.SIGNED);
  }

  private static ApiKeys keys(ApiKey key) {
    return ApiKeys.of(List.of(key), CLOCK);
  }

  private static HttpServer serve(int port, List<Mount> mounts) {
    return HttpServer.start(Listen.local(port), HttpLimits.OPEN, mounts, CLOCK);
  }

  private List<Mount> issuerRoutes() {
    return IssuerApi.routes(
        issuer, keys(key), keys(staff), new RememberedAnswers(100, Duration.ofHours(1)));
  }

  /** The issuer's process begins, where it was when it has been before. */
  void startIssuer() throws IOException {
    issuer = Issuer.start(issuerConfig(), issuerDatabase, issuerVault, CLOCK, RANDOM);
  }

  /** At the authority as it is now: it is found late, since it is started last. */
  private CardCertificates.Said revoke(VerificationId registration) throws IOException {
    return new RevocationClient(bank, uri()).revoke(registration);
  }

  private IssuerConfig issuerConfig() {
    return new IssuerConfig(
        new IssuerConfig.Bank(
            "Bank of Aurora", "CH", new Bin(ISSUER_BIN), Optional.of(this::revoke)),
        new OpeningPolicy(18, new Money(756, 1_000), new Money(756, 1_000_000), 36),
        Duration.ofDays(7),
        new IssuerConfig.Link(
            "127.0.0.1",
            0,
            new openset.issuer.host.Peers(ISSUER_BIN, Set.of(ACQUIRER_BIN), "999900")));
  }

  private AcquirerConfig acquirerConfig() {
    return new AcquirerConfig(
        ACQUIRER_BIN,
        new AcquirerConfig.Inbound("127.0.0.1", 0, Set.of(GATEWAY)),
        new AcquirerConfig.Peer("999900", "127.0.0.1", issuer.port()),
        List.of(),
        Duration.ofSeconds(1));
  }

  private void startAuthority(ApiKey known, int port) {
    banks =
        new BankHosts(
            Map.of(
                "issuer", new BankHosts.Bank(issuerServer.uri(), known),
                "acquirer", new BankHosts.Bank(acquirerServer.uri(), known)),
            CLOCK,
            RANDOM);
    authority =
        Authority.start(
            setup(),
            new Authority.Given(WORLD, authorityDatabase, vault, banks, CLOCK, RANDOM));
    List<Mount> mounts = new ArrayList<>(AuthorityApi.routes(authority));
    mounts.addAll(
        RevocationApi.routes(authority, ApiKeys.of(List.of(issuerKey, acquirerKey), CLOCK)));
    server = serve(port, mounts);
  }

  private static Authority.Setup setup() {
    ConductLimits limits =
        new ConductLimits(
            Duration.ofSeconds(5),
            Duration.ofMillis(10),
            Duration.ofMillis(50),
            16,
            Duration.ofMillis(200));
    return new Authority.Setup(
        "authority",
        new Banks(
            Map.of(ISSUER_BIN, new Banks.Bank("issuer", "Bank of Aurora", "CH", 756)),
            Map.of(ACQUIRER_BIN, new Banks.Bank("acquirer", "Merchant Bank", "CH", 756))),
        Rules.usual("Keep your keys."),
        ListOffice.Pace.USUAL,
        POLICY,
        limits);
  }

  /** The authority's process ends. */
  void stopAuthority() {
    server.close();
    authority.close();
    banks.close();
  }

  /** It is started again where it was. */
  void startAuthority() {
    startAuthority(key, ports[0]);
  }

  /** It is started again, and the banks know no key of it. */
  void restartWithStrangeKey() {
    stopAuthority();
    startAuthority(key("authority"), ports[0]);
  }

  void cutBanksOff() {
    issuerServer.close();
    acquirerServer.close();
  }

  void reachBanks() {
    issuerServer = serve(ports[1], issuerRoutes());
    acquirerServer = serve(ports[2], AcquirerApi.routes(acquirer, acquirerKeys()));
  }

  static Authorities world() {
    return WORLD;
  }

  URI uri() {
    return server.uri();
  }

  /** Where registrations of that kind go. */
  String registration(CertificateType type) {
    return uri().resolve(AuthorityApi.registration(type, BRAND)).toString();
  }

  /** The way of any end entity to an authority. */
  Peers peers() {
    return (to, wrapper) -> {
      try {
        byte[] answer =
            client.post(URI.create(to), MediaType.SET_REGISTRATION, wrapper.bytes());
        return answer.length == 0
            ? new Peers.Reply.Nothing("no answer yet")
            : new Peers.Reply.Bytes(Der.of(answer));
      } catch (HttpFailure e) {
        return new Peers.Reply.Nothing(e.kind().name());
      }
    };
  }

  /** A party that trusts the root and knows nothing else. */
  static Means stranger() {
    Trust trust = Trust.in(List.of(WORLD.root().certificate()));
    return new Means(
        CLOCK.instant(), RANDOM, trust, new Keyring(List.of(), List.of()), POLICY);
  }

  @Override
  public void close() {
    stopAuthority();
    cutBanksOff();
    client.close();
    bank.close();
    acquirer.close();
    issuer.close();
    for (Database one : List.of(authorityDatabase, issuerDatabase, acquirerDatabase)) {
      one.close();
    }
  }
}
