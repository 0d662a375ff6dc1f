package openset.http.issuer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import openset.issuer.billing.Bill;
import openset.issuer.billing.BillView;
import openset.issuer.product.Allowed;
import openset.issuer.product.LimitChange;
import openset.issuer.product.RateCard;
import openset.ledger.Money;

/** Products, limits and bills as JSON. Amounts are minor units; days {@code YYYY-MM-DD}. */
public final class BillingJson {
  private BillingJson() {}

  /**
   * A card product.
   *
   * @param minimumFloorMinor the least a bill asks for
   * @param minimumPercent how much of what is owed it asks for
   * @param categories merchant category codes; empty for all
   * @param countries ISO 3166 alpha-2; empty for all
   * @param unauthenticated whether its cards pay for what nobody signed; no where it is absent
   */
  public record Product(
      String id,
      String title,
      int currency,
      long limitLeastMinor,
      long limitMostMinor,
      long minimumFloorMinor,
      int minimumPercent,
      int dueDays,
      long replacementMinor,
      List<String> categories,
      List<String> countries,
      Optional<Boolean> unauthenticated) {
    /** The same product, whose cards pay for what nobody signed, or do not. */
    public Product paying(boolean unauthenticated) {
      return new Product(
          id,
          title,
          currency,
          limitLeastMinor,
          limitMostMinor,
          minimumFloorMinor,
          minimumPercent,
          dueDays,
          replacementMinor,
          categories,
          countries,
          Optional.of(unauthenticated));
    }

    static Product of(openset.issuer.product.Product product) {
      return new Product(
          product.id(),
          product.title(),
          product.limits().least().currency(),
          product.limits().least().minorUnits(),
          product.limits().most().minorUnits(),
          product.rates().minimumFloor().minorUnits(),
          product.rates().minimumPercent(),
          product.rates().dueDays(),
          product.rates().replacement(),
          sorted(product.allowed().categories()),
          sorted(product.allowed().countries()),
          Optional.of(product.allowed().unauthenticated()));
    }

    openset.issuer.product.Product toProduct() {
      return new openset.issuer.product.Product(
          id,
          title,
          new openset.issuer.product.Product.Limits(
              new Money(currency, limitLeastMinor), new Money(currency, limitMostMinor)),
          new RateCard(
              new Money(currency, minimumFloorMinor), minimumPercent, dueDays, replacementMinor),
          new Allowed(
              Set.copyOf(categories), Set.copyOf(countries), unauthenticated.orElse(false)));
    }

    private static List<String> sorted(Set<String> codes) {
      return List.copyOf(new TreeSet<>(codes));
    }
  }

  /** All products. */
  public record Products(List<Product> products) {}

  /** Which product and limit an account shall have. */
  public record Limit(String product, int currency, long limitMinor) {}

  /** How an account's limit changed, the oldest first. */
  public record Limits(List<Change> changes) {
    static Limits of(List<LimitChange> changes) {
      return new Limits(changes.stream().map(Change::of).toList());
    }
  }

  /** One change. */
  public record Change(
      long beforeMinor, long afterMinor, int currency, String product, String by, String at) {
    static Change of(LimitChange change) {
      return new Change(
          change.before().minorUnits(),
          change.after().minorUnits(),
          change.after().currency(),
          change.product(),
          change.by(),
          change.at().toString());
    }
  }

  /** The bills of an account, the newest first. */
  public record Bills(List<Short> bills) {
    static Bills of(List<Bill> bills) {
      return new Bills(bills.stream().map(Short::of).toList());
    }
  }

  /** A bill without its lines; period is {@code YYYY-MM}. */
  public record Short(
      String period,
      int currency,
      long openingMinor,
      long closingMinor,
      long minimumMinor,
      String due) {
    static Short of(Bill bill) {
      return new Short(
          bill.period().toString(),
          bill.closing().currency(),
          bill.opening().minorUnits(),
          bill.closing().minorUnits(),
          bill.minimum().minorUnits(),
          bill.due().toString());
    }
  }

  /** A bill with its lines. */
  public record Whole(Short bill, List<AccountJson.Line> lines) {
    static Whole of(BillView view) {
      return new Whole(
          Short.of(view.bill()), view.lines().stream().map(AccountJson.Line::of).toList());
    }
  }

  /** A payment received; its reference makes it one. */
  public record Payment(String reference, int currency, long amountMinor) {}

  /** What is owed at a moment; below zero the bank owes. */
  public record Owed(String at, int currency, long owedMinor) {}
}
