package openset.cli.scenario;

import java.util.List;
import openset.cli.client.CallFailed;
import openset.cli.client.ShopClient;
import openset.cli.demo.StepFailed;

/** An order in parcels: each is authorized when it is shipped, by the token of the one before. */
final class SplitShipment implements Scenario.Story {
  private static final String SHOP = "fern";

  @Override
  public void happen(Stage stage) throws CallFailed, StepFailed {
    ShopClient fern = stage.shopCalled(SHOP);
    Bought[] bought = new Bought[1];
    stage.tells("The customer orders two things and signs once, for the total", facts -> {
      bought[0] =
          stage.pays(fern, List.of(Stage.good("te-101", 1), Stage.good("te-102", 1)));
      facts.put("total", bought[0].order().total().text());
      facts.put("authorized", bought[0].standing().authorized().orElseThrow().text());
    });
    for (int line = 1; line <= bought[0].order().lines().size(); line++) {
      int now = line;
      stage.tells("Parcel " + line + " is shipped", facts -> {
        bought[0].ships(List.of(now));
        facts.put("authorized", bought[0].standing().authorized().orElseThrow().text());
        facts.put("captured", bought[0].standing().captured().orElseThrow().text());
      });
    }
    String captured = bought[0].standing().captured().orElseThrow().text();
    if (!captured.equals(bought[0].order().total().text())) {
      throw new StepFailed("merchant", "captured " + captured + ", not the total.");
    }
    stage.settles();
  }
}
