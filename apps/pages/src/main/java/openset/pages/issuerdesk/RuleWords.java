package openset.pages.issuerdesk;

import java.time.Duration;
import java.util.TreeSet;
import java.util.stream.Collectors;
import openset.issuer.decision.BackTest;
import openset.issuer.decision.Condition;
import openset.issuer.decision.Rule;
import openset.issuer.store.RuleSets.State;
import openset.ledger.Money;
import openset.pages.Figures;
import openset.pages.Language;
import openset.pages.Words;
import openset.pages.desk.Cell;

/** The words of rules of spending. */
public final class RuleWords {
  public static final Words LEAD =
      new Words(
          "A version is drafted, tried on what was approved in the past, and then decides.",
          "规则版本先起草，再用历史批准的交易测试，然后生效。");
  public static final Words VERSION = new Words("Version", "版本");
  public static final Words NOTE = new Words("What it is for", "用途说明");
  public static final Words MADE = new Words("Drafted", "起草");
  public static final Words PROMOTED = new Words("Decides since", "生效时间");
  public static final Words RULE = new Words("Rule", "规则");
  public static final Words PRODUCT = new Words("Product", "产品");
  public static final Words EVERY_PRODUCT = new Words("all", "全部");
  public static final Words ANSWER = new Words("Whoever breaks it", "违反时");
  public static final Words TEST = new Words("Try it on the past", "历史测试");
  public static final Words TESTED = new Words("What it would have done", "测试结果");
  public static final Words PROMOTE = new Words("Let it decide", "使其生效");
  public static final Words NOT_TESTED =
      new Words("Try it on the past first.", "请先进行历史测试。");
  public static final Words DRAFT = new Words("Draft a version", "起草新版本");
  public static final Words DRAFT_LEAD =
      new Words(
          "The rules that decide now, and this one. Others are drafted by the API.",
          "在现行规则之上添加一条规则。更多规则可通过 API 起草。");
  public static final Words NAME = new Words("Name", "名称");
  public static final Words KIND = new Words("Forbids", "限制");
  public static final Words CEILING =
      new Words("one purchase of more than", "单笔金额超过");
  public static final Words COUNT =
      new Words("more purchases than (within 24 hours)", "24 小时内笔数超过");
  public static final Words SUM =
      new Words("purchases together of more than (within 24 hours)", "24 小时内金额合计超过");
  public static final Words MOST = new Words("Limit", "限值");
  public static final Words NO_RULE =
      new Words("This is no rule: give a name and a number.", "规则无效：请填写名称和数值。");

  private static final long DAY = 86_400;
  private static final long HOUR = 3_600;

  private RuleWords() {}

  static Cell state(State state) {
    return switch (state) {
      case DRAFT -> new Cell.State("info", new Words("Draft", "草稿"));
      case ACTIVE -> new Cell.State("good", new Words("Decides", "生效中"));
      case RETIRED -> new Cell.State("warn", new Words("Decided before", "已停用"));
    };
  }

  static Words of(Rule.Outcome outcome) {
    return switch (outcome) {
      case DECLINE -> new Words("is declined", "拒绝");
      case REFER -> new Words("is referred to the bank", "转发卡行人工处理");
    };
  }

  static Words of(Condition condition) {
    return new Words(condition.words(), chinese(condition));
  }

  private static String chinese(Condition condition) {
    return switch (condition) {
      case Condition.Ceiling ceiling -> "单笔超过 " + money(ceiling.most());
      case Condition.Count count ->
          time(count.window()) + "内超过 " + count.most() + " 笔";
      case Condition.Sum sum -> time(sum.window()) + "内合计超过 " + money(sum.most());
      case Condition.Categories categories ->
          (categories.allowed() ? "商户类别不属于 " : "商户类别 ")
              + String.join("、", new TreeSet<>(categories.codes()));
      case Condition.Countries countries ->
          (countries.allowed() ? "国家或地区不属于 " : "国家或地区 ")
              + String.join("、", new TreeSet<>(countries.codes()));
      case Condition.InSeries series ->
          (series.allowed() ? "付款类型不属于 " : "付款类型 ")
              + series.kinds().stream()
                  .sorted()
                  .map(kind -> AuthorizationWords.series(kind).zh())
                  .collect(Collectors.joining("、"));
    };
  }

  private static String money(Money money) {
    return Figures.money(money, Language.zh);
  }

  private static String time(Duration window) {
    long seconds = window.toSeconds();
    if (seconds % DAY == 0) return seconds / DAY + " 天";
    return seconds % HOUR == 0 ? seconds / HOUR + " 小时" : seconds + " 秒";
  }

  /** What came of a trial. */
  static Words of(BackTest.Report report) {
    long stopped = report.stopped().count();
    long tried = report.tried().count();
    return new Words(
        "Of " + tried + " approved purchases it would have stopped " + stopped + ".",
        "在 " + tried + " 笔已批准的交易中，将拦截 " + stopped + " 笔。");
  }
}
