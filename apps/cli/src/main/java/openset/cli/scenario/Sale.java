package openset.cli.scenario;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import openset.cli.client.BankClient;
import openset.cli.client.CallFailed;
import openset.cli.client.ShopClient;
import openset.cli.demo.StepFailed;
import openset.http.acquirer.OfficeJson;
import openset.iso20022.AccountStatement;
import openset.iso20022.CustomerTransfers;
import openset.iso20022.MessageHead;
import openset.ledger.Money;

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
    BankClient acquirer = stage.reaches(clients -> clients.acquirer("acquirer_aurora"));
    stage.tells("The acquirer pays its merchants, and its bank's statement says so", facts -> {
      for (OfficeJson.Paid payout : acquirer.fund()) pays(acquirer, payout, facts);
    });
  }

  /** The acquirer's bank is not of this town: what it would send is written here. */
  private static void pays(
      BankClient acquirer, OfficeJson.Paid payout, Map<String, Object> facts)
      throws CallFailed, StepFailed {
    byte[] transfer = acquirer.transfer(payout.number()).getBytes(StandardCharsets.UTF_8);
    List<AccountStatement.Line> booked = CustomerTransfers.booked(transfer);
    String reference = booked.getFirst().reference();
    facts.put("payout to " + payout.merchant(), payout.amount().text());
    facts.put("pacs.008", reference + ", " + transfer.length + " octets");
    MessageHead head =
        new MessageHead("S-" + reference, Instant.now(), payout.day(), "OpenSET");
    Money opening = Money.zero(booked.getFirst().amount().currency());
    byte[] statement =
        new AccountStatement(head, "acquirer", payout.number(), opening, booked).toXml();
    OfficeJson.Reconciled found =
        acquirer.reconcile(new String(statement, StandardCharsets.UTF_8));
    facts.put("camt.053", found.paid().size() + " paid, " + found.differing().size() + " differ");
    if (!found.paid().equals(List.of(payout.number()))) {
      throw new StepFailed("acquirer", "payout " + payout.number() + " is not reconciled.");
    }
  }
}
