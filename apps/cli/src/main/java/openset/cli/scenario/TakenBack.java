package openset.cli.scenario;

import java.util.List;
import java.util.Optional;
import openset.cli.client.CallFailed;
import openset.cli.demo.StepFailed;
import openset.http.merchant.OrderJson;

/** An authorization, a capture and a refund, each taken back. */
final class TakenBack implements Scenario.Story {
  @Override
  public void happen(Stage stage) throws CallFailed, StepFailed {
    voidsAnAuthorization(stage);
    Bought bought = stage.buys(List.of(Stage.good("bk-102", 1)));
    String order = bought.order().order();
    stage.tells("The merchant ships and asks for the money", facts -> {
      bought.shipsAll();
      bought.tell(stage.shop().whole(order), facts);
    });
    stage.settles();
    stage.tells("It refunds by mistake", facts -> {
      OrderJson.NewRefund some =
          new OrderJson.NewRefund(Optional.of(500L), Optional.empty());
      bought.tell(stage.shop().refund(order, some), facts);
    });
    stage.tells("It takes the refund back", facts -> {
      String refund = stage.shop().whole(order).refunds().getFirst().refund();
      bought.tell(stage.shop().takeBackRefund(order, refund), facts);
    });
    takesACaptureBack(stage);
    stage.settles();
  }

  private static void voidsAnAuthorization(Stage stage) throws CallFailed, StepFailed {
    Bought bought = stage.buys(List.of(Stage.good("bk-101", 1)));
    stage.tells("The customer does not want it any more: nothing stays held", facts -> {
      bought.tell(stage.shop().giveBack(bought.order().order()), facts);
      stage.tellHeld(facts);
    });
  }

  private static void takesACaptureBack(Stage stage) throws CallFailed, StepFailed {
    Bought bought = stage.buys(List.of(Stage.good("st-303", 1)));
    String order = bought.order().order();
    stage.tells("The merchant captures a third order", facts -> {
      bought.shipsAll();
      bought.tell(stage.shop().whole(order), facts);
    });
    stage.tells("It takes the capture back", facts -> {
      String capture = stage.shop().whole(order).captures().getFirst().capture();
      OrderJson.Order after = stage.shop().takeBackCapture(order, capture);
      facts.put("taken back at", after.captures().getFirst().reversedAt().orElseThrow());
    });
  }
}
