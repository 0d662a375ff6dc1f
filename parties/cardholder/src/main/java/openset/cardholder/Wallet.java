package openset.cardholder;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import openset.asn1.AsSent;
import openset.asn1.Der;
import openset.cardholder.card.CardKeys;
import openset.cardholder.card.CertifiedCard;
import openset.cardholder.card.OpenCards;
import openset.cardholder.desk.Affair;
import openset.cardholder.desk.WalletDesk;
import openset.cardholder.desk.WalletFacts;
import openset.cardholder.evidence.WalletEvidence;
import openset.cardholder.purchase.Purchase;
import openset.cardholder.purchase.PurchaseDesk;
import openset.cardholder.registration.Label;
import openset.cardholder.registration.Registration;
import openset.cardholder.registration.RegistrationDesk;
import openset.cardholder.store.Bought;
import openset.cardholder.store.WalletTables;
import openset.conduct.ConductLimits;
import openset.conduct.Conductor;
import openset.conduct.Doors;
import openset.conduct.Hosts;
import openset.conduct.Input;
import openset.conduct.ListKeeper;
import openset.conduct.Peers;
import openset.crypto.KeyFile;
import openset.crypto.Randomness;
import openset.crypto.SignatureAlgorithm;
import openset.crypto.Suite;
import openset.crypto.Vault;
import openset.evidence.EvidenceBundle;
import openset.pki.Certificate;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.URL;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.PAN;
import openset.set.data.order.Offer;
import openset.set.data.registration.RegFormItem;
import openset.set.extension.CardChecks;
import openset.set.initiation.PaymentInitiation;
import openset.set.initiation.WebAddress;
import openset.set.treatment.Means;
import openset.set.treatment.cardholder.PayingCard;
import openset.set.treatment.cardholder.UncertifiedCard;
import openset.store.ConversationKey;
import openset.store.Database;

/**
 * A cardholder's wallet: cards, and purchases paid with them. Its calls wait for answers, so give
 * each a virtual thread; any number may run at once. What had no answer goes on by itself.
 *
 * <p>Close it to stop what it repeats by itself; the database is the caller's.
 */
public final class Wallet implements AutoCloseable {
  /** Where the wallet's tables are made. */
  public static final String MIGRATIONS = "openset/cardholder/migrations";

  private static final int LABEL_OCTETS = LocalID.OCTETS_MAX;

  private final Setup setup;
  private final Given given;
  private final CardKeys keys;
  private final OpenCards cards;
  private final Conductor<Affair, WalletFacts> conductor;
  private final ListKeeper means;

  /**
   * How a wallet works.
   *
   * @param name names it in journal and log
   * @param newKeys of which kind the keys of new cards are
   * @param approveWithin how long a person may think about an offer
   * @param inquireEvery how often a pending registration is asked after
   */
  public record Setup(
      String name,
      SignatureAlgorithm newKeys,
      Duration approveWithin,
      Duration inquireEvery,
      ConductLimits limits) {
    /** P-256, half an hour to think, an inquiry each hour. */
    public static Setup standard(String name) {
      return new Setup(
          name,
          Suite.CLASSICAL.signature(),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          ConductLimits.STANDARD);
    }
  }

  /**
   * What a wallet is given.
   *
   * @param vault under whose key accounts and secrets lie
   * @param keys for the signature keys of the cards; nobody else uses it meanwhile
   */
  public record Given(
      Database database,
      Vault vault,
      KeyFile keys,
      Peers peers,
      Supplier<Means> means,
      InstantSource clock) {}

  /**
   * A card to be registered.
   *
   * @param setUrl where the CCA takes messages, as in {@code RegistrationInitiation}
   */
  public record NewCard(
      WebAddress setUrl, BrandID brandID, PAN pan, CardExpiry expiry, Language language) {}

  /**
   * A card in the wallet.
   *
   * @param certificate what its certificate says; empty while it has none
   */
  public record Held(
      Label label, Registration registration, Optional<Certified> certificate) {}

  /**
   * What a card's certificate says.
   *
   * @param holder its holder's name, where the issuer put it in
   * @param notAfter its last instant
   */
  public record Certified(
      BigInteger serialNumber, Optional<String> holder, Instant notAfter) {
    /** Without the name, which is a person's. */
    @Override
    public String toString() {
      return "Certified[" + serialNumber.toString(16) + "]";
    }
  }

