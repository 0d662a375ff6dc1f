package openset.pages.office;

import openset.merchant.event.OrderEvent.Kind;
import openset.pages.Words;
import openset.set.data.auth.AVSResult;
import openset.set.extension.SecurityCodeResult;

/** The words of the pages about orders. */
public final class OrderDeskWords {
  public static final Words COMES_NEXT = new Words("What may come next", "后续可能的步骤");
  public static final Words ALL = new Words("All", "全部");
  public static final Words SEARCH = new Words("Order number or reference", "订单号或参考号");
  public static final Words FIND = new Words("Find", "查找");
  public static final Words OLDER = new Words("Older orders", "更早的订单");
  public static final Words NEWEST = new Words("Newest orders", "最新订单");
  public static final Words NONE_TITLE = new Words("No orders here", "没有订单");
  public static final Words NONE =
      new Words("When somebody orders, it stands here at once.", "有人下单后，订单会立即显示在这里。");
  public static final Words NONE_FOUND =
      new Words("Nothing fits what you look for.", "没有符合条件的订单。");
  public static final Words ORDER = new Words("Order", "订单");
  public static final Words REFERENCE = new Words("Your reference", "您的参考号");
  public static final Words PLACED_AT = new Words("Placed", "下单时间");
  public static final Words CUSTOMER = new Words("Customer", "客户");
  public static final Words PAYMENT = new Words("Payment", "付款");
  public static final Words SHIPPED = new Words("Shipped", "已发货");
  public static final Words TOTAL = new Words("Total", "合计");
  public static final Words TAX = new Words("Tax", "税费");
  public static final Words DELIVERY = new Words("Delivery", "运费");
  public static final Words LINES = new Words("What was ordered", "订购内容");
  public static final Words QUANTITY = new Words("Quantity", "数量");
  public static final Words PRICE = new Words("Price", "价格");
  public static final Words ARTICLE = new Words("Article", "商品");
  public static final Words DIGITAL = new Words("Handed out online", "在线交付");
  public static final Words BRAND = new Words("Card", "卡品牌");
  public static final Words HELD_UNTIL = new Words("Held until", "冻结至");
  public static final Words ADDRESS_CHECK = new Words("Billing address", "账单地址");
  public static final Words CODE_CHECK = new Words("Security code", "安全码");
  public static final Words SIGNATURE = new Words("Signature", "签名");
  public static final Words NOT_SIGNED =
      new Words(
          "Not signed by the cardholder. Nothing proves that the cardholder agreed.",
          "持卡人未签署。没有证据证明持卡人同意。");
  public static final Words APPROVAL = new Words("Bank's approval", "银行授权码");
  public static final Words CODE = new Words("Gateway's answer", "网关答复");
  public static final Words AUTHORIZED = new Words("Held", "已预留");
  public static final Words CAPTURED = new Words("Captured", "已收款");
  public static final Words ADDRESS = new Words("Deliver to", "收货信息");
  public static final Words SHIP = new Words("Ship", "发货");
  public static final Words SHIP_LEAD =
      new Words(
          "Tick what leaves the house. Its share of the price is captured at once.",
          "勾选要发出的商品。其对应金额会立即收取。");
  public static final Words TRACKING = new Words("Tracking number", "运单号");
  public static final Words SHIP_BUTTON = new Words("Ship what is ticked", "发出所选商品");
  public static final Words CLAIM = new Words("Capture again", "再次收款");
  public static final Words CLAIM_LEAD =
      new Words(
          "Something was shipped and its money not captured then.",
          "有商品已发货，但当时未能收款。");
  public static final Words REDUCE = new Words("Hold less", "减少预留金额");
  public static final Words REDUCE_LEAD =
      new Words(
          "Lets a part of the held money go that will not be shipped. It cannot be taken back.",
          "释放部分不再发货的已预留款项，无法撤回。");
  public static final Words STAYS = new Words("What stays held", "保留金额");
  public static final Words VOID = new Words("Void the payment", "取消付款授权");
  public static final Words VOID_LEAD =
      new Words(
          "Lets the held money go: nothing of this order will be shipped.",
          "释放已预留的款项：此订单将不再发货。");
  public static final Words VOID_SURE =
      new Words("Yes, nothing of it will be shipped", "是的，此订单不再发货");
  public static final Words NO_STEPS =
      new Words("There is nothing to do now.", "目前无需操作。");
  public static final Words PARCELS = new Words("Parcels", "包裹");
  public static final Words TIMELINE = new Words("What happened", "订单动态");
  public static final Words MESSAGES = new Words("SET messages", "SET 报文");
  public static final Words MESSAGES_LEAD =
      new Words(
          "Each message of this sale exactly as it travelled. What is sealed stays sealed.",
          "本次交易的每条报文，与传输时完全一致。密封的内容仍然密封。");
  public static final Words EVIDENCE = new Words("Download the evidence", "下载证据文件");
  public static final Words EVIDENCE_LEAD =
      new Words(
          "One file with what was signed about this purchase, what was shipped, and what your"
              + " acquirer settled. Anybody checks it offline: openset evidence verify.",
          "一个文件，包含本次交易的全部签名、发货及收单机构的结算。任何人均可离线核验：openset evidence verify。");
  public static final Words MESSAGE = new Words("Message", "报文");
  public static final Words DIRECTION = new Words("Way", "方向");
  public static final Words IN = new Words("in", "收");
  public static final Words OUT = new Words("out", "发");
  public static final Words SIZE = new Words("Size", "大小");
  public static final Words TIME = new Words("Time", "时间");
  public static final Words PAY_PAGE = new Words("Page on which it is paid", "付款页面");
  public static final Words DONE_SHIPPED = new Words("Shipped and captured.", "已发货并收款。");
  public static final Words DONE_SHIPPED_ONLY =
      new Words(
          "Shipped. The money was not captured; it can be captured again below.",
          "已发货，但未能收款；可在下方再次收款。");
  public static final Words DONE_CLAIMED = new Words("Captured.", "已收款。");
  public static final Words DONE_REDUCED = new Words("Less is held now.", "预留金额已减少。");
  public static final Words REDUCE_BAD =
      new Words(
          "Give an amount that is less than is held and not less than what was shipped, such as"
              + " 12.34.",
          "请填写小于已预留金额且不少于已发货金额的数额，例如 12.34。");
  public static final Words DONE_VOIDED = new Words("The payment is voided.", "付款授权已取消。");
  public static final Words DONE_REFUNDED = new Words("Refunded.", "已退款。");
  public static final Words DONE_TAKEN_BACK = new Words("Taken back.", "已撤回。");
  public static final Words SAID_NO =
      new Words(
          "The gateway did not book it. What it said, and what to do, stands beside the payment.",
          "网关未入账。原因与处理办法见付款信息。");
  public static final Words REFUND_BAD =
      new Words(
          "Tick at least one line, or give an amount up to what is left, such as 12.34.",
          "请至少勾选一项，或填写不超过可退余额的金额，例如 12.34。");
  public static final Words NOT_NOW =
      new Words("That cannot be done as the order stands now.", "订单当前状态无法执行此操作。");
  public static final Words TICK =
      new Words("Tick at least one line, and give a tracking number.", "请至少勾选一项，并填写运单号。");

