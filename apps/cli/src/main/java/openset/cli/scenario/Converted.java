package openset.cli.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.cli.client.BankClient;
import openset.cli.client.CallFailed;
import openset.cli.demo.Customer;
import openset.cli.demo.StepFailed;
import openset.cli.ledger.MoneyText;
import openset.http.clearing.ClearingApi;
import openset.http.issuer.AccountJson;
import openset.http.issuer.BillingJson;
import openset.http.merchant.OrderJson;
import openset.ledger.Money;

/** A purchase in one currency by a card whose account is in another, by the house's rate. */
final class Converted implements Scenario.Story {
  private static final int USD = 840;
  private static final BillingJson.Product DOLLARS =
      new BillingJson.Product(
          "dollars",
          "Dollars",
          USD,
          10_000,
          1_000_000,
          2_500,
          2,
          21,
          1_500,
          List.of(),
          List.of(),
          Optional.empty());

  @Override
  public void happen(Stage euros) throws CallFailed, StepFailed {
    euros.tells("The issuer has a card product in dollars", facts ->
        facts.put("product", euros.issuer().put(DOLLARS).title()));
    Stage stage = euros.with(new Customer("scenario-dollars", USD, 1_000_000));
    Bought bought = stage.buys(List.of(Stage.good("bk-101", 1), Stage.good("bk-102", 1)));
    stage.tells("The merchant ships the first book; the issuer holds dollars", facts -> {
      bought.ships(List.of(1));
      bought.tell(stage.shop().whole(bought.order().order()), facts);
      stage.tellHeld(facts);
    });
    stage.settles();
    stage.tells("It ships the second, and takes the first one back", facts -> {
      bought.ships(List.of(2));
      OrderJson.NewRefund first =
          new OrderJson.NewRefund(Optional.empty(), Optional.of(List.of(1)));
      bought.tell(stage.shop().refund(bought.order().order(), first), facts);
    });
    stage.settles();
    stage.tells("What the customer's statement says", facts -> {
      String account = stage.account().accountId();
      for (AccountJson.Line line : stage.issuer().statement(account).lines()) {
        facts.put(line.text(), MoneyText.of(new Money(USD, line.amountMinor())));
      }
    });
    stage.tells("Where all stand in the last cycle", facts -> positions(stage, facts));
  }

  /** The house stands between a bank of dollars and one of euros. */
  private static void positions(Stage stage, Map<String, Object> facts)
      throws CallFailed, StepFailed {
    BankClient clearing = stage.reaches(clients -> clients.clearing("clearing"));
    String cycle = clearing.cycles().cycles().getFirst().name();
    for (ClearingApi.Standing each : clearing.positions(cycle).positions()) {
      Money net = new Money(each.currency(), each.net());
      facts.put(each.bank() + " in " + net.currencyCode(), MoneyText.of(net));
    }
  }
}
