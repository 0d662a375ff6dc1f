package openset.acquirer;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import openset.acquirer.dispute.Speaker;
import openset.acquirer.file.FileDesk;
import openset.acquirer.file.FileRounds;
import openset.acquirer.fee.FeeLine;
import openset.acquirer.fee.FeeRule;
import openset.acquirer.office.Office;
import openset.acquirer.store.Authorizations;
import openset.acquirer.store.Breaks;
import openset.acquirer.store.Dispute;
import openset.acquirer.store.FeeRules;
import openset.acquirer.store.Invariants;
import openset.acquirer.store.Item;
import openset.acquirer.store.ItemFees;
import openset.acquirer.store.Items;
import openset.acquirer.store.LoggedAuthorization;
import openset.acquirer.store.Merchant;
import openset.acquirer.store.Merchants;
import openset.acquirer.store.Payout;
import openset.acquirer.store.Terminals;
import openset.acquirer.store.Terms;
import openset.crypto.Vault;
import openset.iso8583.IsoHandler;
import openset.iso8583.IsoMessage;
import openset.iso8583.IsoServer;
import openset.iso8583.MalformedMessage;
import openset.iso8583.Mti;
import openset.iso8583.ServerConfig;
import openset.iso8583.Stans;
import openset.iso8583.file.AnswerItems;
import openset.iso8583.file.FileHeader;
import openset.iso8583.file.HouseFiles;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;
import openset.ledger.AccountCode;
import openset.ledger.CurrencySum;
import openset.ledger.Invariant;
import openset.ledger.Ledger;
import openset.ledger.LedgerRefused;
import openset.ledger.Money;
import openset.store.Database;
import openset.store.Effect;
import openset.store.Transactions;
import openset.store.Tx;
import openset.store.counter.Counters;
import openset.store.delivery.Deliveries;
import openset.store.delivery.Performer.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running acquirer: answers gateways and the clearing house on the host link (spec/host-link.md),
 * asks issuers, presents captures, pays merchants. Safe to kill at any moment and start again.
 */
public final class Acquirer implements AutoCloseable {
  /** The acquirer's tables, to be named after the ledger's when its database is opened. */
  public static final String MIGRATIONS = "openset/acquirer/migrations";

  /** What holds of its tables at every moment, beside what holds of every ledger. */
  public static final List<Invariant> INVARIANTS = Invariants.ALL;

  private static final Logger LOG = LoggerFactory.getLogger(Acquirer.class);
  /** By then it was tried for about a quarter of an hour. */
  private static final int ATTEMPTS_BEFORE_BREAK = 36;

  private static final Duration SWEEP = Duration.ofSeconds(30);
  private static final Duration FILES = Duration.ofSeconds(2);

  private final AcquirerConfig config;
  private final Means means;
  private final Routes routes;
  private final Authorize authorize;
  private final Reverse reverse;
  private final StandIn standIn;
  private final TakeItem takeItem;
  private final Present present;
  private final TakeChargeback takeChargeback;
  private final Chargebacks chargebacks;
  private final PayMerchants payMerchants;
  private final Fund fund;
  private final PayoutTransfers transfers;
  private final Optional<FileRounds> files;
  private final Deliveries deliveries;
  private final ScheduledExecutorService sweeper;
  private final IsoServer server;

