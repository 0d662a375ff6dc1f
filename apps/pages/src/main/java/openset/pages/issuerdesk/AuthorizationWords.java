package openset.pages.issuerdesk;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openset.issuer.decision.DeclineReason;
import openset.issuer.decision.Series;
import openset.issuer.records.Records.Asked;
import openset.pages.Words;
import openset.pages.desk.Cell;
import openset.pages.desk.Filter;

/** The words of authorizations: how they stand, and why they were declined. */
public final class AuthorizationWords {
  public static final Words MERCHANT = new Words("Merchant", "商户");
  public static final Words ASKED_AS = new Words("Asked as", "请求类型");
  public static final Words ANSWER = new Words("Answer", "应答码");
  public static final Words CHECKS = new Words("Address, code", "地址、安全码");
  public static final Words LEAD =
      new Words(
          "As they are asked for, each with what was decided and why.",
          "实时授权请求，以及每笔的决定和原因。");

  private static final List<String> STATES =
      List.of("HELD", "POSTED", "EXPIRED", "DECLINED", "REVERSED");
  private static final Pattern RULE =
      Pattern.compile("(not allowed|to be asked for): (.*) [(]rule \"(.*)\", version ([0-9]+)[)]");

  private AuthorizationWords() {}

  static List<Filter.Option> states() {
    return STATES.stream().map(state -> new Filter.Option(state, words(state))).toList();
  }

  static Cell state(String state) {
    String kind =
        switch (state) {
          case "HELD", "POSTED" -> "good";
          case "DECLINED" -> "bad";
          default -> "info";
        };
    return new Cell.State(kind, words(state));
  }

  private static Words words(String state) {
    return switch (state) {
      case "HELD" -> new Words("Approved, held", "已批准，预留中");
      case "POSTED" -> new Words("Posted", "已入账");
      case "EXPIRED" -> new Words("Hold is over", "预留已失效");
      case "DECLINED" -> new Words("Declined", "已拒绝");
      default -> new Words("Reversed", "已撤销");
    };
  }

  /** What was asked for, and where nobody signed for it, that too. */
  static Words asked(Asked asked) {
    Words as = as(asked.as());
    return asked.unauthenticated() ? as.and(new Words("nobody signed", "无人签名")) : as;
  }

  private static Words as(String name) {
    return switch (name) {
      case "SALE" -> new Words("Sale", "直接消费");
      case "STAND_IN" -> new Words("Stand-in", "代授权");
      default -> new Words("Authorization", "授权");
    };
  }

  static Words series(Series series) {
    return switch (series) {
      case SINGLE -> new Words("Single payment", "单次付款");
      case RECURRING -> new Words("Recurring payment", "定期付款");
      case INSTALMENT -> new Words("Instalment", "分期付款");
    };
  }

  /** Why it was declined, as it was kept. */
  static Words reason(String kept) {
    Optional<DeclineReason> known =
        Stream.of(DeclineReason.values()).filter(each -> each.name().equals(kept)).findFirst();
    if (known.isPresent()) return new Words(known.get().words(), chinese(known.get()));
    if (kept.equals("REVERSED_BEFORE")) {
      return new Words("reversed before it was asked for", "先收到撤销，后收到请求");
    }
    Matcher rule = RULE.matcher(kept);
    if (!rule.matches()) return Words.same(kept);
    String what = rule.group(1).startsWith("not") ? "规则不允许" : "须向发卡行查询";
    return new Words(kept, what + "：“" + rule.group(3) + "”（版本 " + rule.group(4) + "）");
  }

  private static String chinese(DeclineReason reason) {
    return switch (reason) {
      case OTHER_BIN -> "非本行卡";
      case UNKNOWN_CARD -> "卡号不存在";
      case CARD_LOST -> "卡已挂失";
      case CARD_FROZEN -> "卡已冻结";
      case CARD_EXPIRED -> "卡已过期";
      case EXPIRY_DIFFERS -> "有效期不符";
      case SECURITY_CODE_DIFFERS -> "安全码错误";
      case SECURITY_CODE_GUESSED -> "安全码错误次数过多";
      case CATEGORY_NOT_ALLOWED -> "产品不支持该商户类别";
      case NOT_AUTHENTICATED -> "未验证持卡人身份";
      case COUNTRY_NOT_ALLOWED -> "产品不支持该国家或地区";
      case OTHER_CURRENCY -> "账户币种不同，且无汇率";
      case RATE_TOO_OLD -> "账户币种不同，汇率已过期";
      case NOT_CONVERTIBLE -> "折算后金额无效";
      case LIMIT_EXCEEDED -> "超出额度";
    };
  }
}
