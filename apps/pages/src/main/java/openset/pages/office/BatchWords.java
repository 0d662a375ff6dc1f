package openset.pages.office;

import openset.pages.Words;

/** The words of batches. */
public final class BatchWords {
  public static final Words BATCHES = new Words("Batches", "批次");
  public static final Words LEAD =
      new Words(
          "What was booked, from opening to closing, and whether the gateway lists the same.",
          "从开启到关闭期间的入账项目，以及网关记录是否一致。");
  public static final Words NONE =
      new Words(
          "No batch yet. The first capture opens one by itself.",
          "尚无批次。首次收款时会自动开启。");
  public static final Words BATCH = new Words("Batch", "批次");
  public static final Words OPENED = new Words("Opened", "开启时间");
  public static final Words CLOSED = new Words("Closed", "关闭时间");
  public static final Words STANDING = new Words("Standing", "状态");
  public static final Words ITEMS = new Words("Items", "项目");
  public static final Words ITEM = new Words("No.", "序号");
  public static final Words ORDER = new Words("Order", "订单");
  public static final Words AMOUNT = new Words("Amount", "金额");
  public static final Words KIND = new Words("Kind", "类型");
  public static final Words CAPTURES = new Words("Captured", "收款");
  public static final Words CREDITS = new Words("Given back", "退还");
  public static final Words BOOKS = new Words("Books", "账目");
  public static final Words OURS = new Words("Ours", "我方");
  public static final Words THEIRS = new Words("The gateway's", "网关");
  public static final Words TOTALS = new Words("Totals", "合计");
  public static final Words DIFFERENCES = new Words("Where they differ", "差异所在");
  public static final Words NOTHING_THERE = new Words("not there", "无此项目");
  public static final Words NOT_BOOKED = new Words("not booked", "未入账");
  public static final Words NO_ITEMS = new Words("No items yet.", "尚无项目。");
  public static final Words MORE = new Words("Further items", "更多项目");
  public static final Words COMPARE = new Words("Compare with the gateway", "与网关核对");
  public static final Words CLOSE = new Words("Close", "关闭");
  public static final Words CLOSE_HINT =
      new Words(
          "It is closed if both sides list the same. Every night this is done by itself.",
          "双方记录一致时才会关闭。系统每晚自动执行。");
  public static final Words ANYWAY =
      new Words("Close as the gateway reckons it", "按网关账目关闭");
  public static final Words PURGE =
      new Words("Set failed items aside", "搁置失败项目");
  public static final Words PURGE_HINT =
      new Words(
          "Only items that no bank booked. Until the batch closes they can be brought back.",
          "仅限银行未入账的项目。批次关闭前可以恢复。");
  public static final Words RESTORE = new Words("Bring them back", "恢复");
  public static final Words OPEN = new Words("Open a new batch", "新开批次");
  public static final Words BRAND = new Words("Brand", "卡品牌");
  public static final Words COMPARED = new Words("Compared", "核对时间");
  public static final Words DONE = new Words("Done.", "已完成。");
  public static final Words NOT_NOW =
      new Words(
          "Not now: the gateway is being asked, or the batch is closed.",
          "暂不可行：正在询问网关，或批次已关闭。");
  public static final Words NOT_OPENED =
      new Words("The gateway did not open it.", "网关未能开启批次。");

  private static final Words STANDS_OPEN = new Words("open", "开启中");
  private static final Words ASKING = new Words("asking the gateway", "正在询问网关");
  private static final Words AGREES = new Words("open, both agree", "开启中，双方一致");
  private static final Words DIFFERS = new Words("differs", "存在差异");
  private static final Words IS_CLOSED = new Words("closed", "已关闭");
  private static final Words REFUSED = new Words("the gateway would not", "网关拒绝");

  private BatchWords() {}

  /** How a batch stands. */
  public static Words standing(String standing) {
    return switch (standing) {
      case "asking" -> ASKING;
      case "agrees" -> AGREES;
      case "differs" -> DIFFERS;
      case "closed" -> IS_CLOSED;
      case "refused" -> REFUSED;
      default -> STANDS_OPEN;
    };
  }

  /** The class of a standing: colour and sign. */
  public static String state(String standing) {
    return switch (standing) {
      case "agrees", "closed" -> "good";
      case "differs", "refused" -> "bad";
      case "asking" -> "info";
      default -> "warn";
    };
  }
}
