package openset.issuer.desk;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openset.issuer.card.AccountId;
import openset.issuer.card.Bin;
import openset.issuer.card.CardExpiry;
import openset.issuer.card.CardNumber;
import openset.issuer.opening.Application;
import openset.issuer.opening.BadApplication;
import openset.issuer.opening.CheckedApplication;
import openset.issuer.opening.Opening;
import openset.issuer.opening.Opening.AccountOpened;
import openset.issuer.opening.Opening.ApplicationRefused;
import openset.issuer.opening.OpeningPolicy;
import openset.issuer.opening.OpeningRules;
import openset.issuer.opening.Reason;
import openset.issuer.product.Product;
import openset.issuer.store.Applications;
import openset.issuer.store.Applications.Decided;
import openset.issuer.store.Books;
import openset.issuer.store.Card;
import openset.issuer.store.Cards;
import openset.issuer.store.Cards.NewCard;
import openset.issuer.store.ContentHash;
import openset.issuer.store.Products;
import openset.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens card accounts. */
public final class OpeningDesk {
  private static final Logger LOG = LoggerFactory.getLogger(OpeningDesk.class);
  private static final int DRAWS_MOST = 20;

  private final Means means;
  private final Bin bin;
  private final OpeningPolicy policy;

  /** The desk for cards of that BIN. */
  public OpeningDesk(Means means, Bin bin, OpeningPolicy policy) {
    this.means = means;
    this.bin = bin;
    this.policy = policy;
  }

  /**
   * Opens an account or says why not. The same application again gets the same outcome; its id with
   * other content is refused and changes nothing.
   */
  public Opening open(Application application) {
    Instant now = means.clock().instant();
    ContentHash content = means.secrets().contentHash(written(application));
    Opening opening =
        means.transactions().inTransaction(tx -> open(tx, application, content, now));
    LOG.info("application {}: {}", application.id(), shown(opening));
    return opening;
  }

  /** What is wrong with an application on its face; opens nothing and remembers nothing. */
  public List<Reason> reasons(Application application) {
    OpeningPolicy granted =
        means
            .transactions()
            .inTransaction(tx -> granted(tx, application.limit().currency()))
            .policy();
    try {
      new OpeningRules(granted).check(application, Means.day(means.clock().instant()));
      return List.of();
    } catch (BadApplication e) {
      return e.reasons();
    }
  }

  /** What is asked of applicants and granted them. */
  public OpeningPolicy policy() {
    return policy;
  }

  private Opening open(Tx tx, Application application, ContentHash content, Instant now) {
    Applications applications = new Applications(tx, means.secrets());
    Optional<Decided> before = applications.find(application.id());
    if (before.isPresent()) {
      return again(tx, before.get(), content);
    }
    Opening decided = decide(tx, application, now);
    applications.add(application.id(), stored(content, decided), now);
    return decided;
  }

  private Opening again(Tx tx, Decided before, ContentHash content) {
    if (!before.content().equals(content)) {
      return new ApplicationRefused(List.of(new Reason(Reason.Rule.ID_REUSED, "id")));
    }
    if (before.account().isEmpty()) {
      return new ApplicationRefused(before.reasons());
    }
    Cards cards = new Cards(tx, means.secrets());
    Card card = cards.lock(before.account().get()).orElseThrow();
    return new AccountOpened(card.account(), cards.number(card), card.expiry(), card.limit());
  }

  private Opening decide(Tx tx, Application application, Instant now) {
    try {
      Granted granted = granted(tx, application.limit().currency());
      CheckedApplication checked =
          new OpeningRules(granted.policy()).check(application, Means.day(now));
      Applications applications = new Applications(tx, means.secrets());
      boolean first = applications.claim(checked.holder().document(), application.id());
      return first
          ? opened(tx, checked, granted.product(), now)
          : new ApplicationRefused(
              List.of(new Reason(Reason.Rule.DUPLICATE_APPLICANT, "document.number")));
    } catch (BadApplication e) {
      return new ApplicationRefused(e.reasons());
    }
  }

  /** What accounts of a currency are opened by. */
  private record Granted(OpeningPolicy policy, String product) {}

  /** The bank's usual terms, or those of its product in another currency, if it has one. */
  private Granted granted(Tx tx, int currency) {
    Granted usual = new Granted(policy, Product.STANDARD);
    if (currency == policy.highestLimit().currency()) return usual;
    return new Products(tx)
        .all().stream()
            .filter(each -> each.limits().least().currency() == currency)
            .findFirst()
            .map(each -> new Granted(policy.with(each.limits()), each.id()))
            .orElse(usual);
  }

  private AccountOpened opened(
      Tx tx, CheckedApplication checked, String product, Instant now) {
    AccountId account = new AccountId(uuid(means.randomness().bytes(16)));
    CardExpiry expiry =
        new CardExpiry(YearMonth.from(Means.day(now)).plusMonths(policy.cardMonths()));
    Cards cards = new Cards(tx, means.secrets());
    for (int i = 0; i < DRAWS_MOST; i++) {
      CardNumber number = CardNumber.random(bin, means.randomness());
      NewCard card =
          new NewCard(
              account, number, checked.holder(), expiry, checked.limit(), product);
      if (cards.add(card, now)) {
        new Books(tx, now).open(account, checked.limit().currency());
        return new AccountOpened(account, number, expiry, checked.limit());
      }
    }
    throw new IllegalStateException("no free card number found under BIN " + bin);
  }

  private static Decided stored(ContentHash content, Opening opening) {
    return switch (opening) {
      case AccountOpened opened ->
          new Decided(content, Optional.of(opened.account()), List.of());
      case ApplicationRefused refused ->
          new Decided(content, Optional.empty(), refused.reasons());
    };
  }

  private static String shown(Opening opening) {
    return switch (opening) {
      case AccountOpened opened -> "account " + opened.account() + " card " + opened.number();
      case ApplicationRefused refused -> "refused " + refused.reasons();
    };
  }

  private static byte[] written(Application application) {
    return new Written()
        .add(application.name())
        .add(application.birth())
        .add(application.address().street())
        .add(application.address().city())
        .add(application.address().postcode())
        .add(application.address().country())
        .add(application.document().kind())
        .add(application.document().number())
        .add(application.document().country())
        .add(application.document().expiry())
        .add(application.limit().toString())
        .octets();
  }

  /** A random UUID, RFC 9562 version 4. */
  private static UUID uuid(byte[] random) {
    ByteBuffer bytes = ByteBuffer.wrap(random);
    long high = bytes.getLong() & 0xffffffffffff0fffL | 0x4000L;
    long low = bytes.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
