package openset.pages.office;

import openset.merchant.hook.Delivery;
import openset.pages.Words;

/** The words of certificates, webhooks, keys and the developer's page. */
public final class SettingsWords {
  public static final Words CERTIFICATES_LEAD =
      new Words(
          "By these certificates wallets and gateways know this shop.",
          "钱包与网关凭这些证书识别本店。");
  public static final Words USE = new Words("For", "用途");
  public static final Words SIGNING = new Words("Signing", "签名");
  public static final Words OPENING = new Words("Being written to", "接收密文");
  public static final Words VALID_UNTIL = new Words("Valid until", "有效期至");
  public static final Words SERIAL = new Words("Serial number", "序列号");
  public static final Words FINGERPRINT = new Words("SHA-256", "SHA-256");
  public static final Words ISSUER = new Words("Issued by", "签发者");

  public static final Words HOOKS_LEAD =
      new Words(
          "Your programs are told what happens to orders: signed, in order, until it arrives.",
          "订单发生的一切都会通知您的程序：带签名、按顺序、直到送达。");
  public static final Words HOOK_ADD = new Words("Add a webhook", "添加 Webhook");
  public static final Words URL = new Words("Address (https)", "地址（https）");
  public static final Words ABOUT = new Words("What it is for", "用途说明");
  public static final Words HOOK_NONE =
      new Words("Nobody is told yet. Add the address of your program.", "尚未设置通知。请添加您程序的地址。");
  public static final Words ACTIVE = new Words("Told", "通知中");
  public static final Words PAUSED = new Words("Paused", "已暂停");
  public static final Words PAUSE = new Words("Pause", "暂停");
  public static final Words RESUME = new Words("Resume", "恢复");
  public static final Words REMOVE = new Words("Remove", "删除");
  public static final Words DELIVERIES = new Words("Latest deliveries", "最近的通知");
  public static final Words NO_DELIVERIES =
      new Words("Nothing was told yet.", "尚未发送任何通知。");
  public static final Words EVENT = new Words("Event", "事件");
  public static final Words STATE = new Words("State", "状态");
  public static final Words TRIES = new Words("Tries", "尝试次数");
  public static final Words LAST_ANSWER = new Words("Last answer", "最近答复");
  public static final Words AGAIN = new Words("Deliver again", "重新发送");
  public static final Words HOOK_BAD =
      new Words(
          "This address cannot be told. It begins with https:// and is on the open network.",
          "无法通知此地址。地址须以 https:// 开头，且位于公共网络。");

  public static final Words SECRET_TITLE = new Words("Keep this now", "请立即保存");
  public static final Words SECRET_LEAD =
      new Words(
          "It is shown this once and never again. Who has it can act for the shop.",
          "仅显示这一次。持有者可以代表本店操作。");
  public static final Words SECRET_DONE = new Words("I have kept it", "我已保存");

  public static final Words KEYS_LEAD =
      new Words(
          "Programs sign their requests with a key; the key itself never travels.",
          "程序用密钥为请求签名；密钥本身从不传输。");
  public static final Words KEY_ADD = new Words("Make a key", "创建密钥");
  public static final Words KEY_NONE = new Words("There are no keys yet.", "尚无密钥。");
  public static final Words LASTS = new Words("Lasts", "有效期");
  public static final Words FOR_EVER = new Words("Until it is revoked", "直到撤销");
  public static final Words DAYS_90 = new Words("90 days", "90 天");
  public static final Words DAYS_365 = new Words("One year", "一年");
  public static final Words HOUR = new Words("One hour", "一小时");
  public static final Words REVOKE = new Words("Revoke", "撤销");
  public static final Words REVOKED = new Words("Revoked", "已撤销");
  public static final Words ENDED = new Words("Ended", "已到期");
  public static final Words LIVE = new Words("In use", "有效");
  public static final Words USED = new Words("Last used", "最近使用");
  public static final Words NEVER = new Words("Never", "从未");
  public static final Words MADE = new Words("Made", "创建");

  public static final Words TRY_LEAD =
      new Words(
          "Every call of the API. Requests are signed in your browser and go to the real shop.",
          "API 的每个调用。请求在您的浏览器中签名，并发送到真实的商店。");
  public static final Words TRY_KEY = new Words("Key to sign with", "签名密钥");
  public static final Words TRY_MAKE = new Words("Make one for an hour", "创建一小时密钥");
  public static final Words TRY_SEND = new Words("Send", "发送");
  public static final Words TRY_BODY = new Words("Body", "请求体");
  public static final Words TRY_ANSWER = new Words("Answer", "答复");
  public static final Words TRY_REQUEST = new Words("Request as sent", "已发送的请求");
  public static final Words TRY_DESCRIPTION =
      new Words("The whole description (OpenAPI 3.1)", "完整描述（OpenAPI 3.1）");
  public static final Words TRY_NO_SCRIPT =
      new Words(
          "To sign in the browser, this page needs JavaScript.", "在浏览器中签名需要启用 JavaScript。");
  public static final Words TRY_NO_CRYPTO =
      new Words(
          "This browser signs only over https or on this machine.",
          "浏览器仅在 https 或本机地址下支持签名。");
  public static final Words TRY_NO_KEY =
      new Words("Give a key first.", "请先填写密钥。");

  private SettingsWords() {}

  /** How a delivery stands. */
  public static Words of(Delivery.State state) {
    return switch (state) {
      case waiting -> new Words("Waiting", "等待中");
      case delivered -> new Words("Delivered", "已送达");
      case failed -> new Words("Failed", "失败");
    };
  }

  /** When a certificate ends. */
  public static Words left(long days) {
    return days == 1
        ? new Words("1 day left", "还剩 1 天")
        : new Words(days + " days left", "还剩 " + days + " 天");
  }
}
