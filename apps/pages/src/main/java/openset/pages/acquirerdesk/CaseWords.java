package openset.pages.acquirerdesk;

import java.util.List;
import openset.acquirer.dispute.DisputeState;
import openset.acquirer.dispute.Mover;
import openset.pages.Words;
import openset.pages.desk.Cell;
import openset.pages.desk.Filter.Option;

/** The words of chargebacks. */
public final class CaseWords {
  public static final Words LEAD =
      new Words(
          "Money that issuers took back for their cardholders. What nobody answers in time ends "
              + "by itself.",
          "发卡行代持卡人追回的款项。逾期未答复者自动结案。");
  public static final Words DISPUTE = new Words("Dispute", "争议");
  public static final Words REASON = new Words("Reason", "原因");
  public static final Words DUE = new Words("Answer until", "答复期限");
  public static final Words OPENED = new Words("Opened", "立案时间");
  public static final Words ISSUER = new Words("Issuer", "发卡行");
  public static final Words ABOUT = new Words("What it is about", "争议内容");
  public static final Words STEPS = new Words("What happened", "经过");
  public static final Words EVIDENCE = new Words("Evidence", "证据");
  public static final Words NO_EVIDENCE =
      new Words("Nothing was brought yet.", "尚未提交证据。");
  public static final Words SIZE = new Words("Octets", "字节数");
  public static final Words BROUGHT = new Words("Brought", "提交时间");
  public static final Words DIGEST = new Words("SHA-256", "SHA-256 摘要");
  public static final Words REPRESENT = new Words("Represent", "再请款");
  public static final Words REPRESENT_LEAD =
      new Words(
          "Send the merchant's evidence and ask for the money again. The bundle is the file that "
              + "the merchant's office exports for the order.",
          "提交商户证据并再次请款。证据包为商户后台针对该订单导出的文件。");
  public static final Words CLAIM = new Words("Claim a ruling", "请求裁决");
  public static final Words CLAIM_LEAD =
      new Words(
          "The issuer went to arbitration. With a claim the clearing house rules; without one "
              + "the money is lost.",
          "发卡行已提请仲裁。提出主张后由清算所裁决；不主张则款项归持卡人。");
  public static final Words FILE = new Words("Evidence, 200 KiB at most", "证据文件，不超过 200 KiB");
  public static final Words ACCEPT = new Words("Accept", "接受");
  public static final Words ACCEPT_LEAD =
      new Words(
          "Give the money up for the merchant. This cannot be taken back.",
          "代商户放弃该款项。此操作不可撤销。");
  public static final Words NOT_NOW =
      new Words(
          "It is not for the merchant to say something now.", "当前不是商户答复的时间。");
  public static final Words NO_FILE =
      new Words("Choose a file with the evidence first.", "请先选择证据文件。");
  public static final Words REPRESENTED =
      new Words("The evidence is on its way to the issuer.", "证据已发往发卡行。");
  public static final Words ACCEPTED =
      new Words("The chargeback is accepted.", "已接受该拒付。");
  public static final Words WHO = new Words("By", "操作方");
  public static final Words LAST_DAY = new Words("last day", "最后一天");
  public static final Words READER =
      new Words(
          "Your role looks only. Whoever may act answers it.", "您的角色仅可查看，由有权人员答复。");

  static final List<Option> STATES = Option.of(DisputeState.class, CaseWords::of);

  private CaseWords() {}

  /** Where a dispute stands. */
  public static Words of(DisputeState state) {
    return switch (state) {
      case CHARGED_BACK -> new Words("charged back", "已拒付");
      case CONTESTED -> new Words("contested", "已抗辩");
      case REPRESENTED -> new Words("represented", "已再请款");
      case ARBITRATION -> new Words("in arbitration", "仲裁中");
      case CLAIMED -> new Words("ruling claimed", "已请求裁决");
      case ACCEPTED -> new Words("accepted", "已接受");
      case WON -> new Words("won", "胜诉");
      case LOST -> new Words("lost", "败诉");
    };
  }

  /** The same with colour and sign. */
  public static Cell.State state(DisputeState state) {
    String kind =
        switch (state) {
          case CHARGED_BACK, ARBITRATION -> "warn";
          case CONTESTED, REPRESENTED, CLAIMED -> "info";
          case WON -> "good";
          case ACCEPTED, LOST -> "bad";
        };
    return new Cell.State(kind, of(state));
  }

  /** What may come next, and of whom. */
  public static Words next(DisputeState state) {
    return switch (state) {
      case CHARGED_BACK ->
          new Words(
              "The merchant, or this bank for it, contests or accepts.",
              "由商户或本行代为抗辩或接受。");
      case CONTESTED ->
          new Words("The issuer takes the representment or refuses it.", "由发卡行接受或拒绝再请款。");
      case REPRESENTED ->
          new Words("The issuer may go to arbitration.", "发卡行可提请仲裁。");
      case ARBITRATION ->
          new Words(
              "The merchant, or this bank for it, claims a ruling or gives up.",
              "由商户或本行代为请求裁决或放弃。");
      case CLAIMED -> new Words("The clearing house rules.", "由清算所裁决。");
      case ACCEPTED, LOST ->
          new Words("It is over: the cardholder keeps the money.", "已结案：款项归持卡人。");
      case WON -> new Words("It is over: the merchant keeps the money.", "已结案：款项归商户。");
    };
  }

  /** Who moved a dispute. */
  public static Words of(Mover mover) {
    return switch (mover.by()) {
      case ISSUER -> new Words("the issuer", "发卡行");
      case MERCHANT -> new Words("the merchant", "商户");
      case ACQUIRER ->
          new Words(
              mover.person().orElseThrow() + ", for the merchant",
              mover.person().orElseThrow() + "（代商户）");
      case CLEARING_HOUSE -> new Words("the clearing house", "清算所");
      case TIME -> new Words("its time was over", "期限已过");
    };
  }

  /** A reason code of our issuers; another by itself. */
  public static Words reason(String code) {
    return switch (code) {
      case "NRCV" -> new Words("nothing came", "未收到商品");
      case "NASD" -> new Words("not as described", "与描述不符");
      case "NAUT" -> new Words("not authorized", "未经授权");
      case "AMNT" -> new Words("wrong amount", "金额有误");
      case "TWIC" -> new Words("charged twice", "重复扣款");
      case "NCRD" -> new Words("not credited", "未退款");
      default -> Words.same(code);
    };
  }

  /** How many days are left, today included as none. */
  public static Words left(long days) {
    if (days == 0) return LAST_DAY;
    if (days == 1) return new Words("1 day left", "还剩 1 天");
    return new Words(days + " days left", "还剩 " + days + " 天");
  }
}
