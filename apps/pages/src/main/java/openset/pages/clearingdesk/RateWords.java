package openset.pages.clearingdesk;

import openset.clearing.store.Rates;
import openset.pages.Words;

/** The words of rates of exchange. */
public final class RateWords {
  public static final Words RATES = new Words("Rates", "汇率");
  public static final Words RATES_LEAD =
      new Words(
          "By which the house converts between a merchant's currency and an account's. A rate "
              + "stays; a later one takes its place.",
          "清算所在商户货币与账户货币之间换算所用的汇率。汇率不可更改，只能由后续汇率取代。");
  public static final Words RATE = new Words("Rate", "汇率");
  public static final Words FROM = new Words("From", "原币种");
  public static final Words TO = new Words("To", "目标币种");
  public static final Words SINCE = new Words("In force from", "生效时间");
  public static final Words BY = new Words("Entered by", "录入人");
  public static final Words CONVERTED = new Words("Conversions", "货币换算");
  public static final Words BECAME = new Words("Converted", "换算金额");
  public static final Words ENTER = new Words("Enter a rate", "录入汇率");
  public static final Words ENTER_HINT =
      new Words(
          "Major units of the second for one of the first, as 1.0843. In force at once, or from "
              + "the time in UTC.",
          "一单位原币种兑换的目标币种数额，例如 1.0843。立即生效，或自指定 UTC 时间起生效。");
  public static final Words AT = new Words("From when (UTC), if later", "生效时间（UTC，可留空）");
  public static final Words BAD =
      new Words(
          "No rate: between two currencies, positive, at most 7 digits and 9 decimal places.",
          "汇率无效：须为两种不同货币之间的正数，最多 7 位数字、9 位小数。");
  public static final Words PAST =
      new Words("A rate is not in force from before now.", "汇率不能从过去的时间起生效。");
  public static final Words TWICE =
      new Words("There is a rate of this pair from then on.", "该时间起已有此货币对的汇率。");

  private RateWords() {}

  /** Where a rate stands. */
  public static Words of(Rates.Standing standing) {
    return switch (standing) {
      case COMING -> new Words("coming", "待生效");
      case CURRENT -> new Words("in force", "生效中");
      case PAST -> new Words("replaced", "已被取代");
    };
  }

  /** The kind of state that it is shown as. */
  public static String state(Rates.Standing standing) {
    return switch (standing) {
      case COMING -> "info";
      case CURRENT -> "good";
      case PAST -> "warn";
    };
  }
}
