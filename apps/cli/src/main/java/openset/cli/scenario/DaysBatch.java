package openset.cli.scenario;

import java.util.List;
import java.util.Map;
import openset.cli.client.CallFailed;
import openset.cli.demo.StepFailed;
import openset.http.merchant.BatchJson;

/** What a day's captures add up to at the merchant and at its gateway, and the end of the day. */
final class DaysBatch implements Scenario.Story {
  private static final String BRAND = "Aurora";

  @Override
  public void happen(Stage stage) throws CallFailed, StepFailed {
    BatchJson.Batch[] batch = new BatchJson.Batch[1];
    stage.tells("The merchant opens a batch", facts -> {
      batch[0] = stage.shop().openBatch(BRAND);
      facts.put("batch", batch[0].batch());
    });
    String name = batch[0].batch();
    captures(stage, "bk-101");
    captures(stage, "bk-102");
    stage.tells("It compares its totals with the gateway's", facts ->
        told(stage.shop().compareBatch(name), "agrees", facts));
    stage.tells("It closes the batch: the gateway closes what both reckon alike", facts ->
        told(stage.shop().closeBatch(name), "closed", facts));
    BatchJson.Batch[] closed = new BatchJson.Batch[1];
    stage.tells("What is closed is compared again, and nothing has changed", facts -> {
      closed[0] = stage.shop().compareBatch(name);
      told(closed[0], "closed", facts);
    });
    captures(stage, "st-303");
    stage.tells("A capture after that falls into another batch", facts -> {
      BatchJson.Batch after = stage.shop().compareBatch(name);
      told(after, "closed", facts);
      if (after.ours().debits() != closed[0].ours().debits()) {
        throw new StepFailed("gateway", "a closed batch took an item.");
      }
    });
    stage.settles();
  }

  private static void captures(Stage stage, String sku) throws CallFailed, StepFailed {
    Bought bought = stage.buys(List.of(Stage.good(sku, 1)));
    stage.tells("It is shipped and captured", facts -> {
      bought.shipsAll();
      facts.put("captured", bought.standing().captured().orElseThrow().text());
    });
  }

  private static void told(BatchJson.Batch batch, String standing, Map<String, Object> facts)
      throws StepFailed {
    facts.put("standing", batch.standing());
    facts.put("our captures", batch.ours().debits() + ", " + batch.ours().debited().text());
    batch.theirs().ifPresent(theirs ->
        facts.put("the gateway's", theirs.debits() + ", " + theirs.debited().text()));
    if (!batch.standing().equals(standing)) {
      throw new StepFailed("merchant", "the batch is " + batch.standing() + ".");
    }
  }
}
