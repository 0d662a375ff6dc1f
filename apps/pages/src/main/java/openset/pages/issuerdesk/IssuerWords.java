package openset.pages.issuerdesk;

import java.time.LocalDate;
import java.util.List;
import openset.issuer.card.CardAct;
import openset.pages.Figures;
import openset.pages.Words;
import openset.pages.desk.Cell;
import openset.pages.desk.Filter;

/** The words of an issuer's back office. */
public final class IssuerWords {
  public static final Words LEAD = new Words("For the people of this bank.", "供本行员工使用。");
  public static final Words CUSTOMERS = new Words("The customers' pages", "客户页面");
  public static final Words OVERVIEW = new Words("Overview", "概览");
  public static final Words AUTHORIZATIONS = new Words("Authorizations", "授权");
  public static final Words ACCOUNTS = new Words("Accounts", "账户");
  public static final Words APPLICATIONS = new Words("Applications", "申请");
  public static final Words STATEMENTS = new Words("Statements", "账单");
  public static final Words DISPUTES = new Words("Disputes", "争议");
  public static final Words RULES = new Words("Rules", "规则");

  public static final Words WHEN = new Words("When", "时间");
  public static final Words ACCOUNT = new Words("Account", "账户");
  public static final Words STATE = new Words("State", "状态");
  public static final Words AMOUNT = new Words("Amount", "金额");
  public static final Words REASON = new Words("Reason", "原因");
  public static final Words FROM = new Words("From (UTC)", "起始日（UTC）");
  public static final Words UNTIL = new Words("Until", "截止日");
  public static final Words BY = new Words("By", "操作人");
  public static final Words WHAT = new Words("What", "内容");
  public static final Words NUMBER = new Words("Number", "编号");

  public static final Words APPROVED = new Words("Approved", "已批准");
  public static final Words DECLINED = new Words("Declined", "已拒绝");
  public static final Words LAST_DAY = new Words("in the last 24 hours", "最近 24 小时");
  public static final Words SHARE = new Words("of all were approved", "批准率");
  public static final Words WAITING = new Words("registrations wait for us", "待审核登记");
  public static final Words OPEN_DISPUTES = new Words("disputes are open", "未结争议");
  public static final Words BY_HOUR =
      new Words("Authorizations by hour (UTC)", "每小时授权数（UTC）");
  public static final Words BY_DAY = new Words("Authorizations by day (UTC)", "每日授权数（UTC）");
  public static final Words WHY =
      new Words("Why declined, in the last 14 days", "最近 14 天的拒绝原因");
  public static final Words TIMES = new Words("Times", "次数");
  public static final Words NEWEST = new Words("The newest", "最新授权");

  public static final Words APPLICATION = new Words("Application", "申请");
  public static final Words REGISTRATIONS =
      new Words("Registrations of cards", "卡片登记");
  public static final Words REGISTRATION = new Words("Registration", "登记");
  public static final Words ACCEPT = new Words("Accept", "通过");
  public static final Words REJECT = new Words("Reject", "拒绝");
  public static final Words DECIDED_BEFORE =
      new Words("This was decided before.", "此登记已有结论。");

  public static final Words PERIOD = new Words("Month", "月份");
  public static final Words CLOSING = new Words("Owed at the end", "期末欠款");
  public static final Words MINIMUM = new Words("To be paid at least", "最低还款");
  public static final Words DUE = new Words("Due", "还款日");

  private static final Words FROZE = new Words("Frozen", "冻结");
  private static final Words THAWED = new Words("Thawed", "解冻");
  private static final Words LOST = new Words("Reported lost", "挂失");
  private static final Words ENDED = new Words("Ended", "提前终止");
  private static final Words RENUMBERED = new Words("Replaced by another", "换发新卡");
  private static final Words REVOCATION_ASKED =
      new Words("Revocation of its certificate asked for", "已申请吊销其证书");
  private static final Words REVOKED = new Words("Its certificate is revoked", "其证书已吊销");
  private static final Words NOT_CERTIFIED =
      new Words("No certificate came of its registration", "登记未产生证书");

  private IssuerWords() {}

  /** An act on a card. */
  static Words of(CardAct.Kind kind) {
    return switch (kind) {
      case FROZEN -> FROZE;
      case THAWED -> THAWED;
      case LOST -> LOST;
      case ENDED -> ENDED;
      case RENUMBERED -> RENUMBERED;
      case REVOCATION_ASKED -> REVOCATION_ASKED;
      case REVOKED -> REVOKED;
      case NOT_CERTIFIED -> NOT_CERTIFIED;
    };
  }

  /** How an application stands. */
  static Cell application(String state) {
    return state.equals("OPENED")
        ? new Cell.State("good", new Words("Account opened", "已开户"))
        : new Cell.State("bad", new Words("Refused", "已拒绝"));
  }

  static List<Filter.Option> applications() {
    return List.of(
        new Filter.Option("OPENED", new Words("Account opened", "已开户")),
        new Filter.Option("REFUSED", new Words("Refused", "已拒绝")));
  }

  /** How a registration stands. */
  static Cell registration(String state) {
    return switch (state) {
      case "ACCEPTED" -> new Cell.State("good", new Words("Accepted", "已通过"));
      case "PENDING" -> new Cell.State("warn", new Words("Waits for us", "待审核"));
      case "LOCKED" -> new Cell.State("bad", new Words("Locked", "已锁定"));
      default -> new Cell.State("bad", new Words("Rejected", "已拒绝"));
    };
  }

  /** A day, as a chart's axis has room for it. */
  static Words day(LocalDate day) {
    return Words.each(language -> Figures.shortDay(day, language));
  }
}
