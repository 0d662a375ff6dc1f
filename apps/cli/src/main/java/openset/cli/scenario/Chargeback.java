package openset.cli.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import openset.cli.client.BankClient;
import openset.cli.client.CallFailed;
import openset.cli.client.DisputeClient;
import openset.cli.client.MerchantDeskClient;
import openset.cli.demo.StepFailed;
import openset.cli.demo.Waiting;
import openset.http.acquirer.OfficeJson;
import openset.http.clearing.ClearingApi;
import openset.http.issuer.AccountJson;
import openset.http.issuer.DisputeJson;

/** A purchase is disputed, charged back, represented, and ruled on, and the money each time. */
final class Chargeback implements Scenario.Story {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final int EUR = 978;

  @Override
  public void happen(Stage stage) throws CallFailed, StepFailed {
    Bought bought = stage.buys(List.of(Stage.good("bk-101", 1)));
    stage.tells("The merchant ships and asks for the money", facts -> bought.shipsAll());
    stage.settles();
    Parties parties = parties(stage);
    String number = disputes(stage, parties);
    contests(stage, parties, bought, number);
    goesToArbitration(stage, parties, number);
    claims(stage, parties, bought);
    stage.tells("What became of it", facts -> {
      facts.put("dispute at the issuer", parties.issuer.dispute(number).dispute().state());
      facts.put("dispute at the acquirer", chargeback(parties).state());
      facts.put("the merchant is owed", parties.desk.statement(EUR).closing().text());
    });
  }

  /** Who speaks in a dispute. */
  private record Parties(
      DisputeClient issuer, MerchantDeskClient desk, BankClient clearing) {}

  private static Parties parties(Stage stage) throws StepFailed {
    return stage.reaches(
        clients ->
            new Parties(
                clients.disputes("issuer_aurora"),
                clients.merchantDesk("acquirer_aurora", "LANTERN-01"),
                clients.clearing("clearing")));
  }

  private static String disputes(Stage stage, Parties parties) throws CallFailed, StepFailed {
    String[] number = new String[1];
    stage.tells("The cardholder disputes, and the issuer charges back", facts -> {
      AccountJson.Line line = posted(stage);
      DisputeJson.Wish wish =
          new DisputeJson.Wish(
              line.id(), line.amountMinor(), "NOT_RECEIVED", "Nothing came.");
      number[0] = parties.issuer.open(stage.account().accountId(), wish);
      parties.issuer.chargeBack(number[0]);
      OfficeJson.Chargeback chargeback = awaits(parties, "CHARGED_BACK");
      facts.put("dispute", chargeback.number());
      facts.put("charged back", chargeback.amount().text());
      facts.put("the merchant answers until", chargeback.due().orElseThrow());
    });
    settles(stage, parties);
    return number[0];
  }

  private static AccountJson.Line posted(Stage stage) throws CallFailed, StepFailed {
    return stage.issuer().statement(stage.account().accountId()).lines().stream()
        .filter(line -> line.id().startsWith("presentment/"))
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> new StepFailed("issuer", "the purchase is not on the statement."));
  }

  private static void contests(Stage stage, Parties parties, Bought bought, String number)
      throws CallFailed, StepFailed {
    stage.tells("The merchant contests with its evidence, and the money comes back", facts -> {
      String evidence = stage.shop().evidence(bought.order().order());
      OfficeJson.History history = parties.desk.contest(chargeback(parties), evidence);
      facts.put("evidence, SHA-256", history.evidence().getFirst());
      facts.put("state", awaits(parties, "REPRESENTED").state());
    });
    settles(stage, parties);
    stage.tells("The issuer judges the evidence", facts -> {
      DisputeJson.Attached judged =
          parties.issuer.attach(number, stage.shop().evidence(bought.order().order()))
              .evidence()
              .getFirst();
      facts.put("it speaks for", judged.proposal());
      judged.findings().forEach(found -> facts.put(found.en(), found.proved()));
    });
  }

  private static void goesToArbitration(Stage stage, Parties parties, String number)
      throws CallFailed, StepFailed {
    stage.tells("The issuer goes to arbitration", facts -> {
      parties.issuer.arbitrate(number);
      facts.put("the merchant claims until", awaits(parties, "ARBITRATION").due().orElseThrow());
    });
    settles(stage, parties);
  }

  private static void claims(Stage stage, Parties parties, Bought bought)
      throws CallFailed, StepFailed {
    stage.tells("The merchant claims a ruling, and the clearing house rules for it", facts -> {
      OfficeJson.Chargeback chargeback = chargeback(parties);
      parties.desk.contest(chargeback, stage.shop().evidence(bought.order().order()));
      ClearingApi.OpenClaim claim =
          Waiting.until(
              Instant.now().plus(PATIENCE),
              () ->
                  parties.clearing.claims().stream()
                      .filter(each -> each.issuer().equals(chargeback.issuer()))
                      .filter(each -> each.dispute().equals(chargeback.number()))
                      .findFirst(),
              () -> new StepFailed("clearing house", "the claim does not come."));
      parties.clearing.rule(claim, true, "The goods were delivered.");
      facts.put("state", awaits(parties, "WON").state());
    });
    settles(stage, parties);
  }

  private static void settles(Stage stage, Parties parties) throws CallFailed, StepFailed {
    stage.settles();
    stage.tells("The merchant's account", facts ->
        facts.put("owed", parties.desk.statement(EUR).closing().text()));
  }

  private static OfficeJson.Chargeback chargeback(Parties parties) throws CallFailed {
    return parties.desk.chargebacks().getFirst();
  }

  private static OfficeJson.Chargeback awaits(Parties parties, String state)
      throws CallFailed, StepFailed {
    return Waiting.until(
        Instant.now().plus(PATIENCE),
        () ->
            parties.desk.chargebacks().stream()
                .filter(each -> each.state().equals(state))
                .findFirst(),
        () -> new StepFailed("acquirer", "the dispute does not become " + state + "."));
  }
}