  /** A purchase under way. */
  public record Underway(LocalID lidC, Purchase purchase) {}

  private Wallet(Setup setup, Given given) {
    this.setup = setup;
    this.given = given;
    this.keys = new CardKeys(given.keys());
    this.cards = new OpenCards(keys);
    this.means = new ListKeeper(given.means(), given.database());
    this.conductor =
        new Conductor<>(
            new Conductor.House<>(
                setup.name(),
                new WalletDesk(
                    new PurchaseDesk(cards::at, setup.approveWithin()),
                    new RegistrationDesk(
                        keys::pair, id -> cards.certified(id).credential(), setup.inquireEvery())),
                new WalletTables(),
                given.database(),
                means,
                new Conductor.Outside(
                    new Doors(given.peers(), Hosts.NONE, given.vault()),
                    given.clock(),
                    setup.limits())));
  }

  /** Opens the wallet and its cards, and takes up what a crash left undone. */
  public static Wallet open(Setup setup, Given given) {
    Wallet wallet = new Wallet(setup, given);
    wallet.entries();
    wallet.conductor.start();
    return wallet;
  }

  /** All cards, the oldest first; one that was renewed is shown as its renewal. */
  public List<Held> cards() {
    List<Held> all = entries();
    Set<LocalID> renewed =
        all.stream()
            .filter(held -> held.certificate().isPresent())
            .flatMap(held -> held.label().renews().stream())
            .collect(Collectors.toSet());
    return all.stream().filter(held -> !renewed.contains(held.label().cardID())).toList();
  }

  private List<Held> entries() {
    List<LocalID> ids = given.database().transactions().inTransaction(WalletTables::cards);
    List<Held> all = new ArrayList<>();
    for (LocalID id : ids) card(id).ifPresent(card -> all.add(held(card)));
    return all;
  }

  /**
   * Begins to register a card.
   *
   * @return where it stands then, under its new label: a form to fill in, where to go instead, or
   *     still {@code Begun} or {@code FormAsked} while there is no answer
   */
  public Registration register(NewCard card) throws Refused {
    LocalID id = label();
    Registration.Applicant applicant =
        new Registration.Applicant(
            Label.of(id, card.brandID(), given.clock().instant(), card.pan(), card.expiry()),
            card.pan(),
            new URL(card.setUrl().text()),
            card.language());
    Der details = Der.of(Registration.Applicant.TYPE.encode(applicant));
    return move(id, new Input.Told(RegistrationDesk.REGISTER, details));
  }

  /**
   * Begins to renew the certificate of a card: new keys, certified on a request that the old
   * certificate signs too. The old one stays good until its end, for inquiries about purchases.
   *
   * @param setUrl where the CCA takes messages
   * @return where it stands then, under a new label, as {@link #register} says
   * @throws Refused WAL-16 where the card is not certified, or was renewed
   */
  public Registration renew(LocalID cardID, WebAddress setUrl, Language language)
      throws Refused {
    boolean shown = cards().stream().anyMatch(held -> held.label().cardID().equals(cardID));
    if (!shown || !(card(cardID).orElse(null) instanceof Registration.Certified certified)) {
      throw new Refused(ErrorCode.missingCertificate, "WAL-16");
    }
    cards.open(certified);
    LocalID id = label();
    Registration.Applicant applicant =
        new Registration.Applicant(
            certified.label().renewedAs(id, given.clock().instant()),
            certified.pan(),
            new URL(setUrl.text()),
            language);
    Der details = Der.of(Registration.Applicant.TYPE.encode(applicant));
    return move(id, new Input.Told(RegistrationDesk.REGISTER, details));
  }

  /**
   * Sends the form filled in, and asks for a certificate.
   *
   * @return what became of it, or {@code Requested} while there is no answer
   * @throws Refused REG-07 where answers will not do ({@code FormAnswers} says which), WAL-09 where
   *     there is no form
   */
  public Registration answer(LocalID cardID, List<RegFormItem> answers) throws Refused {
    if (!(card(cardID).orElse(null) instanceof Registration.FormGiven given)) {
      throw new Refused(ErrorCode.unspecifiedFailure, "WAL-09");
    }
    if (!given.takes(answers)) throw new Refused(ErrorCode.unspecifiedFailure, "REG-07");
    // WAL-12: the key lies in the key file before anything is asked for it.
    keys.makeSure(cardID, setup.newKeys());
    Der details = Der.of(RegistrationDesk.ANSWERS.encode(answers));
    return move(cardID, new Input.Told(RegistrationDesk.ANSWER, details));
  }

