package openset.cli.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.cli.client.CallFailed;
import openset.cli.client.ShopClient;
import openset.cli.demo.StepFailed;
import openset.cli.demo.Waiting;
import openset.http.issuer.SimulatorJson;
import openset.http.merchant.OrderJson;

/**
 * An authorization ends before the goods are ready. The shop asks for another by the token of the
 * first, without the customer, and lets nothing go before it has it.
 */
final class Expiry implements Scenario.Story {
  private static final String SHOP = "fern";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long LIFE_MILLIS = 2_000;

  @Override
  public void happen(Stage stage) throws CallFailed, StepFailed {
    ShopClient fern = stage.shopCalled(SHOP);
    long before = stage.held();
    Bought[] bought = new Bought[1];
    stage.tells("The customer pays; the issuer says until when it holds the money", facts -> {
      stage.issuer().goesWrong(soon(stage));
      bought[0] = stage.pays(fern, List.of(Stage.good("te-101", 1)));
      OrderJson.Order order = fern.whole(bought[0].order().order());
      facts.put("total", order.total().text());
      facts.put("held until", order.authorizedUntil().orElseThrow());
    });
    Instant end =
        Instant.parse(fern.whole(bought[0].order().order()).authorizedUntil().orElseThrow());
    stage.tells("The goods are not ready in time: the hold ends by itself", facts -> {
      waits(end);
      stage.awaitsHeld(before, facts);
      facts.put("authorized", authorized(fern, bought[0]));
    });
    stage.tells(
        "They are shipped after that: another authorization is asked for first, by the token, and"
            + " captured",
        facts -> {
          bought[0].shipsAll();
          paid(fern, bought[0], facts);
          stage.tellHeld(facts);
        });
    stage.settles();
  }

  /** Holds usually last for days; this one is short, so that nobody need wait. */
  private static SimulatorJson.Fault soon(Stage stage) {
    return new SimulatorJson.Fault(
        Optional.of(stage.account().accountId()),
        Optional.empty(),
        "EXPIRE",
        Optional.empty(),
        Optional.of(LIFE_MILLIS),
        Optional.empty());
  }

  private static void waits(Instant end) throws CallFailed, StepFailed {
    Waiting.until(
        Instant.now().plus(PATIENCE),
        () -> Optional.of(Instant.now()).filter(now -> !now.isBefore(end)),
        () -> new StepFailed("issuer", "it holds the money until " + end + "."));
  }

  private static String authorized(ShopClient shop, Bought bought) throws CallFailed {
    return shop.whole(bought.order().order())
        .authorized()
        .map(amount -> amount.text())
        .orElse("nothing");
  }

  private static void paid(ShopClient shop, Bought bought, Map<String, Object> facts)
      throws CallFailed, StepFailed {
    OrderJson.Order order = shop.whole(bought.order().order());
    bought.tell(order, facts);
    if (!order.captured().equals(Optional.of(order.total()))) {
      throw new StepFailed("merchant", "what was shipped is not captured.");
    }
  }
}
