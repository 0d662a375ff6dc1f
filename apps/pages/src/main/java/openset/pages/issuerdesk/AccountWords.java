package openset.pages.issuerdesk;

import java.util.List;
import openset.issuer.card.CardStatus;
import openset.pages.Words;
import openset.pages.desk.Cell;
import openset.pages.desk.Filter;

/** The words of accounts and their cards. */
public final class AccountWords {
  public static final Words FIND =
      new Words("Last 4, name or id", "尾号、姓名或账户");
  public static final Words CARD = new Words("Card", "卡片");
  public static final Words EXPIRY = new Words("Good until", "有效期至");
  public static final Words PRODUCT = new Words("Product", "产品");
  public static final Words LIMIT = new Words("Limit", "额度");
  public static final Words OWED = new Words("Owed", "欠款");
  public static final Words HELD = new Words("Held", "预留");
  public static final Words AVAILABLE = new Words("Available", "可用");
  public static final Words SINCE = new Words("Opened", "开户时间");
  public static final Words BALANCE = new Words("Owed after it", "入账后欠款");
  public static final Words POSTINGS = new Words("Statement", "交易明细");
  public static final Words ACTS = new Words("What was done, and by whom", "操作记录");
  public static final Words LIMITS = new Words("Limits before", "额度变更记录");
  public static final Words DO = new Words("What may be done", "可执行操作");
  public static final Words FREEZE = new Words("Freeze the card", "冻结卡片");
  public static final Words THAW = new Words("Thaw the card", "解冻卡片");
  public static final Words LOSE = new Words("Report it lost", "挂失");
  public static final Words REPLACE = new Words("Give another card", "换发新卡");
  public static final Words END = new Words("End the card", "终止卡片");
  public static final Words FOR_GOOD =
      new Words(
          "These cannot be undone. With another card the present number is unknown at once.",
          "以下操作不可撤销。换卡后，现有卡号立即失效。");
  public static final Words REGISTERING =
      new Words("Who decides whether the card is registered", "卡片登记的审核方式");
  public static final Words REVIEW_ON = new Words("Let a person decide", "改为人工审核");
  public static final Words REVIEW_OFF = new Words("Decide by itself", "改为自动审核");
  public static final Words UNLOCK =
      new Words("Unlock its registration", "解除登记锁定");
  public static final Words CHANGE_LIMIT = new Words("Change the limit", "调整额度");
  public static final Words NEW_LIMIT = new Words("New limit", "新额度");
  public static final Words BAD_LIMIT =
      new Words("The product has no such limit.", "该产品不支持此额度。");
  public static final Words CANNOT =
      new Words("A lost card stays lost.", "已挂失的卡片无法恢复。");

  private static final Words ACTIVE = new Words("Active", "正常");
  private static final Words FROZEN = new Words("Frozen", "已冻结");
  private static final Words LOST = new Words("Lost", "已挂失");

  private AccountWords() {}

  static Words of(CardStatus status) {
    return switch (status) {
      case ACTIVE -> ACTIVE;
      case FROZEN -> FROZEN;
      case LOST -> LOST;
    };
  }

  static Cell.State state(CardStatus status) {
    String kind =
        switch (status) {
          case ACTIVE -> "good";
          case FROZEN -> "warn";
          case LOST -> "bad";
        };
    return new Cell.State(kind, of(status));
  }

  static List<Filter.Option> states() {
    return Filter.Option.of(CardStatus.class, AccountWords::of);
  }
}