  /**
   * Asks now how a pending registration stands.
   *
   * @throws Refused WAL-09 where it is not pending
   */
  public Registration inquire(LocalID cardID) throws Refused {
    return move(cardID, PurchaseDesk.bare(RegistrationDesk.INQUIRE));
  }

  /** Where a card stands. */
  public Optional<Registration> card(LocalID cardID) {
    return conductor.state(key(cardID)).flatMap(Wallet::registration);
  }

  /** A card of the wallet, certified or not. */
  public Optional<Held> held(LocalID cardID) {
    return card(cardID).map(this::held);
  }

  /** Takes cards over that were certified elsewhere, and gives each its label, in order. */
  public List<LocalID> takeOver(List<CertifiedCard> certified) throws Refused {
    Map<LocalID, CardKeys.Entry> entries = new LinkedHashMap<>();
    List<Registration.Certified> states = new ArrayList<>();
    for (CertifiedCard card : certified) {
      LocalID id = label();
      entries.put(id, new CardKeys.Entry(card.keys(), card.certificates()));
      states.add(card.as(id, given.clock().instant()));
    }
    // Keys first: a card without its key could not be opened after a crash in between.
    keys.put(entries);
    for (Registration.Certified state : states) {
      Der details = Der.of(Registration.Certified.TYPE.encode(state));
      conductor.tell(
          key(state.label().cardID()), new Input.Told(WalletDesk.TAKE_OVER, details));
      cards.open(state);
    }
    return List.copyOf(entries.keySet());
  }

  /**
   * Keeps a card that nobody certified, to pay unsigned where gateway and merchant take that.
   *
   * @throws Refused WAL-20 where a card of the same account can sign
   */
  public LocalID keep(BrandID brandID, PAN pan, CardExpiry expiry) throws Refused {
    if (cards.certifies(pan)) throw new Refused(ErrorCode.signatureRequired, "WAL-20");
    LocalID id = label();
    Label named = Label.of(id, brandID, given.clock().instant(), pan, expiry);
    Registration.Kept kept = new Registration.Kept(named, pan);
    Der details = Der.of(Registration.Kept.TYPE.encode(kept));
    conductor.tell(key(id), new Input.Told(WalletDesk.KEEP, details));
    cards.open(kept);
    return id;
  }

  /**
   * Begins a purchase: asks the merchant to prove itself and the offer, or proves both from what
   * the merchant signed when it published the offer.
   *
   * @param offer the offer's octets as the shop gave them
   * @return what stands then: {@code Offered}, {@code Stopped}, or {@code Started} while there is
   *     no answer
   * @throws Refused where the initiation says other than the offer (INIT-10 to INIT-14), the card
   *     cannot pay it (WAL-01), or what was published proves nothing (PubOffer-C-01 to C-04)
   */
  public Underway begin(
      PaymentInitiation initiation, Der offer, LocalID cardID, Language language)
      throws Refused {
    AsSent<Offer> given = initiation.offerOf(offer);
    PayingCard card = usable(cardID);
    LocalID lidC = label();
    Purchase.Order order =
        new Purchase.Order(
            lidC,
            cardID,
            card.brandID(),
            new URL(initiation.setUrl().text()),
            language,
            this.given.clock().instant(),
            given,
            initiation.publishedFor(card.brandID()));
    Der details = Der.of(Purchase.Order.TYPE.encode(order));
    return new Underway(lidC, tell(lidC, new Input.Told(PurchaseDesk.BUY, details)));
  }

  /**
   * The person agrees to what is offered: signs and sends it.
   *
   * @return the outcome, or {@code Ordered} while there is no answer
   * @throws Refused WAL-03 where nothing is offered; any rule of PInitRes that no longer holds
   */
  public Purchase approve(LocalID lidC) throws Refused {
    return approve(lidC, CardChecks.NONE);
  }

  /**
   * The same.
   *
   * @param checks what the issuer is to check; told to the gateway alone and kept nowhere
   */
  public Purchase approve(LocalID lidC, CardChecks checks) throws Refused {
    Purchase purchase = purchase(lidC).orElseThrow(Wallet::unknown);
    usable(purchase.order().cardID());
    return tell(lidC, PurchaseDesk.approving(checks));
  }

