package openset.cli.scenario;

import java.util.List;
import openset.cli.client.CallFailed;
import openset.cli.demo.StepFailed;
import openset.http.merchant.OrderJson;

/** Two captures of one authorization, a part each. */
final class PartialCapture implements Scenario.Story {
  @Override
  public void happen(Stage stage) throws CallFailed, StepFailed {
    Bought bought = stage.buys(List.of(Stage.good("bk-101", 1), Stage.good("bk-102", 1)));
    stage.tells("The merchant ships the first line and asks for its money", facts -> {
      bought.ships(List.of(1));
      bought.tell(stage.shop().whole(bought.order().order()), facts);
      stage.tellHeld(facts);
    });
    stage.settles();
    stage.tells("The second follows when it is there: another capture of the same", facts -> {
      bought.ships(List.of(2));
      OrderJson.Order order = stage.shop().whole(bought.order().order());
      bought.tell(order, facts);
      stage.tellHeld(facts);
      if (!order.authorized().equals(order.captured())) {
        throw new StepFailed("merchant", "not all that was authorized was captured.");
      }
    });
    stage.settles();
  }
}
