package openset.pages.gatewaydesk;

import openset.pages.Words;

/** The words of approvals in an issuer's place. */
public final class StandInWords {
  public static final Words LEAD =
      new Words(
          "What this gateway approved because the issuer could not be asked. The "
              + "acquirer bears what its issuer then refuses.",
          "发卡行无法询问时由本网关批准的交易。若发卡行其后拒绝，由收单行承担。");
  public static final Words DAYS = new Words("Day by day", "逐日");
  public static final Words APPROVED = new Words("Approved by ourselves", "自行批准");
  public static final Words STANDS = new Words("Not refused", "未被拒绝");
  public static final Words BROKEN = new Words("Refused later", "其后被拒");
  public static final Words MOST = new Words("Most for one card", "单卡最高");
  public static final Words LIMIT = new Words("Limit per card and day", "每卡每日限额");
  public static final Words NO_LIMIT = new Words("never by itself", "从不自行批准");
  public static final Words DAY = new Words("Day", "日期");
  public static final Words ACQUIRER = new Words("Acquirer", "收单行");
  public static final Words COUNT = new Words("Count", "笔数");
  public static final Words OPEN = new Words("Not told yet", "尚未通知");
  public static final Words BREAKS = new Words("Breaks", "差错");
  public static final Words EACH = new Words("Each approval", "逐笔");
  public static final Words TIME = new Words("Time", "时间");
  public static final Words AMOUNT = new Words("Amount", "金额");
  public static final Words MERCHANT = new Words("Merchant", "商家");
  public static final Words REFERENCE = new Words("Reference", "检索参考号");
  public static final Words TIME_OUT = new Words("the issuer was silent", "发卡行未应答");
  public static final Words UNAVAILABLE =
      new Words("the issuer was not reached", "发卡行无法联系");
  public static final Words STANDING = new Words("Standing", "状态");
  public static final Words IS_OPEN = new Words("not told yet", "尚未通知");
  public static final Words IS_TOLD = new Words("the acquirer has it", "收单行已接收");
  public static final Words IS_BREAK = new Words("refused for good", "被永久拒绝");
  public static final Words CARD = new Words("Card", "卡");
  public static final Words CARD_HINT =
      new Words(
          "Cards are known here by a keyed hash alone: the same six signs are the same "
              + "card.",
          "此处仅以带密钥的散列识别卡：相同的六个字符即同一张卡。");

  private StandInWords() {}
}
