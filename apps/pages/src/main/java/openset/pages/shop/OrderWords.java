package openset.pages.shop;

import openset.pages.Words;
import openset.set.data.sale.AuthCode;

/** The words of checking out, and of what becomes of an order. */
public final class OrderWords {
  public static final Words BACK_OUTSIDE = new Words("Back without paying", "不付款，返回商店");
  public static final Words CHECKOUT = new Words("Check out", "结算");
  public static final Words STEP_ADDRESS = new Words("Address", "地址");
  public static final Words STEP_NAME = new Words("Your name", "姓名");
  public static final Words STEP_PAY = new Words("Payment", "付款");
  public static final Words STEPS = new Words("Where you are", "当前步骤");
  public static final Words WHERE = new Words("Where shall we send it?", "寄到哪里？");
  public static final Words WHO = new Words("Who is it for?", "收货人是谁？");
  public static final Words NO_ADDRESS =
      new Words(
          "Everything in your cart is downloaded, so we need no address.",
          "购物车里都是可下载的商品，所以不需要地址。");
  public static final Words NAME = new Words("Full name", "姓名");
  public static final Words STREET = new Words("Street and number", "街道与门牌号");
  public static final Words MORE = new Words("Floor, company, care of", "楼层、公司、转交");
  public static final Words OPTIONAL = new Words("(optional)", "（选填）");
  public static final Words POSTCODE = new Words("Postcode", "邮政编码");
  public static final Words CITY = new Words("Town or city", "城市");
  public static final Words COUNTRY = new Words("Country", "国家或地区");
  public static final Words CHOOSE = new Words("Choose", "请选择");
  public static final Words PLACE = new Words("Order and go to payment", "下单并前往付款");
  public static final Words PLACE_HINT =
      new Words(
          "Nothing is paid yet. You see the whole order again in your wallet before you approve.",
          "此时还不会扣款。付款前，你会在自己的钱包里再次看到整个订单。");
  public static final Words PROBLEMS = new Words("Please look at this again", "请再检查以下内容");
  public static final Words MISSING = new Words("Please fill this in.", "请填写此项。");
  public static final Words TOO_LONG = new Words("Please use fewer letters.", "内容太长，请缩短。");
  public static final Words POSTCODE_WRONG =
      new Words("This is not a postcode of that country.", "这不是该国家或地区的邮政编码。");
  public static final Words COUNTRY_WRONG =
      new Words("Please choose a country from the list.", "请从列表中选择国家或地区。");
  public static final Words ORDER = new Words("Order", "订单");
  public static final Words EXPIRED = new Words("Not paid in time", "逾期未付");
  public static final Words EXPIRED_MORE =
      new Words(
          "This order was not paid in time, so its goods are for others again. Nothing was "
              + "charged. Please order anew.",
          "订单未在时限内付款，商品已重新开放购买。没有扣款，请重新下单。");
  public static final Words TO_PAY = new Words("Waiting for payment", "等待付款");
  public static final Words ASKING = new Words("Asking your bank", "正在询问银行");
  public static final Words PAID = new Words("Paid", "已付款");
  public static final Words NOT_PAID = new Words("Payment declined", "付款被拒");
  public static final Words SHIPPED = new Words("On its way", "已发货");
  public static final Words PART_SHIPPED = new Words("Partly on its way", "部分已发货");
  public static final Words HANDED_OUT = new Words("Delivered", "已交付");
  public static final Words GIVEN_BACK =
      new Words("Cancelled, nothing was charged", "已取消，未扣款");
  public static final Words PAY = new Words("Pay with your wallet", "用钱包付款");
  public static final Words PAY_AGAIN = new Words("Pay again", "再次付款");
  public static final Words PAY_MORE =
      new Words(
          "Your wallet opens, shows you this order, and asks for your approval. "
              + "The first time it also registers your card, which takes a minute.",
          "钱包会打开，向你展示这个订单并请你确认。第一次使用时还会登记你的银行卡，约需一分钟。");
  public static final Words OTHER_WALLET =
      new Words("A wallet on your computer?", "使用电脑上的钱包？");
  public static final Words SETPAY =
      new Words("Download the payment file (.setpay)", "下载付款文件（.setpay）");
  public static final Words LOOK_AGAIN = new Words("Look again", "刷新状态");
  public static final Words THANKS = new Words("Thank you", "谢谢");
  public static final Words THANKS_MORE =
      new Words(
          "Your payment is approved, and your wallet keeps the signed receipt.",
          "付款已获批准，签名收据保存在你的钱包里。");
  public static final Words ASKING_MORE =
      new Words(
          "Your order is here. We are still waiting for the bank's answer; "
              + "you need not pay again.",
          "订单已收到，我们还在等待银行答复，请勿重复付款。");
  public static final Words REJECTED_MORE =
      new Words(
          "What your wallet signed was not this order, so nothing was paid. Please try again.",
          "钱包签署的内容与本订单不符，因此没有付款。请再试一次。");
  public static final Words CANCELLED =
      new Words("You closed the wallet, and nothing was paid.", "你关闭了钱包，没有付款。");
  public static final Words UNSURE =
      new Words(
          "The wallet did not finish. This page shows what we know.",
          "钱包没有完成付款。以下是我们所知道的状态。");
  public static final Words LINES = new Words("What you ordered", "订购内容");
  public static final Words PROGRESS = new Words("Progress", "进度");
  public static final Words PLACED = new Words("Ordered", "已下单");
  public static final Words STEP_PAID = new Words("Paid", "已付款");
  public static final Words STEP_SHIPPED = new Words("Delivered", "交付");
  public static final Words WILL_SHIP =
      new Words("We pack it and tell you the tracking number here.", "我们会打包并在此告知运单号。");
  public static final Words WILL_DOWNLOAD =
      new Words("You can download it here as soon as it is paid.", "付款后可立即在此下载。");
  public static final Words TRACKING = new Words("Tracking number", "运单号");
  public static final Words DOWNLOADED = new Words("Handed out as a download", "已作为下载交付");
  public static final Words DOWNLOAD = new Words("Download", "下载");
  public static final Words YOUR_FILES = new Words("Your downloads", "你的下载");
  public static final Words FILES_MORE =
      new Words("Yours to keep. Each file can be fetched again.", "归你所有，可重复下载。");
  public static final Words DELIVER_TO = new Words("Delivery address", "收货信息");
  public static final Words FOR = new Words("For", "收货人");
  public static final Words APPROVAL = new Words("Approval code", "授权码");
  public static final Words CARD = new Words("Card", "银行卡");
  public static final Words PLACED_ON = new Words("Ordered on", "下单时间");
  public static final Words KEEP =
      new Words(
          "Keep this page's address: whoever has it can see this order.",
          "请保存本页地址：持有该地址的人可以查看此订单。");
  public static final Words NO_ORDERS = new Words("No orders yet", "还没有订单");
  public static final Words NO_ORDERS_MORE =
      new Words(
          "Orders made with this browser are listed here.", "用此浏览器下的订单会列在这里。");
  public static final Words NO_ORDER =
      new Words("We do not know this order", "没有找到这个订单");
  public static final Words LATER =
      new Words("This cannot be handed out just now", "暂时无法交付");
  public static final Words LATER_MORE =
      new Words(
          "A delivery of this order is being booked. Please try again in a moment.",
          "该订单正在登记另一次交付，请稍后再试。");
  public static final Words BACK_TO_ORDER = new Words("Back to the order", "回到订单");

