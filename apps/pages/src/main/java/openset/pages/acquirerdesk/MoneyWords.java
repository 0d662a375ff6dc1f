package openset.pages.acquirerdesk;

import java.util.List;
import openset.acquirer.fee.FeeKind;
import openset.acquirer.store.Payout;
import openset.ledger.StatementLine;
import openset.pages.Words;
import openset.pages.desk.Cell;
import openset.pages.desk.Filter.Option;

/** The words of fees, reserves and payouts. */
public final class MoneyWords {
  public static final Words FEES_LEAD =
      new Words(
          "What came of sales that are in a cycle: the merchant discount, what of it goes on to "
              + "issuers and brands, and what is kept.",
          "已进入清算周期的销售所产生的费用：商户手续费、转付发卡行与卡组织的部分，以及本行留存。");
  public static final Words BY_MONTH = new Words("Fees a month", "每月费用");
  public static final Words SOLD_BY_MONTH = new Words("Net sales a month", "每月净销售额");
  public static final Words BY_MERCHANT = new Words("By merchant", "按商户");
  public static final Words SOLD = new Words("Net sales", "净销售额");
  public static final Words DISCOUNT = new Words("Merchant discount", "商户手续费");
  public static final Words INTERCHANGE = new Words("Interchange", "交换费");
  public static final Words SCHEME = new Words("Scheme fee", "卡组织费");
  public static final Words PASSED_ON = new Words("Charged beside it", "另行收取");
  public static final Words KEPT = new Words("Kept", "留存");
  public static final Words FEE_TABLE = new Words("Fee table", "费率表");
  public static final Words SCOPE = new Words("For", "适用范围");
  public static final Words RATE = new Words("Rate", "费率");
  public static final Words COUNTS_FROM = new Words("Counts from", "生效时间");
  public static final Words EVERYTHING = new Words("everything", "全部");

  public static final Words FUNDING_LEAD =
      new Words(
          "What merchants are owed, what is held back against chargebacks, and what was paid. "
              + "Each is paid once a day, at the beginning of the day in UTC.",
          "应付商户的款项、为拒付预留的准备金，以及已付款项。每日一次，于 UTC 零点付款。");
  public static final Words STANDINGS = new Words("Where merchants stand", "商户账目");
  public static final Words OWED = new Words("Owed", "应付");
  public static final Words HELD = new Words("In reserve", "准备金");
  public static final Words RELEASE = new Words("First given back", "最早释放日");
  public static final Words ON_THE_WAY = new Words("On its way", "在途");
  public static final Words NEXT = new Words("Next payout", "下次付款");
  public static final Words NO_ACCOUNT = new Words("no account known", "未登记账户");
  public static final Words NOTHING_OWED = new Words("nothing owed", "无应付款");
  public static final Words OWES = new Words("the merchant owes", "商户欠款");
  public static final Words PAYOUTS = new Words("Payouts", "付款");
  public static final Words PAID_A_DAY = new Words("Paid out a day", "每日付款");
  public static final Words DAY = new Words("Day", "日期");
  public static final Words NUMBER = new Words("No.", "编号");
  public static final Words ACCOUNT = new Words("To account", "收款账户");
  public static final Words BANKS_REFERENCE = new Words("Bank's reference", "银行参考号");
  public static final Words RESERVES = new Words("Held in reserve", "准备金明细");
  public static final Words GIVEN_BACK = new Words("Given back on", "释放日");
  public static final Words STATEMENT = new Words("Account, last 31 days", "最近 31 天账目");
  public static final Words TEXT = new Words("What", "摘要");
  public static final Words BALANCE = new Words("Owed after it", "余额");

  static final List<Option> STATES =
      List.of(
          new Option("INSTRUCTED", new Words("on its way", "在途")),
          new Option("PAID", new Words("paid", "已付")),
          new Option("RETURNED", new Words("sent back", "退回")));

  private MoneyWords() {}

  /** What became of a payout. */
  public static Cell.State state(Payout payout) {
    int at = payout.end().map(end -> end.paid() ? 1 : 2).orElse(0);
    return new Cell.State(List.of("info", "good", "bad").get(at), STATES.get(at).words());
  }

  /** What moved on a merchant's account, by the id of its transfer. */
  public static Words of(StatementLine line) {
    String[] id = line.transfer().text().split("/");
    String of = id.length > 1 ? id[1] : "";
    boolean reserve = line.transfer().text().endsWith("/reserve");
    return switch (id[0]) {
      case "settlement" ->
          reserve
              ? new Words("Reserve of cycle " + of, "周期 " + of + " 的准备金")
              : new Words("Sales of cycle " + of, "周期 " + of + " 的销售");
      case "release" ->
          new Words("Reserve of cycle " + of + " given back", "释放周期 " + of + " 的准备金");
      case "payout" ->
          line.amount().isPositive()
              ? new Words("Payout no. " + of + " sent back", "付款 " + of + " 被退回")
              : new Words("Payout no. " + of, "付款 " + of);
      case "loss" -> new Words("Borne by this bank", "由本行承担");
      default -> Words.same(line.text());
    };
  }

  /** Whom a fee is for. */
  public static Words of(FeeKind kind) {
    return switch (kind) {
      case INTERCHANGE -> INTERCHANGE;
      case SCHEME -> SCHEME;
      case DISCOUNT -> DISCOUNT;
    };
  }
}
