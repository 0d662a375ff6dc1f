package openset.pages.clearingdesk;

import java.util.Optional;
import openset.clearing.store.CycleRows.Standing;
import openset.iso8583.host.ClearingItem.Kind;
import openset.pages.Words;

/** The words of a clearing house's back office: cycles, items, positions, calendar. */
public final class ClearingWords {
  public static final Words LEAD =
      new Words("For the people of this clearing house.", "供本清算所员工使用。");
  public static final Words OVERVIEW = new Words("Overview", "概览");
  public static final Words CYCLES = new Words("Cycles", "清算周期");
  public static final Words CYCLES_LEAD =
      new Words(
          "A cycle takes items until it is cut off, is netted when every receiver has spoken, and "
              + "is settled when every bank agreed to its position.",
          "周期截止前接收项目；所有接收行答复后轧差；各行确认头寸后完成结算。");
  public static final Words CYCLE = new Words("Cycle", "周期");
  public static final Words STANDING = new Words("Standing", "状态");
  public static final Words BUSINESS_DATE = new Words("Business date", "营业日");
  public static final Words CUT_OFF = new Words("Cut off", "截止时间");
  public static final Words CLOSED = new Words("Netted", "轧差时间");
  public static final Words BY = new Words("By", "操作人");
  public static final Words ITEMS = new Words("Items", "项目");
  public static final Words ALL_ITEMS = new Words("All items", "全部项目");
  public static final Words ITEM = new Words("No.", "编号");
  public static final Words SUM = new Words("Sum", "合计");
  public static final Words MOVED = new Words("What it moves", "涉及金额");
  public static final Words KIND = new Words("Kind", "类型");
  public static final Words WHO_OWES = new Words("Who owes", "付款方");
  public static final Words ISSUER_OWES = new Words("the issuer", "发卡行");
  public static final Words ACQUIRER_OWES = new Words("the acquirer", "收单行");
  public static final Words WAITING = new Words("Waiting", "待答复");
  public static final Words REFUSED = new Words("Refused", "被拒绝");
  public static final Words TAKEN = new Words("Taken", "已接受");
  public static final Words ACQUIRER = new Words("Acquirer", "收单行");
  public static final Words ISSUER = new Words("Issuer", "发卡行");
  public static final Words MERCHANT = new Words("Merchant", "商户");
  public static final Words REFERENCE = new Words("Reference", "参考号");
  public static final Words AMOUNT = new Words("Amount", "金额");
  public static final Words CAME = new Words("Came", "到达时间");
  public static final Words BANK = new Words("Bank", "银行");
  public static final Words CURRENCY = new Words("Currency", "币种");
  public static final Words POSITIONS = new Words("Positions", "头寸");
  public static final Words POSITIONS_LEAD =
      new Words(
          "What each bank gets and owes in a cycle that was netted. The net positions of a cycle "
              + "and currency sum to zero.",
          "各行在已轧差周期中的应收与应付。每个周期每种货币的净头寸合计为零。");
  public static final Words GETS = new Words("Gets", "应收");
  public static final Words OWES = new Words("Owes", "应付");
  public static final Words NET = new Words("Net", "净额");
  public static final Words AGREED = new Words("Agreed", "是否确认");
  public static final Words HAS_AGREED = new Words("agreed", "已确认");
  public static final Words NOT_AGREED = new Words("not yet", "尚未确认");
  public static final Words UNDER_WAY = new Words("Under way", "进行中");
  public static final Words NOTHING_UNDER_WAY =
      new Words("Nothing is waited for.", "没有待办事项。");
  public static final Words CLOSE_NOW = new Words("Cut off now", "立即截止");
  public static final Words CLOSE_HINT =
      new Words(
          "The open cycle takes no more items, and the next is opened. This cannot be undone.",
          "当前周期不再接收项目，并开启下一周期。此操作不可撤销。");
  public static final Words CUT =
      new Words("The cycle is cut off; the next is open.", "周期已截止，下一周期已开启。");
  public static final Words NOTHING_TO_CUT =
      new Words("The open cycle has nothing to settle.", "当前周期没有可结算的项目。");
  public static final Words RERUN = new Words("Run again", "重新运行");
  public static final Words RERUN_HINT =
      new Words(
          "What is left to do is done, and positions and files are worked out anew and compared. "
              + "Nothing is booked twice.",
          "完成剩余工作，并重新计算头寸与文件后比对。不会重复入账。");
  public static final Words CALENDAR = new Words("Calendar", "日历");
  public static final Words CALENDAR_LEAD =
      new Words(
          "When cycles are cut off by themselves. At the first cut-off of another business day the "
              + "banks are told by 0800.",
          "周期自动截止的时间。新营业日的首个截止时间通过 0800 报文通知各行。");
  public static final Words NO_CALENDAR =
      new Words("Cycles are cut off on demand only.", "周期仅按需截止。");
  public static final Words NEXT = new Words("Next cut-offs", "后续截止时间");
  public static final Words NEXT_ONE = new Words("Next cut-off", "下次截止");
  public static final Words PASSED = new Words("Passed cut-offs", "已过截止时间");
  public static final Words WHEN = new Words("When", "时间");
  public static final Words LOCAL = new Words("Local time", "当地时间");
  public static final Words ENDED = new Words("Ended", "截止周期");
  public static final Words NOTHING = new Words("nothing to settle", "无可结算项目");
  public static final Words ON_DEMAND = new Words("On demand", "按需截止");
  public static final Words OPEN_BREAKS = new Words("Open breaks", "未结差异");
  public static final Words OPEN_CLAIMS = new Words("Claims to rule on", "待裁决争议");
  public static final Words OPEN_ITEMS = new Words("Items in the open cycle", "当前周期项目数");

