package openset.pages.clearingdesk;

import openset.clearing.store.StoredFile.Name;
import openset.clearing.store.StoredFile.State;
import openset.clearing.store.StoredFile.Way;
import openset.pages.Words;

/** The words of clearing files and settlement files. */
public final class FileWords {
  public static final Words FILES = new Words("Clearing files", "清算文件");
  public static final Words FILES_LEAD =
      new Words(
          "What banks sent, and what was written for them to fetch.", "各行发来的文件，以及供其取回的文件。");
  public static final Words FILE = new Words("File", "文件");
  public static final Words WAY = new Words("Way", "方向");
  public static final Words STATE = new Words("State", "状态");
  public static final Words CONTENT = new Words("Content", "内容");
  public static final Words BOOKED = new Words("Booked", "已入账");
  public static final Words REJECTS = new Words("Refused one by one", "逐项拒绝");
  public static final Words OCTETS = new Words("Octets", "字节数");
  public static final Words DIGEST = new Words("SHA-256", "SHA-256");
  public static final Words SEQUENCE = new Words("Number", "序号");
  public static final Words WHY_REFUSED = new Words("Why it was refused", "拒绝原因");
  public static final Words LINE = new Words("Line", "行");
  public static final Words CODE = new Words("Code", "应答码");
  public static final Words TOTALS = new Words("What its trailers say", "尾记录合计");
  public static final Words CREDITS = new Words("For acquirers", "收单行应收");
  public static final Words DEBITS = new Words("From acquirers", "收单行应付");
  public static final Words DOWNLOAD = new Words("Download", "下载");
  public static final Words TOO_LARGE =
      new Words(
          "Too large for a browser: the bank fetches it in parts.", "文件过大，无法在浏览器下载；银行分段取回。");

  public static final Words SETTLEMENT = new Words("Settlement files", "结算文件");
  public static final Words SETTLEMENT_LEAD =
      new Words(
          "Credit transfers between the banks (pacs.009.001.08) and statements of their settlement "
              + "accounts (camt.053.001.08), made of what is stored whenever they are asked for.",
          "银行间贷记转账（pacs.009.001.08）与结算账户对账单（camt.053.001.08），随时由存储数据生成。");
  public static final Words FOR_WHOM = new Words("For", "对象");
  public static final Words ALL_BANKS = new Words("all banks", "所有银行");
  public static final Words VALID =
      new Words("held to its schema", "已通过架构校验");
  public static final Words TRANSFERS = new Words("Transfers", "转账");
  public static final Words DEBTOR = new Words("Pays", "付款方");
  public static final Words CREDITOR = new Words("Gets", "收款方");
  public static final Words STATEMENT = new Words("Statement", "对账单");
  public static final Words ACCOUNT = new Words("Account", "账户");
  public static final Words OPENING = new Words("Before", "期初余额");
  public static final Words CLOSING = new Words("After", "期末余额");
  public static final Words ENTRY = new Words("Entry", "分录");
  public static final Words DOCUMENT = new Words("The document", "文档");

  private FileWords() {}

  /** From a bank, or to it. */
  public static Words of(Way way) {
    return switch (way) {
      case IN -> new Words("from the bank", "来自银行");
      case OUT -> new Words("to the bank", "发往银行");
    };
  }

  /** What is in a file. */
  public static Words content(Name name) {
    return name.answers() ? new Words("answers", "答复") : new Words("items", "项目");
  }

  /** How far a file has come. */
  public static Words of(State state) {
    return switch (state) {
      case ARRIVING -> new Words("arriving", "接收中");
      case TAKEN -> new Words("being booked", "入账中");
      case BOOKED -> new Words("booked", "已入账");
      case REFUSED -> new Words("refused", "已拒绝");
      case WRITTEN -> new Words("written", "已生成");
    };
  }

  /** The kind of state that it is shown as. */
  public static String state(State state) {
    return switch (state) {
      case ARRIVING, TAKEN -> "warn";
      case BOOKED, WRITTEN -> "good";
      case REFUSED -> "bad";
    };
  }

  /** A settlement file. */
  public static Words message(String kind) {
    return kind.equals("pacs.009")
        ? new Words("transfers (pacs.009)", "转账（pacs.009）")
        : new Words("statement (camt.053)", "对账单（camt.053）");
  }
}
