package openset.cli.scenario;

import java.util.List;
import openset.cli.client.CallFailed;
import openset.cli.client.ShopClient;
import openset.cli.demo.StepFailed;

/** One purchase from end to end, and one that is authorized and captured in one. */
final class Sale implements Scenario.Story {
  @Override
  public void happen(Stage stage) throws CallFailed, StepFailed {
    Bought bought = stage.buys(List.of(Stage.good("bk-101", 1), Stage.good("eb-201", 1)));
    stage.tells("The merchant ships everything and asks for the money", facts -> {
      bought.shipsAll();
      facts.put("captured", bought.standing().captured().orElseThrow().text());
    });
    ShopClient fern = stage.shopCalled("fern");
    stage.tells("An e-book is sold at another shop: authorized and captured in one", facts -> {
      Bought book = stage.pays(fern, List.of(Stage.good("dg-501", 1)));
      facts.put("captured", book.standing().captured().orElseThrow().text());
      book.shipsAll();
    });
    stage.settles();
  }
}
