package openset.pages.clearingdesk;

import openset.clearing.store.Break;
import openset.clearing.store.Break.Kind;
import openset.clearing.store.Breaks;
import openset.pages.Words;

/** The words of breaks and of disputes. */
public final class BreakWords {
  public static final Words BREAKS = new Words("Breaks", "差异");
  public static final Words BREAKS_LEAD =
      new Words(
          "What does not come out even, until it does or somebody says why it may stay.",
          "未能轧平的事项，直至轧平或有人说明保留原因。");
  public static final Words BREAK = new Words("Break", "差异");
  public static final Words ABOUT = new Words("About", "事由");
  public static final Words SINCE = new Words("Since", "发现时间");
  public static final Words AGE = new Words("Age", "账龄");
  public static final Words OWNER = new Words("Seen to by", "经办人");
  public static final Words NOBODY = new Words("nobody", "无人");
  public static final Words OPEN = new Words("open", "未结");
  public static final Words RESOLVED = new Words("resolved", "已解决");
  public static final Words OTHERS = new Words("others", "其他");
  public static final Words AGES = new Words("Open breaks by age", "未结差异账龄");
  public static final Words TAKE = new Words("I see to it", "由我经办");
  public static final Words RELEASE = new Words("Nobody sees to it", "取消经办");
  public static final Words RESOLVE = new Words("Resolve", "解决");
  public static final Words RESOLVE_HINT =
      new Words(
          "Say why it may stay. This is kept with your name and cannot be changed.",
          "请说明可以保留的原因。原因与您的姓名一并保存，不可更改。");
  public static final Words REASON = new Words("Reason", "原因");
  public static final Words BY = new Words("Resolved by", "解决人");
  public static final Words WHEN = new Words("Resolved", "解决时间");
  public static final Words LOOK_NOW = new Words("Look for breaks now", "立即核对");
  public static final Words NEEDS_REASON =
      new Words("It needs a reason of at most 500 characters.", "需要填写原因，最多 500 字。");
  public static final Words GONE =
      new Words("Somebody was quicker: it is decided.", "他人已先行处理。");

  public static final Words DISPUTES = new Words("Rulings", "争议裁决");
  public static final Words DISPUTES_LEAD =
      new Words(
          "Disputes in which the acquirer claims a ruling after arbitration. A ruling stays.",
          "仲裁后收单行要求裁决的争议。裁决不可更改。");
  public static final Words DISPUTE = new Words("Dispute", "争议");
  public static final Words CLAIMED = new Words("Claimed", "要求时间");
  public static final Words RULING = new Words("Ruling", "裁决");
  public static final Words TO_RULE = new Words("to be ruled on", "待裁决");
  public static final Words FOR_ACQUIRER = new Words("for the acquirer", "收单行胜诉");
  public static final Words FOR_ISSUER = new Words("for the issuer", "发卡行胜诉");
  public static final Words RULED = new Words("Ruled", "裁决时间");
  public static final Words RULED_BY = new Words("Ruled by", "裁决人");
  public static final Words HISTORY = new Words("How it came here", "经过");
  public static final Words RULE = new Words("Rule", "裁决");
  public static final Words RULE_HINT =
      new Words(
          "For the acquirer: its claim becomes an item of the open cycle. For the issuer: it is "
              + "refused and nothing moves.",
          "收单行胜诉：请求成为当前周期的项目。发卡行胜诉：请求被拒绝，资金不变动。");
  public static final Words SOMEBODY = new Words("a program", "程序");
  public static final Words PROGRAM = new Words("the house", "清算所");

  private static final Words NOW_EVEN = new Words("comes out even now", "现已轧平");

  private BreakWords() {}

  /** Who resolved a break; the house itself where it came out even. */
  public static Words resolver(String by) {
    return by.equals(Breaks.HOUSE) ? PROGRAM : Words.same(by);
  }

  /** Why a break is none any more. */
  public static Words reason(Break.Resolution resolution) {
    return resolution.by().equals(Breaks.HOUSE) ? NOW_EVEN : Words.same(resolution.reason());
  }

  /** What does not come out even. */
  public static Words of(Kind kind) {
    return switch (kind) {
      case ITEM_REFUSED -> new Words("item refused by its receiver", "项目被接收行拒绝");
      case ITEM_REJECTED -> new Words("item of a file rejected", "文件项目被剔除");
      case FILE_REFUSED -> new Words("file refused", "文件被拒绝");
      case FILE_UNANSWERED -> new Words("file not answered", "文件未答复");
      case FILE_INCOMPLETE -> new Words("file not booked whole", "文件未全部入账");
      case BANK_DISAGREES -> new Words("bank has not agreed", "银行未确认");
      case POSITIONS_DIFFER -> new Words("positions are not the items' sums", "头寸与项目不符");
      case LEDGER_DIFFERS -> new Words("ledger moved something else", "总账与头寸不符");
    };
  }

  /** Ages from so many whole days to before so many; 0 for no end. */
  public static Words between(long from, long before) {
    if (before == 0) return new Words(from + " days and more", from + " 天以上");
    if (from == 0) return age(0);
    return new Words(from + " to " + (before - 1) + " days", from + "–" + (before - 1) + " 天");
  }

  /** An age in whole days. */
  public static Words age(long days) {
    if (days == 0) return new Words("under a day", "不足一天");
    return new Words(days == 1 ? "1 day" : days + " days", days + " 天");
  }
}
