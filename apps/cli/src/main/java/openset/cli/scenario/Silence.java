package openset.cli.scenario;

import java.util.List;
import java.util.Optional;
import openset.cli.client.CallFailed;
import openset.cli.demo.StepFailed;
import openset.http.issuer.SimulatorJson;
import openset.http.merchant.ShopJson;

/**
 * The issuer decides and its answer is lost. Above the limits of stand-in the purchase is declined
 * and what is held given back; within them the gateway approves in the issuer's place.
 */
final class Silence implements Scenario.Story {
  private static final SimulatorJson.Fault LOST =
      new SimulatorJson.Fault(
          Optional.empty(),
          Optional.empty(),
          "DROP",
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private final boolean within;

  private Silence(boolean within) {
    this.within = within;
  }

  /** For more than the gateway may approve by itself. */
  static Silence aboveTheLimit() {
    return new Silence(false);
  }

  /** For so little that it may. */
  static Silence withinTheLimit() {
    return new Silence(true);
  }

  @Override
  public void happen(Stage stage) throws CallFailed, StepFailed {
    ShopJson.Put goods = Stage.good("bk-101", within ? 1 : 9);
    long before = stage.held();
    Bought[] bought = new Bought[1];
    stage.tells("The issuer's answer to the next purchase is lost", facts -> {
      stage.issuer().goesWrong(LOST);
      bought[0] = stage.pays(List.of(goods));
      facts.put("total", bought[0].order().total().text());
      facts.put("merchant", bought[0].standing().standing());
      facts.put("wallet", bought[0].purchase().standing());
    });
    mustBe(bought[0], within ? "confirmed" : "declined");
    if (within) {
      stage.tells("It is paid, and shipped as any other", facts -> {
        bought[0].shipsAll();
        bought[0].tell(stage.shop().whole(bought[0].order().order()), facts);
      });
      stage.settles();
    } else {
      stage.tells("What the issuer held is given back by the reversal", facts ->
          stage.awaitsHeld(before, facts));
      sells(stage);
    }
  }

  /** The purchase that is tried again goes through. */
  private static void sells(Stage stage) throws CallFailed, StepFailed {
    Bought again = stage.buys(List.of(Stage.good("bk-101", 1)));
    stage.tells("Tried again with less, it is shipped and captured", facts -> {
      again.shipsAll();
      again.tell(stage.shop().whole(again.order().order()), facts);
    });
    stage.settles();
  }

  private static void mustBe(Bought bought, String wanted) throws StepFailed {
    String standing = bought.purchase().standing();
    if (!standing.equals(wanted)) {
      throw new StepFailed("wallet", "the purchase is " + standing + ".");
    }
  }
}
