package openset.issuer.office;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.issuer.card.AccountId;
import openset.issuer.desk.Means;
import openset.issuer.opening.OpeningPolicy;
import openset.issuer.product.Allowed;
import openset.issuer.product.LimitChange;
import openset.issuer.product.Product;
import openset.issuer.product.RateCard;
import openset.issuer.store.Card;
import openset.issuer.store.Cards;
import openset.issuer.store.Products;
import openset.ledger.Money;
import openset.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Card products, and which product and limit an account has. */
public final class ProductDesk {
  private static final Logger LOG = LoggerFactory.getLogger(ProductDesk.class);

  private final Means means;

  /** The desk; the standard product is there with the policy's limits, unless it was changed. */
  public ProductDesk(Means means, OpeningPolicy policy) {
    this.means = means;
    Product standard =
        new Product(
            Product.STANDARD,
            "Standard",
            new Product.Limits(policy.leastLimit(), policy.highestLimit()),
            RateCard.usual(policy.leastLimit().currency()),
            Allowed.EVERYTHING);
    means.transactions().perform(tx -> new Products(tx).add(standard));
  }

  /** What came of a change. */
  public enum Changed {
    /** It is done. */
    DONE,
    /** There is no such account or product. */
    UNKNOWN,
    /** The product does not have such a limit or is in another currency. */
    OUT_OF_BOUNDS
  }

  /** All products. */
  public List<Product> products() {
    return means.transactions().inTransaction(tx -> new Products(tx).all());
  }

  /** A product. */
  public Optional<Product> product(String id) {
    return means.transactions().inTransaction(tx -> new Products(tx).find(id));
  }

  /** Adds a product, or changes it; false when it is there in another currency. */
  public boolean put(Product product, String by) {
    boolean done = means.transactions().inTransaction(tx -> new Products(tx).put(product));
    LOG.info("product {}: {} by {}", product.id(), done ? "stored" : "refused", by);
    return done;
  }

  /**
   * Gives an account a product and a limit of it. A limit may be below what is owed: then nothing
   * more is approved until it is paid.
   *
   * @param by who does it, for the audit
   */
  public Changed change(AccountId account, String product, Money limit, String by) {
    Instant now = means.clock().instant();
    Changed changed =
        means.transactions().inTransaction(tx -> change(tx, account, product, limit, by, now));
    LOG.info("account {}: {} of {}: {}", account, limit, product, changed);
    return changed;
  }

  /** The changes of an account's limit, the oldest first. */
  public List<LimitChange> changes(AccountId account) {
    return means.transactions().inTransaction(tx -> new Products(tx).changes(account));
  }

  private Changed change(
      Tx tx, AccountId account, String id, Money limit, String by, Instant now) {
    Products products = new Products(tx);
    Optional<Card> card = new Cards(tx, means.secrets()).lock(account);
    Optional<Product> product = products.find(id);
    if (card.isEmpty() || product.isEmpty()) return Changed.UNKNOWN;
    Money before = card.get().limit();
    boolean fits =
        product.get().limits().hold(limit) && limit.currency() == before.currency();
    if (!fits) return Changed.OUT_OF_BOUNDS;
    products.change(card.get(), new LimitChange(before, limit, id, by, now));
    return Changed.DONE;
  }
}
