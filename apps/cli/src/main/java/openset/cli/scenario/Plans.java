package openset.cli.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import openset.cli.client.CallFailed;
import openset.cli.client.ShopClient;
import openset.cli.demo.StepFailed;
import openset.cli.demo.Waiting;
import openset.http.merchant.OrderJson;
import openset.http.merchant.PlanJson;

/**
 * An order that is paid by a plan: signed once, then a payment each day, asked for by the shop
 * itself. The gateway refuses one that comes too soon, and one too many. Days pass as the clocks of
 * shops and gateways are turned ahead; banks keep their own.
 */
final class Plans implements Scenario.Story {
  private static final String PARTS = "lantern";
  private static final String ISSUES = "fern";
  private static final int PAYMENTS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String TOO_SOON = "AuthToken-P-08";
  private static final String TOO_MANY = "AuthToken-P-07";

  private final boolean recurring;

  private Plans(boolean recurring) {
    this.recurring = recurring;
  }

  /** The price in parts. */
  static Plans instalments() {
    return new Plans(false);
  }

  /** The price again and again. */
  static Plans recurring() {
    return new Plans(true);
  }

  @Override
  public void happen(Stage stage) throws CallFailed, StepFailed {
    String name = recurring ? ISSUES : PARTS;
    try {
      happen(stage, name);
    } finally {
      stage.town().turnShops(Duration.ZERO);
    }
    stage.settles();
  }

  private void happen(Stage stage, String name) throws CallFailed, StepFailed {
    ShopClient shop = stage.shopCalled(name);
    Bought[] bought = new Bought[1];
    stage.tells("The customer orders, and signs the plan once", facts -> {
      bought[0] = stage.paysOrder(shop, shop.create(order()));
      tell(bought[0], facts);
    });
    if (!bought[0].purchase().standing().equals("confirmed")) {
      throw new StepFailed("wallet", "the purchase is " + bought[0].purchase().standing() + ".");
    }
    stage.tells(
        recurring ? "The first issue is handed out" : "The goods are shipped whole", facts -> {
          bought[0].shipsAll();
          tell(bought[0], facts);
        });
    refused(stage, bought[0], "The shop asks again the same day", TOO_SOON);
    for (int day = 1; day < PAYMENTS; day++) {
      int number = day + 1;
      stage.town().turnShops(Duration.ofDays(day));
      stage.tells("A day later the shop asks for payment " + number + " by itself", facts -> {
        stage.town().merchant(name).askDuePayments();
        paid(bought[0], number);
        tell(bought[0], facts);
      });
    }
    stage.town().turnShops(Duration.ofDays(PAYMENTS));
    refused(stage, bought[0], "Another day later it asks for one too many", TOO_MANY);
  }

  private OrderJson.NewOrder order() {
    Instant end =
        Instant.now().plus(Duration.ofDays(PAYMENTS - 1).plusHours(1))
            .truncatedTo(ChronoUnit.SECONDS);
    PlanJson.NewPlan plan =
        recurring
            ? new PlanJson.NewPlan(1, Optional.empty(), Optional.of(end.toString()))
            : new PlanJson.NewPlan(1, Optional.of(PAYMENTS), Optional.empty());
    OrderJson.NewLine line =
        recurring
            ? new OrderJson.NewLine("day-1", "The Daily Kettle, an issue", 1, 1_200, true)
            : new OrderJson.NewLine("chair-1", "Reading chair, walnut", 1, 29_900, false);
    return new OrderJson.NewOrder(
        "PLAN-" + UUID.randomUUID().toString().substring(0, 8),
        "en",
        List.of(line),
        0,
        0,
        "Sample Cardholder",
        recurring ? List.of() : List.of("1 Example Street", "10000 Example"),
        recurring ? Optional.empty() : Optional.of(756),
        "https://shop.example/paid",
        "https://shop.example/cart",
        Optional.of(plan));
  }

  private static void refused(Stage stage, Bought bought, String what, String rule)
      throws CallFailed, StepFailed {
    stage.tells(what + "; the gateway refuses it", facts -> {
      long before = given(bought);
      try {
        bought.shop().askPayment(bought.order().order());
      } catch (CallFailed refused) {
        facts.put("the shop is told", refused.getMessage());
        if (!refused.getMessage().contains(rule)) throw refused;
        tell(bought, facts);
        return;
      }
      // The gateway had not answered by then: what it said stands in the plan.
      facts.put("the shop is told later", answered(bought).refused().orElse("nothing"));
      tell(bought, facts);
      if (given(bought) != before) {
        throw new StepFailed("gateway", "a payment was given that nobody signed.");
      }
    });
  }

  private static PlanJson.Plan plan(Bought bought) throws CallFailed {
    return bought.shop().whole(bought.order().order()).plan().orElseThrow();
  }

  private static PlanJson.Plan answered(Bought bought) throws CallFailed, StepFailed {
    return Waiting.until(
        Instant.now().plus(PATIENCE),
        () -> Optional.of(plan(bought)).filter(plan -> !plan.standing().equals("asking")),
        () -> new StepFailed("gateway", "a payment is asked for and not answered."));
  }

  private static long given(Bought bought) throws CallFailed, StepFailed {
    return answered(bought).payments().stream()
        .filter(payment -> !payment.standing().equals("due"))
        .count();
  }

  private static void paid(Bought bought, int payments) throws CallFailed, StepFailed {
    Waiting.until(
        Instant.now().plus(PATIENCE),
        () -> Optional.of(captured(bought)).filter(captured -> captured == payments),
        () -> new StepFailed("merchant", "not " + payments + " payments are captured."));
  }

  private static long captured(Bought bought) throws CallFailed {
    return plan(bought).payments().stream()
        .filter(payment -> payment.standing().equals("captured"))
        .count();
  }

  private static void tell(Bought bought, Map<String, Object> facts) throws CallFailed {
    OrderJson.Order whole = bought.shop().whole(bought.order().order());
    facts.put("total", whole.total().text());
    for (PlanJson.Payment payment : whole.plan().orElseThrow().payments()) {
      facts.put(
          "payment " + payment.number(),
          payment.amount().text() + " " + payment.standing() + ", "
              + payment.at().substring(0, 10));
    }
    facts.put("plan", whole.plan().orElseThrow().standing());
  }
}
