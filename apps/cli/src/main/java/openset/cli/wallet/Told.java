package openset.cli.wallet;

import java.util.Optional;
import openset.http.cardholder.WalletJson;
import openset.pages.Words;

/** Purchases, told on the terminal. */
final class Told {
  private Told() {}

  /** What a proved merchant offers, before it is paid. */
  static void offered(Terminal terminal, WalletJson.Offered offer) {
    String web = offer.origin().map(origin -> " (" + origin + ")").orElse("");
    terminal.say(
        new Words(
            offer.merchant() + web + ", proved by its certificate, offers:",
            offer.merchant() + web + "，身份已由证书证明，报价如下："));
    for (WalletJson.Line line : offer.lines()) {
      terminal.say("  " + line.quantity() + " x " + line.description() + "  "
          + line.lineTotal().text());
    }
    terminal.say(
        new Words(
            "  tax " + offer.tax().text() + ", delivery " + offer.delivery().text(),
            "  税 " + offer.tax().text() + "，运费 " + offer.delivery().text()));
    terminal.say(
        new Words(
            "  total " + offer.total().text() + ", with " + offer.brand(),
            "  合计 " + offer.total().text() + "，用 " + offer.brand() + " 付款"));
    offer.plan().ifPresent(plan -> terminal.say(plan(plan, offer.total().text())));
    terminal.say(
        new Words(
            "The shop will not see your card number; the bank will not see this list.",
            "商店看不到您的卡号，银行看不到这张清单。"));
  }

  /** What is signed beyond this one payment, in plain words. */
  private static Words plan(WalletJson.Plan plan, String total) {
    if (plan.instalments().isPresent()) {
      int count = plan.instalments().get();
      String english = plan.everyDays().map(d -> ", at most one in " + d + " days").orElse("");
      String chinese = plan.everyDays().map(d -> "，每 " + d + " 天最多一次").orElse("");
      return new Words(
          "  You allow the shop to charge " + total + " in up to " + count + " parts" + english
              + ".",
          "  您允许商店分最多 " + count + " 次收取 " + total + chinese + "。");
    }
    String day = plan.until().orElseThrow().substring(0, 10);
    int days = plan.everyDays().orElseThrow();
    return new Words(
        "  You allow the shop to charge " + total + " again and again, at most once in "
            + days + " days, until " + day + ".",
        "  您允许商店在 " + day + " 之前重复收取 " + total + "，每 " + days + " 天最多一次。");
  }

  /** What became of it. */
  static void outcome(Terminal terminal, WalletJson.Purchase purchase) {
    Optional<WalletJson.Outcome> outcome = purchase.outcome();
    switch (purchase.standing()) {
      case "confirmed" ->
          terminal.say(
              new Words(
                  "Paid. The gateway's signed receipt is in the wallet: "
                      + amount(outcome) + ", " + purchase.purchase(),
                  "已付款。网关签名的收据已存入钱包：" + amount(outcome) + "，"
                      + purchase.purchase()));
      case "declined" ->
          terminal.say(
              new Words(
                  "The bank declined" + code(outcome) + ". Nothing was paid.",
                  "银行拒绝了付款" + code(outcome) + "。没有付款。"));
      case "ordered", "notConfirmed" ->
          terminal.say(
              new Words(
                  "Not confirmed yet. Ask later: openset wallet inquire " + purchase.purchase(),
                  "尚未确认。稍后可询问：openset wallet inquire " + purchase.purchase()));
      case "stopped" ->
          terminal.say(
              WalletWords.stopped(outcome.flatMap(WalletJson.Outcome::rule).orElse("?")));
      default -> terminal.say(WalletWords.NOT_PAID);
    }
  }

  private static String amount(Optional<WalletJson.Outcome> outcome) {
    return outcome
        .flatMap(WalletJson.Outcome::authorized)
        .map(WalletJson.Amount::text)
        .orElse("");
  }

  private static String code(Optional<WalletJson.Outcome> outcome) {
    return outcome
        .flatMap(WalletJson.Outcome::authCode)
        .map(code -> " (" + code + ")")
        .orElse("");
  }
}
