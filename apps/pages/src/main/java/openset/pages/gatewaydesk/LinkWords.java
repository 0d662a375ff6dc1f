package openset.pages.gatewaydesk;

import java.time.Duration;
import openset.gateway.operation.LinkAct;
import openset.gateway.operation.LinkNow;
import openset.pages.Words;
import openset.pages.desk.Cell;

/** The words of host links and of what passes on them. */
public final class LinkWords {
  public static final Words LEAD =
      new Words("The lines to the acquirers, as they stand now.", "通往各收单行的线路及其当前状态。");
  public static final Words UP = new Words("signed on", "已签到");
  public static final Words DOWN = new Words("down", "中断");
  public static final Words ACQUIRER = new Words("Acquirer", "收单行");
  public static final Words AT = new Words("Address", "地址");
  public static final Words SINCE = new Words("Signed on since", "签到始于");
  public static final Words LAST_DOWN = new Words("Last down", "上次中断");
  public static final Words UNDER_WAY = new Words("Under way", "处理中");
  public static final Words SIGN_ONS = new Words("Sign-ons, 24 hours", "24 小时签到次数");
  public static final Words LATE = new Words("Late answers, 24 hours", "24 小时迟到应答");
  public static final Words REFUSED = new Words("Refused, 24 hours", "24 小时拒绝报文");
  public static final Words QUEUE = new Words("Waits to be acknowledged", "等待确认");
  public static final Words OLDEST = new Words("The oldest since", "最早始于");
  public static final Words MESSAGE = new Words("Message", "消息");
  public static final Words COUNT = new Words("Count", "数量");
  public static final Words TRIES = new Words("Tries", "尝试次数");
  public static final Words CUT_OVER = new Words("Last cut-over", "上次切日");
  public static final Words KEY = new Words("Session key", "会话密钥");
  public static final Words PROTECTION = new Words("Protection", "保护");
  public static final Words CODES = new Words("authentication codes", "报文鉴别码");
  public static final Words NO_CODES = new Words("no authentication codes", "无报文鉴别码");
  public static final Words TLS = Words.same("TLS");
  public static final Words PLAIN = new Words("plain TCP", "明文 TCP");
  public static final Words NONE = new Words("none", "无");
  public static final Words NEVER = new Words("never", "从未");
  public static final Words SPAN = new Words("Time", "时间范围");
  public static final Words HOUR = new Words("Last hour, by minute", "过去一小时（按分钟）");
  public static final Words DAYS = new Words("Two days, by hour", "过去两天（按小时）");
  public static final Words TRAFFIC_LEAD =
      new Words("What passes, and how long answers take.", "消息数量与应答用时。");
  public static final Words FROM_MERCHANTS = new Words("Messages of merchants", "商家消息");
  public static final Words TO_ACQUIRERS =
      new Words("Messages to acquirers", "发往收单行的报文");
  public static final Words TIMES_SET =
      new Words("Time to answer merchants, in milliseconds", "应答商家用时（毫秒）");
  public static final Words TIMES_HOST =
      new Words("Time of acquirers' answers, in milliseconds", "收单行应答用时（毫秒）");
  public static final Words HALF = new Words("half within", "半数不超过");
  public static final Words MOST = new Words("95 of 100 within", "95% 不超过");
  public static final Words SIDE = new Words("With", "对方");
  public static final Words MERCHANTS = new Words("merchants", "商家");
  public static final Words ANSWERED = new Words("Answered", "已应答");
  public static final Words SILENT = new Words("Not answered", "未应答");
  public static final Words P50 = Words.same("p50");
  public static final Words P95 = Words.same("p95");
  public static final Words LONGEST = new Words("Longest", "最长");
  public static final Words KINDS = new Words("By kind", "按类型");
  public static final Words OTHERS = new Words("all others", "其他");

  public static final Words OFF = new Words("signed off", "已签退");
  public static final Words SIGNED_OFF = new Words("Signed off by", "签退人");
  public static final Words DO = new Words("What may be done", "可执行操作");
  public static final Words OFF_LEAD =
      new Words(
          "Signing off waits for what is under way. Until somebody signs on again, or the gateway "
              + "starts anew, nothing is asked on this link: purchases are stood in for or "
              + "declined, and all else waits.",
          "签退前会等待处理中的报文完成。在重新签到或网关重启之前，此链路不再发送请求：交易将由网关代授权或拒绝，其余报文排队等待。");
  public static final Words SIGNED_OFF_NOW =
      new Words("The link is signed off.", "链路已签退。");
  public static final Words SIGNED_ON_NOW =
      new Words("The link is signed on.", "链路已签到。");
  public static final Words ECHOED = new Words("The acquirer answered.", "收单行已应答。");
  public static final Words KEY_CHANGED =
      new Words("There is a new session key.", "会话密钥已更换。");
  public static final Words NOT_AGREED =
      new Words("The acquirer did not agree in time.", "收单行未及时同意。");

  private LinkWords() {}

  /** What may be done, as a button says it. */
  static Words of(LinkAct act) {
    return switch (act) {
      case SIGN_OFF -> new Words("Sign off", "签退");
      case SIGN_ON -> new Words("Sign on", "签到");
      case ECHO -> new Words("Send an echo", "发送回响测试");
      case CHANGE_KEY -> new Words("Change the key", "更换密钥");
    };
  }

  /** What the two banks agreed. */
  static Words of(LinkNow.Agreed agreed) {
    Words line = agreed.tls() ? TLS : PLAIN;
    Words codes = agreed.codes() ? CODES : NO_CODES;
    return line.and(codes);
  }

  /** How a link stands. */
  static Cell.State state(LinkNow now) {
    if (now.up()) return new Cell.State("good", UP);
    return now.wanted() ? new Cell.State("bad", DOWN) : new Cell.State("warn", OFF);
  }

  /** A time in three figures: {@code 7.1 ms}, {@code 214 ms}, {@code 6.1 s}. */
  static Words time(Duration time) {
    long tenths = Math.round(time.toNanos() / 100_000.0);
    if (tenths < 1_000) return Words.same(tenths / 10 + "." + tenths % 10 + " ms");
    if (tenths < 10_000) return Words.same(tenths / 10 + " ms");
    return Words.same(tenths / 10_000 + "." + tenths / 1_000 % 10 + " s");
  }
}