  /**
   * The person agrees, and was told that nothing is signed: sends the order with a card that has no
   * certificate. It proves to nobody that the person agreed.
   *
   * @param checks as above
   * @throws Refused WAL-19 where the card can sign
   */
  public Purchase approveUnsigned(LocalID lidC, CardChecks checks) throws Refused {
    Purchase purchase = purchase(lidC).orElseThrow(Wallet::unknown);
    usable(purchase.order().cardID());
    return tell(lidC, PurchaseDesk.approvingUnsigned(checks));
  }

  /** The person does not agree. */
  public Purchase cancel(LocalID lidC) throws Refused {
    return tell(lidC, PurchaseDesk.bare(PurchaseDesk.CANCEL));
  }

  /**
   * Asks the merchant how a purchase stands.
   *
   * @return where it stands then; what the merchant said is in {@code Told}, the gateway's receipt
   *     confirms or declines
   * @throws Refused WAL-15 where nothing was ordered
   */
  public Purchase inquirePurchase(LocalID lidC) throws Refused {
    Purchase purchase = purchase(lidC).orElseThrow(Wallet::unknown);
    if (purchase.signed().isPresent()) opened(purchase.order().cardID());
    return tell(lidC, PurchaseDesk.bare(PurchaseDesk.INQUIRE));
  }

  /** Where a purchase stands. */
  public Optional<Purchase> purchase(LocalID lidC) {
    return conductor.state(key(lidC)).flatMap(Wallet::purchase);
  }

  /**
   * The evidence bundle of a purchase ({@code spec/evidence.md}).
   *
   * @return empty where nothing was signed
   */
  public Optional<EvidenceBundle> evidence(LocalID lidC) {
    return purchase(lidC)
        .flatMap(Purchase::signed)
        .flatMap(signed -> new WalletEvidence(given.database(), means.get()).of(signed));
  }

  /** The newest purchases first, at most {@code max}. */
  public List<Bought> purchases(int max) {
    return given
        .database()
        .transactions()
        .inTransaction(tx -> WalletTables.purchases(tx, max));
  }

  private Purchase tell(LocalID lidC, Input.Told order) throws Refused {
    return purchase(conductor.tell(key(lidC), order)).orElseThrow(Wallet::unknown);
  }

  private Registration move(LocalID cardID, Input.Told order) throws Refused {
    Registration now =
        registration(conductor.tell(key(cardID), order)).orElseThrow(Wallet::unknown);
    if (now instanceof Registration.Certified certified) cards.open(certified);
    return now;
  }

  /** WAL-01: a certified card pays; WAL-20: another only where none of its account can sign. */
  private PayingCard usable(LocalID id) throws Refused {
    PayingCard card = opened(id);
    if (card instanceof UncertifiedCard bare && cards.certifies(bare.pan())) {
      throw new Refused(ErrorCode.signatureRequired, "WAL-20");
    }
    return card;
  }

  private PayingCard opened(LocalID id) throws Refused {
    if (cards.has(id)) return cards.at(id);
    return switch (card(id).orElse(null)) {
      case Registration.Certified certified -> cards.open(certified);
      case Registration.Kept kept -> cards.open(kept);
      case null, default -> throw new Refused(ErrorCode.missingCertificate, "WAL-01");
    };
  }

  private Held held(Registration registration) {
    Optional<Certified> certificate =
        registration instanceof Registration.Certified certified
            ? Optional.of(certified(cards.open(certified).credential().certificate()))
            : Optional.empty();
    return new Held(registration.label(), registration, certificate);
  }

  private static Certified certified(Certificate certificate) {
    return new Certified(
        certificate.serialNumber(), certificate.subject().name(), certificate.notAfter());
  }

  private LocalID label() {
    Randomness randomness = given.means().get().randomness();
    return LocalID.of(randomness.bytes(LABEL_OCTETS));
  }

  private static Optional<Purchase> purchase(Affair affair) {
    return affair instanceof Affair.Paying(var purchase)
        ? Optional.of(purchase)
        : Optional.empty();
  }

  private static Optional<Registration> registration(Affair affair) {
    return affair instanceof Affair.Registering(var registration)
        ? Optional.of(registration)
        : Optional.empty();
  }

  private static Refused unknown() {
    return new Refused(ErrorCode.unknownLID, "WAL-03");
  }

  private static ConversationKey key(LocalID label) {
    return ConversationKey.of(label.octets().bytes());
  }

  @Override
  public void close() {
    conductor.close();
  }
}
