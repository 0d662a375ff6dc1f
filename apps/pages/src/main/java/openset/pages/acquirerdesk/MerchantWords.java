package openset.pages.acquirerdesk;

import openset.pages.Words;

/** The words of contracts. */
public final class MerchantWords {
  public static final Words LEAD =
      new Words(
          "Who has a contract with this bank, and on which terms.", "与本行签约的商户及其条款。");
  public static final Words NUMBER = new Words("No.", "编号");
  public static final Words NAME = new Words("Name", "名称");
  public static final Words CATEGORY = new Words("Category", "类别");
  public static final Words BRANDS = new Words("Brands", "卡品牌");
  public static final Words ALL_BRANDS = new Words("all", "全部");
  public static final Words TERMINALS = new Words("Terminals", "终端");
  public static final Words OWN_NUMBERS =
      new Words("numbered by the gateway", "由网关编号");
  public static final Words FEE = new Words("Discount", "手续费");
  public static final Words FIRST = new Words("Since", "签约时间");
  public static final Words FIND = new Words("Name, number, category", "名称、编号、类别");
  public static final Words IN_FORCE = new Words("in force", "有效");
  public static final Words SUSPENDED = new Words("suspended", "已暂停");
  public static final Words ORIGIN = new Words("Shop", "网店");
  public static final Words FIXED = new Words("Fixed per item", "每笔固定费");
  public static final Words PLUS = new Words("Interchange and scheme fee", "交换费与卡组织费");
  public static final Words WITHIN = new Words("within the discount", "含于手续费");
  public static final Words BESIDE = new Words("charged beside the discount", "手续费之外另收");
  public static final Words RESERVE = new Words("Reserve", "准备金");
  public static final Words PAYOUT = new Words("Payout account", "收款账户");
  public static final Words CONTRACT = new Words("Contract", "合同");
  public static final Words VERSIONS = new Words("Versions of the contract", "合同版本");
  public static final Words COUNTS_FROM = new Words("Counts from", "生效时间");
  public static final Words SUSPEND = new Words("Suspend", "暂停");
  public static final Words SUSPEND_LEAD =
      new Words(
          "Nothing more is authorized for the merchant; what was authorized can still be captured "
              + "and credited.",
          "不再为该商户授权；已获授权的交易仍可收款与退款。");
  public static final Words RESUME = new Words("Put in force again", "恢复生效");
  public static final Words GIVE = new Words("Give out a terminal number", "发放终端号");
  public static final Words GIVE_LEAD =
      new Words(
          "From the first number on, the merchant may only use its own.",
          "发放首个终端号后，商户只能使用自己的终端号。");
  public static final Words SEE_TRAFFIC = new Words("Its traffic", "该商户的交易");
  public static final Words SEE_FEES = new Words("Its fees", "该商户的费用");
  public static final Words SEE_CASES = new Words("Its chargebacks", "该商户的拒付");

  private MerchantWords() {}

  /** A part of sales for so many days. */
  public static Words reserve(String part, int days) {
    return new Words(part + " for " + days + " days", part + "，为期 " + days + " 天");
  }
}