  private OrderDeskWords() {}

  /** How a payment stands. */
  public static Words standing(String standing) {
    return switch (standing) {
      case "placed" -> new Words("Not paid", "未付款");
      case "expired" -> new Words("Not paid in time", "逾期未付");
      case "opened" -> new Words("Wallet open", "钱包已打开");
      case "rejected" -> new Words("Order refused", "订单不符");
      case "authorizing" -> new Words("Being authorized", "授权中");
      case "declined" -> new Words("Declined", "已拒绝");
      case "authorized" -> new Words("To ship", "待发货");
      case "captured" -> new Words("Captured", "已收款");
      case "reversed" -> new Words("Voided", "已取消");
      default -> Words.same(standing);
    };
  }

  /** What happened. */
  public static Words happened(Kind kind) {
    return switch (kind) {
      case placed -> new Words("Order placed", "已下单");
      case expired ->
          new Words("Not paid in time; back on the shelves", "逾期未付，商品已重新上架");
      case rejected -> new Words("The customer agreed to something else", "客户签署的内容不符");
      case declined -> new Words("Payment declined", "付款被拒绝");
      case authorized -> new Words("Payment authorized", "付款已授权");
      case shipped -> new Words("Shipped", "已发货");
      case captured -> new Words("Money captured", "已收款");
      case authorization_reduced -> new Words("Less is held: still held", "授权金额减少，现保留");
      case capture_reversed -> new Words("A capture was taken back", "一笔收款已撤回");
      case refund_reversed -> new Words("A refund was taken back", "一笔退款已撤回");
      case voided -> new Words("Payment voided", "付款授权已取消");
      case refunded -> new Words("Refunded", "已退款");
      case payment_due -> new Words("A payment of the plan was asked for", "已请求计划付款");
      case payment_made -> new Words("A payment of the plan was made", "计划付款成功");
      case payment_declined -> new Words("A payment of the plan was not made", "计划付款未成功");
      case plan_ended -> new Words("No more is asked for by the plan", "计划不再请求付款");
    };
  }

  /** So many of so many. */
  public static Words of(long some, long all) {
    return new Words(some + " of " + all, some + " / " + all);
  }

  /** Lines of a parcel. */
  public static Words lines(String numbers) {
    String english = numbers.contains(",") ? "Lines " : "Line ";
    return new Words(english + numbers, "第 " + numbers + " 项");
  }

  /** Picks one line. */
  public static Words pick(String description) {
    return new Words("Ship " + description, "发出" + description);
  }

  /** What the bank found of the billing address. */
  public static Words found(AVSResult result) {
    return switch (result) {
      case fullMatch -> new Words("agrees", "相符");
      case addressMatchOnly ->
          new Words("the street agrees, the postal code does not", "街道相符，邮编不符");
      case postalCodeMatchOnly ->
          new Words("the postal code agrees, the street does not", "邮编相符，街道不符");
      case noMatch -> new Words("does not agree", "不符");
      case resultUnavailable -> new Words("not checked", "未核对");
    };
  }

  /** What the bank found of the code printed on the card. */
  public static Words found(SecurityCodeResult result) {
    return switch (result) {
      case match -> new Words("agrees", "相符");
      case noMatch -> new Words("does not agree", "不符");
      case resultUnavailable -> new Words("not checked", "未核对");
    };
  }
}
