package openset.pages.acquirerdesk;

import java.util.List;
import openset.acquirer.office.store.Moves;
import openset.acquirer.office.store.Traffic.As;
import openset.acquirer.office.store.Traffic.Outcome;
import openset.acquirer.store.LoggedAuthorization.Manner;
import openset.iso8583.host.Checks.Recurrence;
import openset.iso8583.host.ClearingItem.Kind;
import openset.pages.Words;
import openset.pages.desk.Cell;
import openset.pages.desk.Filter.Option;

/** The words of authorizations and items. */
public final class TrafficWords {
  public static final Words LEAD =
      new Words(
          "What gateways asked for, and what was captured, credited and taken back because of it.",
          "网关请求的授权，以及由此产生的收款、退款与撤销。");
  public static final Words AUTHORIZATIONS = new Words("Authorizations", "授权");
  public static final Words AUTHORIZATION = new Words("Authorization", "授权");
  public static final Words ITEMS = new Words("Captures and credits", "收款与退款");
  public static final Words ITEMS_LEAD =
      new Words("Money that moves, with the cycle it moves in.", "资金变动及其所在的清算周期。");
  public static final Words FIND =
      new Words("Reference, terminal, last 4 digits", "参考号、终端号、卡号末四位");
  public static final Words OUTCOME = new Words("Outcome", "结果");
  public static final Words CAPTURED = new Words("Captured", "已收款");
  public static final Words APPROVED = new Words("Still approved", "仍获批准");
  public static final Words ENDS = new Words("Held by the issuer until", "发卡行保留至");
  public static final Words REFERENCE = new Words("Reference", "参考号");
  public static final Words TERMINAL = new Words("Terminal", "终端号");
  public static final Words MANNER = new Words("Asked by", "请求方式");
  public static final Words ANSWER = new Words("Answer", "应答");
  public static final Words KEY = new Words("Key", "标识");
  public static final Words BY_HOUR = new Words("Authorizations an hour", "每小时授权");
  public static final Words BY_DAY = new Words("Authorizations a day", "每日授权");
  public static final Words DECLINES =
      new Words("Declined, by response code", "按应答代码统计的拒绝");
  public static final Words ITEMS_OF = new Words("What became of it", "后续项目");
  public static final Words NO_ITEMS = new Words("Nothing was captured yet.", "尚未收款。");
  static final Words SERIES = new Words("Series", "系列付款");

  static final List<Option> OUTCOMES = Option.of(Outcome.class, TrafficWords::of);
  static final List<Option> SERIES_KINDS = Option.of(Recurrence.class, TrafficWords::of);
  static final List<Option> KINDS = Option.of(Kind.class, TrafficWords::of);
  static final List<Option> STANDINGS =
      Option.of(Moves.Standing.class, TrafficWords::of);

  private TrafficWords() {}

  /** What became of an authorization. */
  public static Words of(Outcome outcome) {
    return switch (outcome) {
      case UNDER_WAY -> new Words("under way", "进行中");
      case APPROVED -> new Words("approved", "已批准");
      case DECLINED -> new Words("declined", "已拒绝");
      case REVERSED -> new Words("taken back", "已撤销");
    };
  }

  /** The same with colour and sign. */
  public static Cell.State state(Outcome outcome) {
    String kind =
        switch (outcome) {
          case UNDER_WAY -> "info";
          case APPROVED -> "good";
          case DECLINED -> "bad";
          case REVERSED -> "warn";
        };
    return new Cell.State(kind, of(outcome));
  }

  /** How far an item has come. */
  public static Words of(Moves.Standing standing) {
    return switch (standing) {
      case WAITING -> new Words("waiting", "等待中");
      case CLEARED -> new Words("cleared", "已清算");
      case REFUSED -> new Words("refused", "被拒绝");
      case CANCELLED -> new Words("cancelled", "已取消");
    };
  }

  /** The same with colour and sign. */
  public static Cell.State state(Moves.Standing standing) {
    String kind =
        switch (standing) {
          case WAITING -> "info";
          case CLEARED -> "good";
          case REFUSED -> "bad";
          case CANCELLED -> "warn";
        };
    return new Cell.State(kind, of(standing));
  }

  /** What an item is. */
  public static Words of(Kind kind) {
    return switch (kind) {
      case CAPTURE -> new Words("capture", "收款");
      case CREDIT -> new Words("credit", "退款");
      case CAPTURE_REVERSAL -> new Words("capture taken back", "撤销收款");
      case CREDIT_REVERSAL -> new Words("credit taken back", "撤销退款");
      case CHARGEBACK -> new Words("chargeback", "拒付");
      case REPRESENTMENT -> new Words("representment", "再请款");
    };
  }

  /** How an authorization came about, and of what kind the payment is. */
  public static Words of(As as) {
    Words whole = of(as.manner());
    if (as.series().isPresent()) whole = whole.and(of(as.series().get()));
    return as.unauthenticated() ? whole.and(new Words("nobody signed", "无人签名")) : whole;
  }

  private static Words of(Manner manner) {
    return switch (manner) {
      case AUTHORIZATION -> new Words("authorization (0100)", "授权请求（0100）");
      case SALE -> new Words("sale (0200)", "消费请求（0200）");
      case STAND_IN -> new Words("stand-in (0120)", "代授权通知（0120）");
    };
  }

  /** The kinds of payments that are one of a series. */
  static Words of(Recurrence series) {
    return switch (series) {
      case RECURRING -> new Words("recurring payment", "定期付款");
      case INSTALMENT -> new Words("instalment", "分期付款");
    };
  }
}
