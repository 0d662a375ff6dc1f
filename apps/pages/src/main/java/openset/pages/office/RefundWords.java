package openset.pages.office;

import openset.merchant.sale.Sale;
import openset.pages.Words;

/** What the pages of orders say about money that goes back, and about what was not booked. */
public final class RefundWords {
  public static final Words REFUND = new Words("Refund", "退款");
  public static final Words REFUND_LEAD =
      new Words(
          "The money goes back to the card that paid. The customer's wallet shows it.",
          "款项退回付款的卡，客户的钱包会显示。");
  public static final Words LINES = new Words("Refund lines", "按商品退款");
  public static final Words LINES_BUTTON = new Words("Refund these lines", "退这些商品");
  public static final Words AMOUNT = new Words("Or an amount", "或按金额");
  public static final Words AMOUNT_BUTTON = new Words("Refund this amount", "退此金额");
  public static final Words REFUNDED = new Words("Refunded", "已退款");
  public static final Words MOVED = new Words("Captures and refunds", "收款与退款");
  public static final Words CAPTURE = new Words("Captured", "收款");
  public static final Words TAKEN_BACK = new Words("taken back", "已撤回");
  public static final Words TAKE_BACK = new Words("Take back", "撤回");
  public static final Words NOT_BOOKED = new Words("Not booked", "未入账");

  private RefundWords() {}

  /** Why something was not booked, and what to do next. */
  public static Words why(Sale.NotBooked not) {
    return switch (not.code()) {
      case "authExpired" ->
          new Words(
              "The authorization has expired. Ask the customer to order again, or for another"
                  + " authorization.",
              "授权已过期。请客户重新下单，或重新申请授权。");
      case "invalidAuthData" ->
          new Words(
              "The bank holds less than that. Give back what will not be shipped, then capture"
                  + " again.",
              "银行保留的金额不足。请释放不再发货的部分，然后再次收款。");
      case "invalidCapToken", "capTokenMissing", "missingCapToken", "unknownXID" ->
          new Words(
              "The gateway does not know this payment. Ask your gateway's operator, and name the"
                  + " order number.",
              "网关不认识这笔付款。请联系网关运营方，并提供订单号。");
      case "batchClosed", "batchUnknown" ->
          new Words(
              "Its batch takes nothing any more. Ask again; it falls into the next one.",
              "该批次已不再接受。请重试，将记入下一批次。");
      case "duplicateRequest" ->
          new Words(
              "The bank has it already. Look at the messages before you ask again.",
              "银行已有此笔。重试前请查看报文。");
      case "originalProcessed" ->
          new Words(
              "It went back already, or less is left. Reload the page and look at the refunds.",
              "已经退回，或余额不足。请刷新页面查看退款记录。");
      case "originalNotFound", "capPurged" ->
          new Words(
              "The bank has no such booking. Ask your gateway's operator, and name the order"
                  + " number.",
              "银行没有这笔入账。请联系网关运营方，并提供订单号。");
      default ->
          new Words(
              "The gateway or the bank could not do it now. Ask again in a few minutes.",
              "网关或银行暂时无法处理。请几分钟后重试。");
    };
  }
}
