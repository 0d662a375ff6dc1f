package openset.pages.gatewaydesk;

import openset.pages.Words;

/** The words of a gateway's back office: its ways and its first page. */
public final class GatewayWords {
  public static final Words LEAD =
      new Words("For the people who run this gateway.", "供本网关的运维人员使用。");
  public static final Words OVERVIEW = new Words("Overview", "概览");
  public static final Words LINKS = new Words("Links", "链路");
  public static final Words TRAFFIC = new Words("Throughput", "吞吐量");
  public static final Words STAND_IN = new Words("Stand-in", "代授权");
  public static final Words REFUSED = new Words("Refused", "拒绝记录");
  public static final Words BATCHES = new Words("Batches", "批次");
  public static final Words LINKS_UP =
      new Words("host links are signed on", "条主机链路已签到");
  public static final Words MESSAGES =
      new Words("messages of merchants in the last hour", "条商家消息（过去一小时）");
  public static final Words WITHIN =
      new Words("within which 95 of 100 of them were answered", "其中 95% 的应答用时不超过");
  public static final Words WAITS =
      new Words("messages wait to be acknowledged by an acquirer", "条报文等待收单行确认");
  public static final Words GOOD = new Words("as it should be", "正常");
  public static final Words WATCH = new Words("to be watched", "需留意");
  public static final Words BAD = new Words("to be looked into", "需处理");
  public static final Words REFUSED_TODAY =
      new Words("refusals in the last 24 hours", "次拒绝（过去 24 小时）");
  public static final Words OPEN_ADVICES =
      new Words("stand-in approvals that the acquirer has not got yet", "笔代授权尚未通知收单行");
  public static final Words BREAKS =
      new Words("stand-in approvals that were refused for good", "笔代授权被永久拒绝");
  public static final Words OPEN_BATCHES = new Words("open batches", "个批次开启中");
  public static final Words FORGETS =
      new Words(
          "Counts are written down every few seconds. A gateway that is killed forgets "
              + "at most five seconds of counts and its last minute of times; its log has each "
              + "refusal by itself.",
          "计数每隔数秒写入数据库。若网关被强行终止，最多丢失五秒的计数和最后一分钟的用时；日志中逐条记有每次拒绝。");

  private GatewayWords() {}
}
