package openset.pages.office;

import openset.pages.Words;

/** The words of an order's page about its plan of payments. */
public final class PlanDeskWords {
  public static final Words PAYMENTS = new Words("Payments of the plan", "计划付款");
  public static final Words NUMBER = new Words("Payment", "期次");
  public static final Words AMOUNT = new Words("Amount", "金额");
  public static final Words WHEN = new Words("When", "时间");
  public static final Words STANDS = new Words("How it stands", "状态");
  public static final Words HELD = new Words("Held", "已预留");
  public static final Words CAPTURED = new Words("Captured", "已收款");
  public static final Words DUE = new Words("Due", "应付");
  public static final Words REFUSED = new Words("The gateway said last", "网关最近答复");
  public static final Words AGAIN = new Words("Asked for again", "再次请求时间");
  public static final Words ASK = new Words("Ask for the next payment", "请求下一笔付款");
  public static final Words ASK_LEAD =
      new Words(
          "It is asked for by itself when it is due. The gateway refuses what comes too soon.",
          "到期时会自动请求；过早的请求会被网关拒绝。");
  public static final Words END = new Words("End the plan", "终止计划");
  public static final Words END_LEAD =
      new Words(
          "Nothing more is asked for. What was paid stays.", "不再请求付款；已付款项保持不变。");
  public static final Words END_SURE =
      new Words("I want to end this plan for good.", "我确认永久终止该计划。");
  public static final Words ASKED = new Words("The payment was made.", "付款成功。");
  public static final Words NOT_GIVEN =
      new Words(
          "The payment was not made. What the gateway said stands below.",
          "付款未成功。网关的答复见下方。");
  public static final Words WAITS =
      new Words(
          "The gateway has not answered yet; the payment is asked for until it does.",
          "网关尚未答复；系统会持续请求直至得到答复。");
  public static final Words ENDED = new Words("The plan is ended.", "计划已终止。");

  private PlanDeskWords() {}

  /** How a plan stands. */
  public static Words standing(String standing) {
    return switch (standing) {
      case "offered" -> new Words("Not begun", "未开始");
      case "waiting" -> new Words("Goes on", "进行中");
      case "asking" -> new Words("Payment being asked for", "正在请求付款");
      case "finished" -> new Words("All paid", "已全部付清");
      case "stopped" -> new Words("Stopped: a payment was not made", "已停止：付款未成功");
      case "ended" -> new Words("Ended", "已终止");
      default -> Words.same(standing);
    };
  }

  /** The class of a plan's standing: colour and sign. */
  public static String state(String standing) {
    return switch (standing) {
      case "finished" -> "good";
      case "waiting", "asking" -> "info";
      case "stopped" -> "bad";
      default -> "";
    };
  }
}