  private Acquirer(
      AcquirerConfig config,
      Database database,
      Vault vault,
      InstantSource clock,
      Optional<HouseFiles> house)
      throws IOException {
    this.config = config;
    Transactions transactions = database.transactions();
    Stans stans =
        Stans.of(
            count -> transactions.inTransaction(tx -> Counters.in(tx).reserve("stan", count)));
    this.means =
        new Means(
            config.institution(),
            config.clearing().institution(),
            transactions,
            clock,
            stans,
            this::wake);
    this.routes = new Routes(config, clock);
    stans.avoid(routes::uses);
    this.authorize = new Authorize(means, routes, config.patience());
    this.reverse = new Reverse(means, routes, config.patience());
    this.standIn = new StandIn(means, routes, config.patience(), vault);
    this.takeItem = new TakeItem(means);
    String clearing = config.clearing().institution();
    this.files =
        house.map(
            at -> {
              FileHeader.Ends ends = new FileHeader.Ends(config.institution(), clearing);
              FileDesk desk =
                  new FileDesk(transactions, clock, ends, at, Means.PRESENTMENT);
              return new FileRounds(desk, new AnswerItems(at, clearing, this::answer));
            });
    this.present = new Present(means, routes, config.patience(), files.map(FileRounds::desk));
    this.takeChargeback = new TakeChargeback(means);
    this.chargebacks = new Chargebacks(means);
    this.payMerchants = new PayMerchants(means);
    this.fund = new Fund(means);
    this.transfers = new PayoutTransfers(means, fund);
    Deliveries.Pace pace = Deliveries.Pace.usual("acquirer-" + config.institution());
    this.deliveries = Deliveries.start(transactions, pace, clock, this::deliver);
    authorize.sweep(clock.instant().plusSeconds(1));
    this.sweeper =
        Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("sweep").factory());
    sweeper.scheduleWithFixedDelay(
        this::sweep, SWEEP.toSeconds(), SWEEP.toSeconds(), TimeUnit.SECONDS);
    files.ifPresent(
        rounds ->
            sweeper.scheduleWithFixedDelay(
                () -> rounds.run(means.wake()),
                FILES.toSeconds(),
                FILES.toSeconds(),
                TimeUnit.SECONDS));
    this.server = IsoServer.start(serverConfig(config), clock, this::answer);
  }

  /**
   * Starts an acquirer. What an earlier run left unanswered is declined and reversed first.
   *
   * @param database opened with {@link Ledger#MIGRATIONS} and {@link #MIGRATIONS}; stays open
   * @param vault seals card numbers while an issuer is to be told of an approval of stand-in
   * @throws IOException when it cannot listen
   */
  public static Acquirer start(
      AcquirerConfig config, Database database, Vault vault, InstantSource clock)
      throws IOException {
    return new Acquirer(config, database, vault, clock, Optional.empty());
  }

  /** As {@link #start}, for one whose items go to the clearing house, and come from it, by file. */
  public static Acquirer start(
      AcquirerConfig config,
      Database database,
      Vault vault,
      InstantSource clock,
      HouseFiles house)
      throws IOException {
    return new Acquirer(config, database, vault, clock, Optional.of(house));
  }

  private static ServerConfig serverConfig(AcquirerConfig config) {
    Set<String> institutions = new TreeSet<>(config.inbound().gateways());
    institutions.add(config.clearing().institution());
    return ServerConfig.on(
            "acquirer-" + config.institution(),
            config.inbound().host(),
            config.inbound().port(),
            institutions)
        .with(config.tap())
        .with(config.inbound().terms());
  }

  /** The TCP port of its host link. */
  public int port() {
    return server.port();
  }

  /** Makes what else is agreed with a merchant count from now on. */
  public void agree(String merchant, Terms terms) {
    means.transactions().perform(tx -> Merchants.in(tx).agree(merchant, terms, means.now()));
  }

  /** Adds a line to the fee tables; it counts for what is authorized from its date on. */
  public void charge(FeeRule rule) {
    means.transactions().perform(tx -> FeeRules.in(tx).add(rule));
  }

  /** Gives a merchant a terminal number (element 41) of its own. */
  public String giveTerminal(String merchant) {
    return means
        .transactions()
        .inTransaction(tx -> Terminals.in(tx).give(merchant, means.now()));
  }

  /** What an item costs, line by line. */
  public List<FeeLine> fees(Octets original, Octets key) {
    return means.transactions().inTransaction(tx -> ItemFees.in(tx).of(original, key));
  }

  /**
   * Gives back what was in reserve long enough and instructs what merchants are owed, as happens
   * by itself at the beginning of each day in UTC; a merchant is paid once a day.
   */
  public List<Payout> fund() {
    return fund.now();
  }

  /**
   * Gives the money of a chargeback up.
   *
   * @return false where it is not the merchant's turn, or not for this speaker to say
   */
  public boolean accept(Dispute.Name dispute, Speaker speaker) {
    return chargebacks.accept(dispute, speaker);
  }

  /**
   * Contests a chargeback, or at arbitration claims a ruling.
   *
   * @param evidence the file by which the merchant proves itself right, 1 octet to 1 MiB
   * @return false where it is not the merchant's turn, or not for this speaker to say
   */
  public boolean contest(Dispute.Name dispute, Speaker speaker, byte[] evidence) {
    return chargebacks.contest(dispute, speaker, evidence);
  }

  /** What its people and its merchants read. */
  public Office office() {
    return new Office(means.transactions(), means.clock());
  }

  /** Ends what a merchant or an issuer did nothing about in time, as happens by itself. */
  public void expireDisputes() {
    chargebacks.expire();
  }

  /** Notes what became of a payout; false where there is no such payout, or it ended otherwise. */
  public boolean ended(long payout, Payout.End end) {
    return fund.end(payout, end);
  }

  /** The transfer of a payout as its bank takes it (pacs.008); empty where there is none. */
  public Optional<byte[]> transfer(long payout) {
    return transfers.message(payout);
  }

  /**
   * Reconciles payouts with a statement of the acquirer's own bank (camt.053).
   *
   * @throws IllegalArgumentException when it is no such statement by its schema
   */
  public Reconciled reconcile(byte[] statement) {
    return transfers.reconcile(statement);
  }

  /** Puts a contract with a merchant in force; what was agreed before stays on record. */
  public void agree(Merchant merchant) {
    means.transactions().perform(tx -> Merchants.in(tx).agree(merchant, means.now()));
  }

  /** All merchants by their ids. */
  public List<Merchant> merchants() {
    return means.transactions().inTransaction(tx -> Merchants.in(tx).all(means.now()));
  }

  /** The contract with a merchant, in force or ended. */
  public Optional<Merchant> merchant(String id) {
    return means.transactions().inTransaction(tx -> Merchants.in(tx).find(id, means.now()));
  }

  /**
   * Whether a merchant is who it claims to be. For an authority that the caller has authenticated.
   */
  public Confirmation confirm(MerchantClaim claim) {
    return new ConfirmMerchant(means).confirm(claim);
  }

  /**
   * Whether the acquirer works through a gateway. For an authority that the caller authenticated.
   */
  public GatewayConfirmation confirm(GatewayClaim claim) {
    return new ConfirmGateway(config).confirm(claim);
  }

  /** The authorization asked under this key. */
  public Optional<LoggedAuthorization> authorization(Octets key) {
    return means
        .transactions()
        .inTransaction(tx -> Authorizations.in(tx, config.institution()).find(key));
  }

  /** The latest authorizations of a merchant, newest first. */
  public List<LoggedAuthorization> authorizations(String merchant, int most) {
    return means
        .transactions()
        .inTransaction(tx -> Authorizations.in(tx, config.institution()).latest(merchant, most));
  }

  /** The item asked under this key because of the authorization under the original key. */
  public Optional<Item> item(Octets original, Octets key) {
    return means
        .transactions()
        .inTransaction(tx -> Items.in(tx, config.institution()).find(original, key));
  }

  /** What the acquirer owes a merchant, in a currency (ISO 4217 numeric). */
  public Money owedTo(String merchant, int currency) {
    return means
        .transactions()
        .inTransaction(
            tx -> {
              Ledger ledger = Ledger.in(tx, means.now());
              AccountCode account = Booking.merchant(merchant, currency).code();
              return ledger.account(account).isEmpty()
                  ? Money.zero(currency)
                  : position(ledger, account).negated();
            });
  }

  /** The sums of its books, each currency balanced. */
  public List<CurrencySum> checkSums() {
    return means
        .transactions()
        .inTransaction(tx -> Ledger.in(tx, means.now()).checkSums());
  }

  /** How many messages it has still to deliver. */
  public long undelivered() {
    return means.transactions().inTransaction(tx -> tx.outbox().waiting());
  }

  private static Money position(Ledger ledger, AccountCode account) {
    try {
      return ledger.position(account).balance();
    } catch (LedgerRefused e) {
      throw new IllegalStateException(e);
    }
  }

  private IsoMessage answer(IsoHandler.Peer peer, IsoMessage message) throws MalformedMessage {
    Mti mti = message.mti().original();
    boolean fromClearing = peer.institution().equals(config.clearing().institution());
    if (fromClearing && mti.equals(Mti.SETTLEMENT)) return payMerchants.answer(message);
    if (fromClearing && mti.equals(Mti.CHARGEBACK)) return takeChargeback.answer(message);
    if (config.inbound().gateways().contains(peer.institution())) {
      Optional<IsoMessage> answer = answerGateway(mti, message);
      if (answer.isPresent()) return answer.get();
    }
    return message.answer(ResponseCode.NOT_PERMITTED.wire());
  }

  private Optional<IsoMessage> answerGateway(Mti mti, IsoMessage message)
      throws MalformedMessage {
    if (mti.equals(Mti.AUTHORIZATION) || mti.equals(Mti.FINANCIAL)) {
      return Optional.of(authorize.answer(message));
    }
    if (mti.equals(Mti.REVERSAL)) return Optional.of(reverse.answer(message));
    if (mti.equals(Mti.AUTHORIZATION_ADVICE)) return Optional.of(standIn.answer(message));
    boolean isItem = mti.equals(Mti.ADVICE) || mti.equals(Mti.REVERSAL_ADVICE);
    return isItem ? Optional.of(takeItem.answer(message)) : Optional.empty();
  }

  private Outcome deliver(Effect.Claimed claimed) throws MalformedMessage {
    Outcome outcome = delivered(claimed);
    if (outcome == Outcome.AGAIN && claimed.attempts() == ATTEMPTS_BEFORE_BREAK) {
      means.transactions().perform(tx -> undelivered(tx, claimed));
    }
    return outcome;
  }

  /** It is tried on, but a person should look why nobody answers. */
  private void undelivered(Tx tx, Effect.Claimed claimed) {
    Octets original = Octets.of(claimed.effect().conversation().bytes());
    String merchant =
        Authorizations.in(tx, config.institution())
            .find(original)
            .map(row -> row.asked().acceptor().merchant())
            .orElse("");
    Breaks.Where where = new Breaks.Where(original, original, merchant);
    ResponseCode code = ResponseCode.ISSUER_UNAVAILABLE;
    Breaks.in(tx).add(Breaks.Kind.UNDELIVERED, where, code, means.now());
  }

  private Outcome delivered(Effect.Claimed claimed) throws MalformedMessage {
    return switch (claimed.effect().kind()) {
      case Means.REVERSAL -> reverse.deliver(claimed);
      case Means.PRESENTMENT -> present.deliver(claimed);
      case Means.ADVICE -> standIn.deliver(claimed);
      default -> throw new IllegalStateException("effect " + claimed.effect().kind());
    };
  }

  private void wake() {
    if (deliveries != null) deliveries.wake();
  }

  private void sweep() {
    try {
      authorize.sweep(means.now().minus(config.patience().multipliedBy(3)));
      fund.daily();
      chargebacks.expire();
    } catch (RuntimeException e) {
      LOG.error("the sweep failed and waits for its next time", e);
    }
  }

  /** Stops listening and asking; the database stays open. */
  @Override
  public void close() {
    // First the links: whoever waits for an answer then ends, and stores that it is unknown.
    routes.close();
    server.close();
    sweeper.shutdownNow();
    deliveries.close();
  }
}
