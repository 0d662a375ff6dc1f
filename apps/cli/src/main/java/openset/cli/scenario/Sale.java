package openset.cli.scenario;

import java.util.List;
import openset.cli.client.CallFailed;
import openset.cli.demo.StepFailed;

/** One purchase from end to end. */
final class Sale implements Scenario.Story {
  @Override
  public void happen(Stage stage) throws CallFailed, StepFailed {
    Bought bought = stage.buys(List.of(Stage.good("bk-101", 1), Stage.good("eb-201", 1)));
    stage.tells("The merchant ships everything and asks for the money", facts -> {
      bought.shipsAll();
      facts.put("captured", bought.standing().captured().orElseThrow().text());
    });
    stage.settles();
  }
}