  private static final Words OPEN = new Words("open", "开放");
  private static final Words CLOSING = new Words("waits for receivers", "等待接收行");
  private static final Words TELLING = new Words("waits for agreement", "等待确认");
  private static final Words SETTLED = new Words("settled", "已结算");

  private ClearingWords() {}

  /** Where a cycle stands. */
  public static Words of(Standing standing) {
    return switch (standing) {
      case OPEN -> OPEN;
      case CLOSING -> CLOSING;
      case TELLING -> TELLING;
      case SETTLED -> SETTLED;
    };
  }

  /** The kind of state that a standing is shown as. */
  public static String state(Standing standing) {
    return switch (standing) {
      case OPEN -> "info";
      case CLOSING, TELLING -> "warn";
      case SETTLED -> "good";
    };
  }

  /** A kind of item. */
  public static Words of(Kind kind) {
    return switch (kind) {
      case CAPTURE -> new Words("capture", "扣款");
      case CREDIT -> new Words("credit", "退款");
      case CAPTURE_REVERSAL -> new Words("capture taken back", "扣款冲正");
      case CREDIT_REVERSAL -> new Words("credit taken back", "退款冲正");
      case CHARGEBACK -> new Words("chargeback", "退单");
      case REPRESENTMENT -> new Words("representment", "再次请款");
    };
  }

  /** What an item's receiver said. */
  public static Words answer(Optional<String> response) {
    if (response.isEmpty()) return new Words("waiting", "待答复");
    return response.get().equals("00")
        ? new Words("taken", "已接受")
        : new Words("refused, " + response.get(), "被拒绝，" + response.get());
  }

  /** How often cycles are cut off. */
  public static Words every(long seconds) {
    return new Words(
        "Cycles are cut off every " + seconds + " seconds.", "每 " + seconds + " 秒截止一次周期。");
  }

  /** The net positions of a cycle, as a caption. */
  public static Words netOf(String cycle, String currency) {
    return new Words(
        "Net positions of " + cycle + ", " + currency, cycle + " 净头寸（" + currency + "）");
  }

  /** What cycles moved, as a caption. */
  public static Words movedBy(String currency) {
    return new Words(
        "What the latest cycles moved, " + currency, "最近周期涉及金额（" + currency + "）");
  }

  /** What a cycle waits for. */
  public static Words awaits(String bank, long items) {
    return new Words(
        bank + " has still to speak about " + items + (items == 1 ? " item." : " items."),
        bank + " 尚需答复 " + items + " 个项目。");
  }

  /** Whose agreement a cycle waits for. */
  public static Words agreement(String bank, String currency) {
    return new Words(
        bank + " has not agreed to its position in " + currency + ".",
        bank + " 尚未确认其 " + currency + " 头寸。");
  }
}
