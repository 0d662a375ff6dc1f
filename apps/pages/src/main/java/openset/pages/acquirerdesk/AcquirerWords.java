package openset.pages.acquirerdesk;

import openset.pages.Words;

/** The words of an acquirer's back office that stand on more than one of its pages. */
public final class AcquirerWords {
  public static final Words LEAD = new Words("For the people of this bank.", "供本行员工使用。");
  public static final Words OVERVIEW = new Words("Overview", "概览");
  public static final Words MERCHANTS = new Words("Merchants", "商户");
  public static final Words TRAFFIC = new Words("Traffic", "交易");
  public static final Words FEES = new Words("Fees", "费用");
  public static final Words FUNDING = new Words("Funding", "结算付款");
  public static final Words CHARGEBACKS = new Words("Chargebacks", "拒付");

  public static final Words MERCHANT = new Words("Merchant", "商户");
  public static final Words BRAND = new Words("Brand", "卡品牌");
  public static final Words CARD = new Words("Card", "卡号");
  public static final Words AMOUNT = new Words("Amount", "金额");
  public static final Words STANDING = new Words("Standing", "状态");
  public static final Words TIME = new Words("Time", "时间");
  public static final Words KIND = new Words("Kind", "类型");
  public static final Words FEE = new Words("Fee", "费用");
  public static final Words CYCLE = new Words("Cycle", "清算周期");
  public static final Words SINCE = new Words("From", "起始日期");
  public static final Words TO = new Words("To", "截止日期");
  public static final Words NONE = new Words("none", "无");

  public static final Words TO_ANSWER = new Words("chargebacks to answer", "待答复的拒付");
  public static final Words OPEN_BREAKS = new Words("breaks to look at", "待处理的差异");
  public static final Words WAITING = new Words("messages to deliver", "待送达的报文");
  public static final Words RATES = new Words("Authorizations a day", "每日授权");
  public static final Words APPROVED = new Words("Approved", "已批准");
  public static final Words DECLINED = new Words("Declined", "已拒绝");
  public static final Words NEXT_DUE = new Words("Ends first", "最先到期");
  public static final Words BREAKS = new Words("Breaks", "差异");
  public static final Words BREAKS_LEAD =
      new Words(
          "What did not come out as it was answered. Each is cleared by whoever saw to it.",
          "与先前应答不符的事项。由处理人员逐项核销。");
  public static final Words NO_BREAKS = new Words("Nothing to look at.", "没有待处理的事项。");
  public static final Words NOTE = new Words("What was done", "处理说明");
  public static final Words CLEAR = new Words("Clear", "核销");
  public static final Words NOTE_BAD =
      new Words("Say in 1 to 500 characters what was done.", "请用 1 至 500 个字符说明处理情况。");
  public static final Words ANSWER = new Words("Answer", "应答");

  private AcquirerWords() {}

  /** What broke. */
  public static Words of(openset.acquirer.store.Breaks.Kind kind) {
    return switch (kind) {
      case STAND_IN_REFUSED ->
          new Words("Stand-in that the issuer refused", "发卡行拒绝的代授权");
      case ITEM_REFUSED -> new Words("Item that was refused", "被拒绝的项目");
      case REVERSAL_REFUSED -> new Words("Reversal that was refused", "被拒绝的冲正");
      case UNDELIVERED -> new Words("Not delivered for long", "长时间未送达");
    };
  }
}
