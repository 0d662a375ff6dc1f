package openset.pages.shop;

import java.util.List;
import openset.pages.Words;

/** How paying works, and who learns what. */
public final class PayingWords {
  public static final Words LEAD =
      new Words(
          "You pay with your own wallet, by Secure Electronic Transaction. "
              + "The shop never sees your card, and your bank never sees your cart.",
          "你用自己的钱包，通过“安全电子交易”（SET）付款。商店看不到你的卡，银行看不到你的购物车。");
  public static final Words HOW = new Words("In three steps", "三个步骤");
  public static final Words WHO = new Words("Who learns what", "谁能看到什么");
  public static final Words SHOP = new Words("The shop", "商店");
  public static final Words GATEWAY = new Words("The payment gateway", "支付网关");
  public static final Words BANK = new Words("Your bank", "你的银行");
  public static final Words WHAT = new Words("What", "内容");
  public static final Words YES = new Words("yes", "能");
  public static final Words NO = new Words("no", "不能");
  public static final Words FAQ = new Words("Good to know", "须知");

  static final List<Step> STEPS =
      List.of(
          new Step(
              new Words("Your wallet opens", "钱包打开"),
              new Words(
                  "Nothing to install. The first time it registers your card with your bank, "
                      + "which takes about a minute.",
                  "无需安装。第一次使用时，它会向银行登记你的卡，约需一分钟。")),
          new Step(
              new Words("You see the whole order", "查看整个订单"),
              new Words(
                  "The wallet proves who this shop is before it shows you anything, "
                      + "and then each line, tax, delivery and the total.",
                  "钱包先核实商店的身份，再向你展示每一项商品、税、运费和总额。")),
          new Step(
              new Words("You approve once", "确认一次"),
              new Words(
                  "With your passkey or passphrase. A signed receipt comes back within a second.",
                  "用通行密钥或口令确认，签名收据随即返回。")));

  static final List<Sight> SIGHTS =
      List.of(
          new Sight(new Words("What you bought", "你买了什么"), true, false, false),
          new Sight(new Words("Where it is delivered", "寄到哪里"), true, false, false),
          new Sight(new Words("What you pay", "支付金额"), true, true, true),
          new Sight(new Words("Your card number", "你的卡号"), false, true, true),
          new Sight(new Words("That it was really you", "确实是你本人"), true, true, true));

  static final List<Step> NOTES =
      List.of(
          new Step(
              new Words("When am I charged?", "什么时候扣款？"),
              new Words(
                  "Your bank only holds the amount when you order. "
                      + "It is taken as each parcel leaves us, or when you fetch a download.",
                  "下单时银行只预留金额。包裹寄出或你下载文件时才会扣款。")),
          new Step(
              new Words("What if the payment does not work?", "付款没有成功怎么办？"),
              new Words(
                  "Your order waits on its own page, and you can pay again from there.",
                  "订单会在自己的页面上等待，你可以在那里再次付款。")),
          new Step(
              new Words("Do I need an account here?", "需要在本店注册吗？"),
              new Words(
                  "No. The address of your order's page is all you need, so keep it.",
                  "不需要。保存好订单页面的地址即可。")));

  private PayingWords() {}

  /** A heading and what belongs to it. */
  record Step(Words title, Words text) {}

  /** Who can read something of a purchase. */
  record Sight(Words what, boolean shop, boolean gateway, boolean bank) {}
}
