package openset.pages.privacy;

import openset.pages.Words;
import openset.privacy.promise.Part;
import openset.privacy.promise.Sight;
import openset.privacy.promise.Thing;

/** The words of the privacy meter. */
public final class MeterWords {
  public static final Words TITLE = new Words("Who sees what", "谁看到了什么");
  public static final Words LEAD =
      new Words(
          "Every cell of every database and every line of the logs was just read, decoded, and"
              + " opened with the keys its holder has. This is what was found.",
          "刚刚读取了每个数据库的每个单元格和每一行日志，并用其持有者的密钥解码、解封。以下是结果。");
  public static final Words HOLDS = new Words("Every promise holds", "所有承诺均得到遵守");
  public static final Words HOLDS_MORE =
      new Words(
          "No shop sees a card number, no bank sees an order, and no key lies where it should not.",
          "商店看不到卡号，银行看不到订单，密钥也没有出现在不该出现的地方。");
  public static final Words BROKEN_TITLE = new Words("A promise is broken", "有承诺被违反");
  public static final Words BLIND =
      new Words(
          "The meter does not see what must be there, so it has measured nothing:",
          "测量工具看不到必须存在的内容，因此测量无效：");
  public static final Words WHICH = new Words("Purchase", "交易");
  public static final Words ALL = new Words("All purchases", "全部交易");
  public static final Words MEASURE = new Words("Measure", "测量");
  public static final Words WHO = new Words("Participant", "参与方");
  public static final Words EVERYBODY = new Words("of everybody", "所有参与方");
  public static final Words MEASURED = new Words("Measured at", "测量时间");
  public static final Words LEGEND = new Words("What the signs mean", "图例说明");
  public static final Words BROKEN = new Words("broken", "违反承诺");
  public static final Words NOTHING = new Words("Nothing to measure yet", "还没有可测量的内容");
  public static final Words NOTHING_MORE =
      new Words(
          "Nobody has bought anything in this world. Buy something in a shop, then come back.",
          "这里还没有人购物。请先在商店买点东西，再回来看看。");
  public static final Words CANNOT =
      new Words("Somebody's database cannot be read now.", "目前无法读取某个参与方的数据库。");

  private MeterWords() {}

  static Words of(String purchase) {
    return new Words("Purchase " + purchase, "交易 " + purchase);
  }

  static Words ofAll(int count) {
    return new Words("All " + count + " purchases", "全部 " + count + " 笔交易");
  }

  static Words effort(String values, String lines, String milliseconds) {
    return new Words(
        values + " values and " + lines + " lines of logs read in " + milliseconds + " ms.",
        "用 " + milliseconds + " 毫秒读取了 " + values + " 个值和 " + lines + " 行日志。");
  }

  /** What somebody does in a purchase. */
  public static Words of(Part part) {
    return switch (part) {
      case WALLET -> new Words("wallet", "钱包");
      case MERCHANT -> new Words("merchant", "商户");
      case GATEWAY -> new Words("payment gateway", "支付网关");
      case ACQUIRER -> new Words("merchant's bank", "收单行");
      case ISSUER -> new Words("cardholder's bank", "发卡行");
      case CLEARING -> new Words("clearing house", "清算所");
      case AUTHORITY -> new Words("certification authority", "认证机构");
      case LOGS -> new Words("Logs", "日志");
      case FILES -> new Words("Files on disk", "磁盘文件");
    };
  }

  /** A column. */
  public static Words of(Thing thing) {
    return switch (thing) {
      case CARD_NUMBER -> new Words("Card number", "卡号");
      case ORDER -> new Words("What was bought", "所购商品");
      case DELIVERY -> new Words("Delivery address", "送货地址");
      case NAME -> new Words("Name", "姓名");
      case TOTAL -> new Words("Total", "总额");
      case PURCHASE -> new Words("Purchase", "交易");
      case SECRETS -> new Words("Keys and secrets", "密钥与口令");
    };
  }

  /** A sight in a word. */
  public static Words of(Sight sight) {
    return switch (sight) {
      case NOT -> new Words("nothing", "无");
      case CARRIED -> new Words("carries, closed", "仅转送，打不开");
      case MASKED -> new Words("first 6, last 4", "前六后四");
      case RECEIVED -> new Words("can open", "可打开");
      case SEALED -> new Words("sealed", "封存");
      case SHOWN -> new Words("shown in a dispute", "争议中出示");
      case CLEAR -> new Words("reads", "可读");
    };
  }

  /** What a sight means. */
  public static Words meaning(Sight sight) {
    return switch (sight) {
      case NOT -> new Words("It is not there, in any form.", "任何形式都不存在。");
      case CARRIED ->
          new Words(
              "It passes through in an envelope for somebody else, which nobody here can open.",
              "在给他人的信封中经过，此处无人能打开。");
      case MASKED ->
          new Words(
              "Only the bank's six digits and the last four, as on a receipt.",
              "只有银行的前六位和最后四位，如收据所示。");
      case RECEIVED ->
          new Words(
              "In a message as it came, sealed to this participant, who can open it.",
              "在收到的原始消息中，封给该参与方，由其打开。");
      case SEALED ->
          new Words(
              "In its own records, sealed at rest under its own key.",
              "在自己的记录中，用自己的密钥封存。");
      case SHOWN ->
          new Words(
              "In evidence that cardholder or merchant brought to a dispute.",
              "在持卡人或商户为争议提交的证据中。");
      case CLEAR -> new Words("In clear, because it needs it.", "明文，因为工作需要。");
    };
  }
}
