package openset.cli.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import openset.cli.client.CallFailed;
import openset.cli.demo.StepFailed;
import openset.cli.ledger.MoneyText;
import openset.http.cardholder.WalletJson;
import openset.http.issuer.AccountJson;
import openset.http.merchant.ShopJson;
import openset.ledger.Money;

/**
 * Purchases that no cardholder signed. Each of those who bear them says no while all others say
 * yes, and it is not paid; then all say yes.
 */
final class Unsigned implements Scenario.Story {
  /** Its gateways' certificates require the cardholder's. */
  private static final String STRICT = "Aurora";

  /** Its gateways' certificates do not. */
  private static final String OPEN = "Borealis";

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Override
  public void happen(Stage stage) throws CallFailed, StepFailed {
    BareCard card = BareCard.of(stage, OPEN);
    try (Consents consents = new Consents(stage, card.issuer())) {
      consents.shop(true);
      consents.product(true);
      acquirerSaysNo(stage, card);
      consents.acquirers(true);
      consents.product(false);
      bankSaysNo(stage, card);
      consents.product(true);
      brandSaysNo(stage);
      allSayYes(stage, card);
      consents.shop(false);
      shopSaysNo(stage, card);
    }
  }

  private static void acquirerSaysNo(Stage stage, BareCard card)
      throws CallFailed, StepFailed {
    stage.tells("The acquirer's gateway does not name the shop", facts -> {
      Bought bought = card.pays();
      tell(card, bought, facts);
      must(facts, "gateway", "signatureRequired");
      must(facts, "wallet", "notConfirmed");
    });
  }

  private static void bankSaysNo(Stage stage, BareCard card) throws CallFailed, StepFailed {
    stage.tells("The gateway names it; the card's product says no", facts -> {
      Bought bought = card.pays();
      tell(card, bought, facts);
      AccountJson.Authorization decided = card.issuer().authorizations(bought.xid()).getFirst();
      facts.put("bank", decided.response() + ", " + decided.reason());
      must(facts, "bank", "57, cardholder not authenticated");
      must(facts, "wallet", "declined");
    });
  }

  private static void brandSaysNo(Stage stage) throws CallFailed, StepFailed {
    BareCard card = BareCard.of(stage, STRICT);
    stage.tells("A brand whose gateways' certificates require the cardholder's", facts -> {
      WalletJson.Purchase purchase = card.wakes();
      facts.put("wallet", purchase.standing());
      facts.put("why", card.why(purchase));
      must(facts, "why", "signatureRequired, CERT-19");
    });
  }

  private static void shopSaysNo(Stage stage, BareCard card) throws CallFailed, StepFailed {
    stage.tells("All say yes but the shop", facts -> {
      Bought bought = card.pays();
      tell(card, bought, facts);
      must(facts, "why", "signatureRequired, said the shop");
    });
  }

  private static void allSayYes(Stage stage, BareCard card) throws CallFailed, StepFailed {
    Bought[] bought = new Bought[1];
    stage.tells("All say yes: it is paid, and nobody signed", facts -> {
      bought[0] = card.pays();
      tell(card, bought[0], facts);
      must(facts, "wallet", "confirmed");
      boolean signed =
          stage.shop().whole(bought[0].order().order()).cardholderSigned().orElseThrow();
      facts.put("cardholder signed", signed ? "yes" : "no");
      must(facts, "cardholder signed", "no");
    });
    stage.tells("The shop ships; the cycle is closed, and the banks book it", facts -> {
      bought[0].shipsAll();
      facts.put("captured", bought[0].standing().captured().orElseThrow().text());
      facts.put("cycle", stage.books().settle(Instant.now().plus(PATIENCE)));
      for (AccountJson.Line line : card.statement()) {
        Money booked = new Money(card.account().currency(), line.amountMinor());
        facts.put(line.text(), MoneyText.of(booked));
      }
    });
  }

  private static void tell(BareCard card, Bought bought, Map<String, Object> facts)
      throws CallFailed {
    ShopJson.Standing standing = bought.standing();
    facts.put("merchant", standing.standing());
    standing.authCode().ifPresent(code -> facts.put("gateway", code));
    facts.put("wallet", bought.purchase().standing());
    String why = card.why(bought.purchase());
    if (!why.isEmpty()) facts.put("why", why);
  }

  private static void must(Map<String, Object> facts, String fact, String wanted)
      throws StepFailed {
    if (!wanted.equals(facts.get(fact))) {
      throw new StepFailed(fact, "it says " + facts.get(fact) + ", not " + wanted + ".");
    }
  }
}
