package openset.cli.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import openset.cli.client.CallFailed;
import openset.cli.demo.StepFailed;
import openset.http.merchant.OrderJson;
import openset.http.merchant.ShopJson;

/** An order whose offer is signed ahead and put into a letter; the customer pays without PInit. */
final class Letter implements Scenario.Story {
  private static final Duration GOOD_FOR = Duration.ofDays(30);

  @Override
  public void happen(Stage stage) throws CallFailed, StepFailed {
    ShopJson.Order order = stage.orders(stage.shop(), List.of(Stage.good("bk-101", 1)));
    OrderJson.Publication[] letter = new OrderJson.Publication[1];
    stage.tells("The merchant signs the offer ahead, for a letter", facts -> {
      letter[0] = stage.shop().publish(order.order(), Instant.now().plus(GOOD_FOR));
      facts.put("order", order.orderNumber());
      facts.put("total", order.total().text());
      facts.put("good until", letter[0].until());
      facts.put("signed for", String.join(", ", letter[0].brands()));
    });
    Bought[] bought = new Bought[1];
    stage.tells("The customer's wallet proves the letter by itself, and pays with one message",
        facts -> {
          bought[0] =
              new Bought(
                  stage.shop(),
                  Bought.Ordered.of(order),
                  stage.pays(letter[0].initiation()));
          facts.put("merchant", bought[0].standing().standing());
          facts.put("wallet", bought[0].purchase().standing());
        });
    if (!bought[0].purchase().standing().equals("confirmed")) {
      throw new StepFailed("wallet", "the purchase is " + bought[0].purchase().standing() + ".");
    }
    stage.tells("The merchant ships and asks for the money", facts -> {
      bought[0].shipsAll();
      facts.put("captured", bought[0].standing().captured().orElseThrow().text());
    });
    stage.settles();
  }
}
