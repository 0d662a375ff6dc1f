package openset.issuer;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import openset.crypto.Randomness;
import openset.crypto.Vault;
import openset.iso8583.IsoLink;
import openset.iso8583.IsoServer;
import openset.iso8583.LinkAlarms;
import openset.iso8583.LinkConfig;
import openset.iso8583.ServerConfig;
import openset.iso8583.file.AnswerItems;
import openset.iso8583.file.HouseFiles;
import openset.issuer.card.Bin;
import openset.issuer.certificate.SendRevocation;
import openset.issuer.customer.CustomerDesk;
import openset.issuer.decision.DecisionRules;
import openset.issuer.decision.Forced;
import openset.issuer.desk.AccountDesk;
import openset.issuer.desk.AuthorizationDesk;
import openset.issuer.desk.ClearingDesk;
import openset.issuer.desk.DisputeDesk;
import openset.issuer.desk.InquiryDesk;
import openset.issuer.desk.Means;
import openset.issuer.desk.OpeningDesk;
import openset.issuer.desk.RegistrationDesk;
import openset.issuer.desk.RuleDesk;
import openset.issuer.desk.SendChargeBack;
import openset.issuer.desk.SweepDesk;
import openset.issuer.desk.TakeRates;
import openset.issuer.exchange.HouseRates;
import openset.issuer.file.ItemFiles;
import openset.issuer.host.HostDesk;
import openset.issuer.office.BillingDesk;
import openset.issuer.office.ProductDesk;
import openset.issuer.office.RecordsDesk;
import openset.issuer.office.WordsDesk;
import openset.issuer.registration.RegistrationForms;
import openset.issuer.store.Invariants;
import openset.issuer.store.Revocations;
import openset.issuer.simulator.Simulation;
import openset.issuer.simulator.Simulator;
import openset.issuer.store.Secrets;
import openset.ledger.Invariant;
import openset.store.Database;
import openset.store.delivery.Deliveries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One issuer, running: its desks, and its listener for acquirers and the clearing house. The
 * database is opened with {@link #MIGRATIONS} after the ledger's, and closed by who opened it.
 */
public final class Issuer implements AutoCloseable {
  /** The classpath folder of the issuer's tables, for {@link Database#open}. */
  public static final String MIGRATIONS = "openset/issuer/migrations";

  /** What holds of its tables at every moment, beside what holds of every ledger. */
  public static final List<Invariant> INVARIANTS = Invariants.ALL;

  private static final Logger LOG = LoggerFactory.getLogger(Issuer.class);
  private static final Duration SWEEP = Duration.ofSeconds(60);

  private final Means means;
  private final OpeningDesk opening;
  private final AccountDesk accounts;
  private final InquiryDesk inquiries;
  private final CustomerDesk customers;
  private final RegistrationDesk registration;
  private final ProductDesk products;
  private final BillingDesk billing;
  private final RecordsDesk records;
  private final RuleDesk rules;
  private final SweepDesk sweeps;
  private final ScheduledExecutorService sweeper;
  private final Optional<Simulator> simulator;
  private final Optional<Simulation> simulation;
  private final Optional<IsoLink> clearing;
  private final Deliveries deliveries;
  private final DisputeDesk disputes;
  private final IsoServer server;
  private final HostDesk host;
  private final String house;

  private Issuer(IssuerConfig config, Means means) throws IOException {
    Bin bin = config.bank().bin();
    this.means = means;
    this.opening = new OpeningDesk(means, bin, config.opening());
    this.inquiries = new InquiryDesk(means);
    this.registration =
        new RegistrationDesk(
            means, new RegistrationForms(bin, config.bank().name()), config.bank().country());
    this.products = new ProductDesk(means, config.opening());
    this.billing = new BillingDesk(means);
    this.records = new RecordsDesk(means);
    this.rules = new RuleDesk(means);
    this.simulator =
        config.simulated() ? Optional.of(new Simulator(means)) : Optional.empty();
    this.sweeps = new SweepDesk(means);
    AuthorizationDesk authorizations =
        new AuthorizationDesk(
            means,
            new DecisionRules(bin),
            rules,
            simulator.map(Forced.class::cast).orElse(Forced.NOTHING),
            config.holdLife());
    ClearingDesk items = new ClearingDesk(means);
    String own = config.link().peers().own();
    this.simulation = simulator.map(_ -> new Simulation(means, authorizations, items, own));
    this.house = config.link().peers().clearing();
    this.host =
        new HostDesk(config.link().peers(), authorizations, items, simulator);
    ServerConfig listen =
        ServerConfig.on(
                "issuer-" + config.link().peers().own(),
                config.link().host(),
                config.link().port(),
                config.link().peers().all())
            .with(config.link().tap())
            .with(config.link().terms());
    this.server = IsoServer.start(listen, means.clock(), host);
    this.clearing = config.disputes().clearing().map(peer -> link(config, peer, means.clock()));
    SendRevocation revocations = new SendRevocation(means, config.bank().authority());
    SendChargeBack sender = new SendChargeBack(means, clearing, config.link().peers().own());
    this.deliveries =
        Deliveries.start(
            means.transactions(),
            Deliveries.Pace.usual("issuer-" + config.link().peers().own()),
            means.clock(),
            claimed ->
                claimed.effect().kind().equals(Revocations.KIND)
                    ? revocations.deliver(claimed)
                    : sender.deliver(claimed));
    this.accounts = new AccountDesk(means, bin, config.opening(), deliveries::wake);
    this.customers = new CustomerDesk(means, opening, accounts);
    this.disputes = new DisputeDesk(means, config.disputes().verifier(), deliveries::wake);
    this.sweeper = sweeper();
  }

  /**
   * Starts the issuer.
   *
   * @param database its own, with the tables of {@link openset.ledger.Ledger#MIGRATIONS} and {@link
   *     #MIGRATIONS}
   * @param vault seals card numbers and holders at rest
   * @throws IOException when the port cannot be had
   */
  public static Issuer start(
      IssuerConfig config,
      Database database,
      Vault vault,
      InstantSource clock,
      Randomness randomness)
      throws IOException {
    Means means =
        new Means(database.transactions(), new Secrets(vault), clock, randomness);
    return new Issuer(config, means);
  }

  /** The TCP port on which acquirers and the clearing house find it. */
  public int port() {
    return server.port();
  }

  /**
   * Posts the items that the clearing house has for it in files, and answers them, until closed.
   *
   * @param files the clearing house's files
   * @param every the time between two looks
   */
  public ItemFiles takeFiles(HouseFiles files, Duration every) {
    return ItemFiles.start(new AnswerItems(files, house, host), every);
  }

  /**
   * Takes the clearing house's rates of exchange over, until closed.
   *
   * @param every the time between two looks
   */
  public TakeRates takeRates(HouseRates house, Duration every) {
    return TakeRates.start(means.transactions(), house, means.clock(), every);
  }

  /** Opens accounts. */
  public OpeningDesk opening() {
    return opening;
  }

  /** Shows accounts, stops cards, ends them and gives new numbers. */
  public AccountDesk accounts() {
    return accounts;
  }

  /** Signs customers in to their own accounts. */
  public CustomerDesk customers() {
    return customers;
  }

  /** Tells what was asked of cards and decided. */
  public InquiryDesk inquiries() {
    return inquiries;
  }

  /** Answers certificate authorities. */
  public RegistrationDesk registration() {
    return registration;
  }

  /** Card products, and which product and limit an account has. */
  public ProductDesk products() {
    return products;
  }

  /** Bills accounts month by month, by itself too, and books what holders pay. */
  public BillingDesk billing() {
    return billing;
  }

  /** Looks records up. */
  public RecordsDesk records() {
    return records;
  }

  /** Drafts, tries and promotes rules of spending. */
  public RuleDesk rules() {
    return rules;
  }

  /** Ends holds whose time is over; it does so by itself, too. */
  public SweepDesk sweeps() {
    return sweeps;
  }

  /** Takes disputes in and sees to them. */
  public DisputeDesk disputes() {
    return disputes;
  }

  /** Makes answers go wrong, where the issuer is configured as a simulator. */
  public Optional<Simulator> simulator() {
    return simulator;
  }

  /** Sends what no acquirer sent, where the issuer is configured as a simulator. */
  public Optional<Simulation> simulation() {
    return simulation;
  }

  private static IsoLink link(IssuerConfig config, LinkConfig.Peer peer, InstantSource clock) {
    String own = config.link().peers().own();
    String name = own + "-" + config.link().peers().clearing();
    LinkConfig to =
        LinkConfig.to(name, peer.host(), peer.port(), own)
            .with(config.link().tap())
            .with(config.disputes().terms());
    return IsoLink.open(to, clock, new LinkAlarms(name));
  }

  private ScheduledExecutorService sweeper() {
    ScheduledExecutorService sweeper =
        Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("sweep").factory());
    sweeper.execute(() -> trying(new WordsDesk(means)::catchUp));
    sweeper.scheduleWithFixedDelay(
        () -> trying(this::swept), SWEEP.toSeconds(), SWEEP.toSeconds(), TimeUnit.SECONDS);
    return sweeper;
  }

  private void swept() {
    sweeps.sweep();
    disputes.sweep();
    billing.close();
  }

  private static void trying(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      // A database that is away for a while must not end the sweeping.
      LOG.error("what is done by itself was not done", e);
    }
  }

  /** Stops listening. */
  @Override
  public void close() {
    sweeper.shutdownNow();
    server.close();
    deliveries.close();
    clearing.ifPresent(IsoLink::close);
  }
}
