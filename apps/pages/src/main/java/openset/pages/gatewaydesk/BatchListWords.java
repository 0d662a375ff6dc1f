package openset.pages.gatewaydesk;

import openset.pages.Words;

/** The words of batches as the gateway keeps them. */
public final class BatchListWords {
  public static final Words LEAD =
      new Words(
          "What merchants captured and gave back, batch by batch, as this gateway "
              + "reckons it.",
          "商家的收款与退还，按本网关的账目逐批列出。");
  public static final Words BATCH = new Words("Batch", "批次");
  public static final Words MERCHANT = new Words("Merchant", "商家");
  public static final Words ACQUIRER = new Words("Acquirer", "收单行");
  public static final Words STANDING = new Words("Standing", "状态");
  public static final Words OPENED = new Words("Opened", "开启");
  public static final Words CLOSED = new Words("Closed", "关闭");
  public static final Words ITEMS = new Words("Items", "项目");
  public static final Words CAPTURED = new Words("Captured", "收款");
  public static final Words CREDITED = new Words("Given back", "退还");
  public static final Words IS_OPEN = new Words("open", "开启中");
  public static final Words BY_MERCHANT = new Words("closed by the merchant", "由商家关闭");
  public static final Words BY_ACQUIRER = new Words("closed by the acquirer", "由收单行关闭");
  public static final Words IS_CLOSED = new Words("closed", "已关闭");
  public static final Words FAILED =
      new Words("with items that no bank booked", "含银行未入账项目");
  public static final Words DIFFERS =
      new Words("the merchant reckons otherwise", "与商家账目不符");
  public static final Words NOT_BOOKED = new Words("not booked", "未入账");
  public static final Words COUNT_NOT_BOOKED = new Words("Items not booked", "未入账项目");
  public static final Words COUNT_ASIDE = new Words("Items set aside", "已搁置项目");
  public static final Words ASIDE = new Words("set aside", "已搁置");
  public static final Words BOOKED = new Words("booked", "已入账");
  public static final Words BRAND = new Words("Brand", "卡品牌");
  public static final Words BRANDS = new Words("Brands", "卡品牌");
  public static final Words ALL_BRANDS = new Words("all", "全部");
  public static final Words NUMBER = new Words("No.", "序号");
  public static final Words KIND = new Words("Kind", "类型");
  public static final Words AMOUNT = new Words("Amount", "金额");
  public static final Words TIME = new Words("Time", "时间");
  public static final Words REQUESTS = new Words("Asked about it", "相关请求");
  public static final Words WHAT = new Words("What", "内容");
  public static final Words OUTCOME = new Words("Outcome", "结果");
  public static final Words SIGNER = new Words("Certificate", "证书");
  public static final Words DIFFERED =
      new Words(
          "The merchant's own totals were others when it compared last:",
          "商家上次核对时的合计与本网关不符：");
  public static final Words BACK = new Words("All batches", "全部批次");

  private BatchListWords() {}

  /** What was asked for, as it is logged. */
  static Words what(String what) {
    return switch (what) {
      case "open" -> new Words("open", "开启");
      case "close" -> new Words("close", "关闭");
      case "purge" -> new Words("set failed items aside", "搁置失败项目");
      case "restore" -> new Words("bring them back", "恢复");
      case "look" -> new Words("look and compare", "查看与核对");
      default -> Words.same(what);
    };
  }
}