  private OrderWords() {}

  /** What the title of an order's page says. */
  static Words order(String number) {
    return new Words("Order " + number, "订单 " + number);
  }

  /** A parcel by its number. */
  static Words parcel(int number) {
    return new Words("Parcel " + number, "包裹 " + number);
  }

  /** Which cards a shop takes. */
  static Words brands(String names) {
    return new Words("Cards: " + names, "可用银行卡：" + names);
  }

  /** Why a bank or a gateway gave no money. */
  static Words why(AuthCode code) {
    return switch (code) {
      case declined, unspecifiedFailure ->
          new Words(
              "Your bank declined this payment. Another card may work, or ask your bank.",
              "银行拒绝了这笔付款。可换一张卡，或咨询银行。");
      case callIssuer ->
          new Words(
              "Your bank wants to speak with you before it approves this payment.",
              "银行希望先与你联系，再批准这笔付款。");
      case expiredCard -> new Words("This card has expired.", "这张卡已过期。");
      case amountError ->
          new Words("The amount is more than this card allows.", "金额超出这张卡的限额。");
      case noReply, systemError ->
          new Words(
              "The bank could not be reached. Nothing was paid; please try again later.",
              "无法联系银行，没有付款，请稍后再试。");
      case signatureRequired, piAuthMismatch, piPreviouslyUsed, invalidTransaction ->
          new Words(
              "The payment was not accepted as it was signed. Please pay again.",
              "付款的签名未被接受，请再次付款。");
      case cardMerchBrandMismatch ->
          new Words("This shop does not take that card.", "本店不接受这种卡。");
      case approved,
          recurringTooSoon,
          recurringExpired,
          installRecurMismatch,
          captureNotSupported ->
          new Words("The payment could not be made.", "付款无法完成。");
    };
  }
}
