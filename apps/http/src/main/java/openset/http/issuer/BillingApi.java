package openset.http.issuer;

import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.Mount;
import openset.http.keys.ApiKeys;
import openset.issuer.Issuer;
import openset.issuer.office.BillingDesk;
import openset.issuer.office.ProductDesk;
import openset.issuer.product.Product;
import openset.issuer.store.Bills.Received;
import openset.ledger.Money;

/** Products and limits, bills and payments, for the bank's people. */
final class BillingApi {
  private static final int REFERENCE_MOST = 64;

  private final ProductDesk products;
  private final BillingDesk billing;

  private BillingApi(Issuer issuer) {
    this.products = issuer.products();
    this.billing = issuer.billing();
  }

  /** The routes, for {@code staff} alone; each may be called again without harm. */
  static List<Mount> routes(Issuer issuer, ApiKeys staff) {
    BillingApi api = new BillingApi(issuer);
    return List.of(
        JsonRoute.get("/api/products", api::products).only(staff),
        JsonRoute.post("/api/products", BillingJson.Product.class, api::put).only(staff),
        JsonRoute.post("/api/accounts/{id}/limit", BillingJson.Limit.class, api::change)
            .only(staff),
        JsonRoute.get("/api/accounts/{id}/limits", api::changes).only(staff),
        JsonRoute.get("/api/accounts/{id}/bills", api::bills).only(staff),
        JsonRoute.get("/api/accounts/{id}/bills/{period}", api::bill).only(staff),
        JsonRoute.post("/api/accounts/{id}/payments", BillingJson.Payment.class, api::pay)
            .only(staff),
        JsonRoute.get("/api/accounts/{id}/owed", api::owed).only(staff));
  }

  private BillingJson.Products products(Call<Call.None> call) {
    return new BillingJson.Products(
        products.products().stream().map(BillingJson.Product::of).toList());
  }

  private BillingJson.Product put(Call<BillingJson.Product> call) throws HttpRefused {
    try {
      Product product = call.body().toProduct();
      if (!products.put(product, Staff.name(call))) {
        throw new HttpRefused(409, "product.currency", "A product keeps its currency.");
      }
      return BillingJson.Product.of(product);
    } catch (IllegalArgumentException e) {
      throw new HttpRefused(422, "product", "No such product: " + e.getMessage());
    }
  }

  private BillingJson.Limits change(Call<BillingJson.Limit> call) throws HttpRefused {
    BillingJson.Limit body = call.body();
    if (!Money.isCurrency(body.currency())) {
      throw new HttpRefused(422, "limit.currency", "No such currency.");
    }
    Money limit = new Money(body.currency(), body.limitMinor());
    return switch (products.change(
        Staff.account(call), body.product(), limit, Staff.name(call))) {
      case DONE -> changes(call);
      case UNKNOWN -> throw HttpRefused.notFound();
      case OUT_OF_BOUNDS ->
          throw new HttpRefused(422, "limit.bounds", "The product has no such limit.");
    };
  }

  private BillingJson.Limits changes(Call<?> call) throws HttpRefused {
    return BillingJson.Limits.of(products.changes(Staff.account(call)));
  }

  private BillingJson.Bills bills(Call<Call.None> call) throws HttpRefused {
    return BillingJson.Bills.of(billing.bills(Staff.account(call)));
  }

  private BillingJson.Whole bill(Call<Call.None> call) throws HttpRefused {
    try {
      YearMonth period = YearMonth.parse(call.part("period"));
      return BillingJson.Whole.of(
          billing.bill(Staff.account(call), period).orElseThrow(HttpRefused::notFound));
    } catch (DateTimeParseException e) {
      throw HttpRefused.notFound();
    }
  }

  private BillingJson.Payment pay(Call<BillingJson.Payment> call) throws HttpRefused {
    BillingJson.Payment body = call.body();
    boolean named = !body.reference().isBlank() && body.reference().length() <= REFERENCE_MOST;
    if (!named || !Money.isCurrency(body.currency())) {
      throw new HttpRefused(422, "payment", "A payment has a reference and a currency.");
    }
    Received payment =
        new Received(
            body.reference(),
            Staff.account(call),
            new Money(body.currency(), body.amountMinor()),
            Staff.name(call));
    return switch (billing.pay(payment)) {
      case BOOKED -> body;
      case UNKNOWN -> throw HttpRefused.notFound();
      case INVALID ->
          throw new HttpRefused(422, "payment.amount", "Not an amount of this account.");
      case TWICE ->
          throw new HttpRefused(409, "payment.reference", "The reference is another payment's.");
    };
  }

  private BillingJson.Owed owed(Call<Call.None> call) throws HttpRefused {
    try {
      Instant at = Instant.parse(call.parameter("at").orElse(""));
      Money owed =
          billing.owed(Staff.account(call), at).orElseThrow(HttpRefused::notFound);
      return new BillingJson.Owed(at.toString(), owed.currency(), owed.minorUnits());
    } catch (DateTimeParseException e) {
      throw new HttpRefused(422, "owed.at", "at is a time in UTC, as 2026-11-01T00:00:00Z.");
    }
  }
}
