package openset.cli.scenario;

import java.util.List;
import java.util.Optional;
import openset.cli.client.CallFailed;
import openset.cli.demo.StepFailed;
import openset.http.merchant.OrderJson;

/** What was bought is given back, first a line of it, then the rest. */
final class Refunds implements Scenario.Story {
  private static final OrderJson.NewRefund ALL =
      new OrderJson.NewRefund(Optional.empty(), Optional.empty());

  @Override
  public void happen(Stage stage) throws CallFailed, StepFailed {
    Bought bought = stage.buys(List.of(Stage.good("bk-101", 1), Stage.good("bk-102", 1)));
    String order = bought.order().order();
    stage.tells("The merchant ships and asks for the money", facts -> {
      bought.shipsAll();
      bought.tell(stage.shop().whole(order), facts);
    });
    stage.settles();
    stage.tells("The customer sends one book back, and gets its money", facts -> {
      OrderJson.NewRefund one =
          new OrderJson.NewRefund(Optional.empty(), Optional.of(List.of(2)));
      bought.tell(stage.shop().refund(order, one), facts);
    });
    stage.settles();
    stage.tells("The other comes back too: all that is left is refunded", facts -> {
      OrderJson.Order left = stage.shop().refund(order, ALL);
      bought.tell(left, facts);
      if (!left.refunded().equals(left.captured())) {
        throw new StepFailed("merchant", "what was captured is not all refunded.");
      }
    });
    stage.settles();
    stage.tells("More than was captured is not given back", facts -> {
      try {
        stage.shop()
            .refund(order, new OrderJson.NewRefund(Optional.of(1L), Optional.empty()));
        throw new StepFailed("merchant", "more was refunded than captured.");
      } catch (CallFailed refused) {
        facts.put("refused", refused.getMessage());
      }
    });
  }
}
