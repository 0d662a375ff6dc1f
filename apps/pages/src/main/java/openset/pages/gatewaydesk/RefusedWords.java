package openset.pages.gatewaydesk;

import openset.pages.Words;

/** The words of what was refused. */
public final class RefusedWords {
  public static final Words LEAD =
      new Words(
          "What this gateway refused, by the rule that was broken.",
          "本网关拒绝的消息，按所违反的规则列出。");
  public static final Words RULE = new Words("Rule", "规则");
  public static final Words WRONG = new Words("What was wrong", "问题");
  public static final Words MESSAGES = new Words("Messages", "消息");
  public static final Words MESSAGE = new Words("Message", "消息");
  public static final Words COUNT = new Words("Count", "次数");
  public static final Words LAST = new Words("Last time", "最近一次");
  public static final Words SINCE = new Words("Within", "时间范围");
  public static final Words WEEK = new Words("7 days", "7 天");
  public static final Words MONTH = new Words("30 days", "30 天");
  public static final Words DAY = new Words("24 hours", "24 小时");
  public static final Words CHART = new Words("Refused, by rule", "按规则的拒绝数");
  public static final Words TOLD = new Words("The peer was told", "告知对方");
  public static final Words WHERE = new Words("In the specification", "规范所在");
  public static final Words PARTS = new Words("By message", "按消息");
  public static final Words HOURS = new Words("Over time", "时间分布");
  public static final Words NOT_DECODED = new Words("not decoded", "未能解码");
  public static final Words OTHERS = new Words("all other rules", "其他规则");
  public static final Words BACK = new Words("All rules", "全部规则");

  private RefusedWords() {}

  /** The name or type of a message. */
  static Words message(String name) {
    return name.equals("?") ? NOT_DECODED : Words.same(name);
  }
}
