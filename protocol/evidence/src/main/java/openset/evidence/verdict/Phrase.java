package openset.evidence.verdict;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** Every sentence of a verdict, in English and Chinese; {@code %s} is filled in. */
enum Phrase {
  NO_BUNDLE(
      "The file is not an evidence bundle: %s.",
      "该文件不是证据文件：%s。"),
  IS_BUNDLE("The file is an evidence bundle, version 1.", "该文件是证据文件，版本 1。"),
  OTHER_ROOT(
      "The bundle rests on the root %s; the root trusted here is %s. Nothing else was looked at.",
      "证据文件以根证书 %s 为基础，而此处信任的根证书是 %s。其余内容均未检查。"),
  SAME_ROOT(
      "Everything below leads to the root %s, which the reader trusts.",
      "以下各项均以读者信任的根证书 %s 为基础。"),
  ORDER_PROVED(
      "The order shown here, for %s, is the one that the cardholder signed (XID %s).",
      "此处所示金额为 %s 的订单正是持卡人签署的订单（XID %s）。"),
  ORDER_WRONG(
      "The order shown here is not the one that the cardholder signed: its digest is another.",
      "此处所示订单不是持卡人签署的订单：摘要不符。"),
  ORDER_UNSIGNED(
      "The order shown here, for %s, is the one of the request that the merchant got (XID %s)."
          + " The cardholder did not sign it.",
      "此处所示金额为 %s 的订单与商户收到的请求（XID %s）一致。持卡人没有签署该订单。"),
  ORDER_OTHER_UNSIGNED(
      "The order shown here is not the one of the request that the merchant got: its digest is"
          + " another.",
      "此处所示订单与商户收到的请求不一致：摘要不符。"),
  NOT_SIGNED(
      "It is not proved that the cardholder agreed: the purchase was made without a card"
          + " certificate, and nothing of it is signed by the cardholder.",
      "没有证明持卡人同意：这笔交易未使用卡证书，持卡人没有签署任何内容。"),
  TIME_UNSIGNED(
      "The purchase is of %s, a date that the cardholder did not sign; the gateway's own date is"
          + " %s.",
      "交易时间为 %s（持卡人没有签署该日期）；网关自己的日期为 %s。"),
  TIME_OF_NOBODY(
      "The purchase is of %s, a date that the cardholder did not sign. No date of the gateway near"
          + " it is in the bundle.",
      "交易时间为 %s（持卡人没有签署该日期）。证据文件中没有与之相近的网关日期。"),
  GATEWAY_UNSIGNED(
      "The gateway that was named is %s of brand %s, whose certificate was in force.",
      "所指明的网关是品牌 %2$s 的 %1$s，其证书当时有效。"),
  LINE_PROVED(
      "Line %s of %s is of that order: %s × %s, %s, for %s.",
      "该订单第 %s 行（共 %s 行）属实：%s × %s，%s，金额 %s。"),
  LINE_WRONG(
      "Line %s is not of that order: its proof does not lead to the order's root.",
      "第 %s 行不属于该订单：证明无法归结到订单的根。"),
  LINE_ABSENT("Line %s is not shown in this bundle.", "证据文件中没有第 %s 行。"),
  OFFER_PROVED(
      "%s (merchant number %s, certificate %s) offered this purchase under its signature.",
      "%s（商户编号 %s，证书 %s）以其签名提出了这笔交易。"),
  OFFER_PUBLISHED(
      "%s (merchant number %s, certificate %s) published this offer under its signature.",
      "%s（商户编号 %s，证书 %s）以其签名公布了这份报价。"),
  OFFER_OTHER_TIME(
      "The purchase is not in the time for which the offer was published, %s to %s.",
      "交易时间不在报价公布的有效期内：%s 至 %s。"),
  OFFER_OTHER_PURCHASE(
      "What the merchant signed is about another purchase: %s differs.",
      "商户签署的是另一笔交易：%s 不一致。"),
  OFFER_OTHER_MERCHANT(
      "The merchant who signed is not the one that the cardholder named.",
      "签名的商户不是持卡人指明的商户。"),
  OFFER_OTHER_GATEWAY(
      "The merchant named another gateway than the cardholder did.",
      "商户指明的网关与持卡人指明的不同。"),
  CONTENT_PROVED(
      "The merchant's signature covers this very order, every octet of it.",
      "商户的签名覆盖该订单的每一个字节。"),
  CONTENT_WRONG(
      "The merchant signed another offer than the one shown here.",
      "商户签署的报价与此处所示不同。"),
  CONTENT_HIDDEN(
      "The rest of the order is hidden, so that the merchant's digest of the whole offer cannot be"
          + " compared here; the whole bundle can show it.",
      "订单其余部分已隐藏，因此无法在此比对商户对整个报价的摘要；完整的证据文件可以证明。"),
  AGREED(
      "The holder of card certificate %s, given out by %s for brand %s, agreed to this order and"
          + " this payment with one signature.",
      "证书编号 %s（由 %s 为品牌 %s 签发）的持卡人以一个签名同意了该订单和付款。"),
  BY_PASSKEY(
      "It was made with a passkey at %s, after the person was verified by the device.",
      "该签名由通行密钥在 %s 作出，设备事先验证了本人。"),
  STILL_GOOD(
      "The card certificate was still in force, and not revoked, when the gateway decided (%s).",
      "网关作出决定时（%s），该卡证书仍然有效且未被吊销。"),
  THE_CARDHOLDER("The cardholder's signature:", "持卡人的签名："),
  THE_CARD_LATER("The card when the gateway decided (%s):", "网关作出决定时（%s）的卡证书："),
  THE_MERCHANT("The merchant's signature:", "商户的签名："),
  THE_GATEWAY("The gateway's signature:", "网关的签名："),
  THE_NAMED_GATEWAY("The gateway that was named:", "所指明的网关："),
  TIME_PROVED(
      "The purchase is of %s: merchant and cardholder both signed that date, and the gateway's own"
          + " date is %s.",
      "交易时间为 %s：商户和持卡人均签署了该日期，网关自己的日期为 %s。"),
  TIME_OF_TWO(
      "The purchase is of %s: merchant and cardholder both signed that date. No date of the gateway"
          + " near it is in the bundle.",
      "交易时间为 %s：商户和持卡人均签署了该日期。证据文件中没有与之相近的网关日期。"),
  TIME_CONTRADICTS(
      "The dates contradict each other: the purchase says %s, the gateway %s.",
      "日期相互矛盾：交易为 %s，网关为 %s。"),
  TIME_AHEAD("The bundle speaks of %s, which is in the future.", "证据文件所述的 %s 尚未到来。"),
  GATEWAY_PROVED(
      "Both named the gateway %s of brand %s, whose certificate was in force.",
      "双方均指明品牌 %2$s 的网关 %1$s，其证书当时有效。"),
  GATEWAY_ABSENT(
      "The certificate of the gateway that was named is not in the bundle.",
      "证据文件中没有所指明网关的证书。"),
  APPROVED(
      "The gateway told the merchant on %s: approved, %s.",
      "网关于 %s 告知商户：已批准，%s。"),
  DECLINED(
      "The gateway told the merchant on %s: not approved (%s).",
      "网关于 %s 告知商户：未批准（%s）。"),
  RECEIPT_APPROVED(
      "The gateway's receipt of %s says: %s is held for this merchant, for this very order.",
      "网关 %s 的收据表明：已为该商户、正是该订单冻结 %s。"),
  RECEIPT_DECLINED(
      "The gateway's receipt of %s says: not approved (%s).",
      "网关 %s 的收据表明：未批准（%s）。"),
  WORD_OTHER_PURCHASE("It is about another purchase.", "它涉及另一笔交易。"),
  WORD_OTHER_ORDER("It is about another order half.", "它涉及另一份订单。"),
  WORD_OTHER_MERCHANT("It is about another merchant.", "它涉及另一商户。"),
  WORD_OTHER_GATEWAY(
      "It is signed by another gateway than the one that was named.",
      "签名者不是所指明的网关。"),
  WORD_TOO_MUCH("It is about %s; no more than %s was agreed to.", "金额为 %s，而同意的上限是 %s。"),
  CAPTURED(
      "The gateway told the merchant on %s: %s is captured.",
      "网关于 %s 告知商户：已扣款 %s。"),
  NOT_CAPTURED(
      "The gateway told the merchant on %s: nothing is captured (%s).",
      "网关于 %s 告知商户：未扣款（%s）。"),
  CAPTURED_TOO_MUCH(
      "Captures together are %s; no more than %s was approved.",
      "扣款合计 %s，而批准的上限是 %s。"),
  REVERSED(
      "The gateway told the merchant on %s: %s stays approved.",
      "网关于 %s 告知商户：仍批准的金额为 %s。"),
  NOT_REVERSED(
      "The gateway told the merchant on %s: nothing was given back (%s).",
      "网关于 %s 告知商户：没有退还（%s）。"),
  UNCAPTURED(
      "The gateway told the merchant on %s: %s of what was captured is taken back.",
      "网关于 %s 告知商户：已撤销扣款 %s。"),
  CREDITED(
      "The gateway told the merchant on %s: %s is given back to the cardholder.",
      "网关于 %s 告知商户：已向持卡人退款 %s。"),
  UNCREDITED(
      "The gateway told the merchant on %s: %s of what was given back is taken back.",
      "网关于 %s 告知商户：已撤销退款 %s。"),
  NOT_BOOKED(
      "The gateway told the merchant on %s: nothing was booked (%s).",
      "网关于 %s 告知商户：没有入账（%s）。"),
  CREDITED_TOO_MUCH(
      "Credits together are %s; no more than %s was captured.",
      "退款合计 %s，而扣款只有 %s。"),
  MERCHANT_SAID("The merchant told the cardholder: %s.", "商户告知持卡人：%s。"),
  SHIPPED(
      "The merchant states under its signature, on %s: lines %s were sent on %s%s. It is its own"
          + " claim; nobody else confirms it here.",
      "商户于 %s 以签名声明：第 %s 行已于 %s 发出%s。这是商户自己的声明，此处没有他人证实。"),
  TRACKING(" (number %s)", "（单号 %s）"),
  SETTLED(
      "The merchant states under its signature, on %s: its acquirer paid %s on %s (%s). It is its"
          + " own claim; the acquirer signs nothing of it.",
      "商户于 %s 以签名声明：收单机构支付了 %s，日期 %s（%s）。这是商户自己的声明，收单机构未签署。"),
  SETTLED_IN(
      "The merchant states under its signature, on %s: its acquirer has the capture of %s in"
          + " settlement cycle %s, booked on %s, and kept %s of it. It is its own claim, made of"
          + " the acquirer's statement; that such a capture was made is the gateway's word, that it"
          + " was settled nobody signs.",
      "商户于 %s 以签名声明：收单机构将 %s 的扣款计入结算周期 %s，入账时间 %s，扣除费用 %s。"
          + "这是商户依据收单机构对账单作出的声明；扣款本身由网关签署，结算则无人签署。"),
  PAID_OUT(
      "It says that %s was transferred on %s (%s), by an instruction whose SHA-256 is %s: whoever"
          + " shows that instruction can be held to it.",
      "它还称 %s 已于 %s 转账（%s），转账指令的 SHA-256 为 %s，可与所出示的指令核对。"),
  PAID_BEFORE(
      "It was paid on %s, before it was settled.", "它在结算之前（%s）已支付。"),
  SETTLED_OTHER(
      "It is of a capture that this bundle does not show.", "它涉及证据文件中没有的扣款。"),
  SETTLED_OTHER_AMOUNT(
      "It says %s, and the amount is %s.", "它声称 %s，而金额为 %s。"),
  CLAIM_OTHER_LINES("It names lines that the order does not have.", "它提到订单中没有的行。"),
  CLAIM_AHEAD("It is dated %s, which is in the future.", "其日期 %s 尚未到来。"),
  NO_AUTHORIZATION(
      "Nothing of the gateway is here that says whether the payment was approved.",
      "没有网关关于付款是否获批的任何内容。"),
  NO_CAPTURE("Nothing is here that says that money was captured.", "没有关于扣款的任何内容。"),
  NO_SHIPMENT(
      "Nothing is here that says that goods were sent.", "没有关于发货的任何内容。"),
  LIST_PROVED(
      "Revocation list %s of %s, of %s, is in order.",
      "%2$s 的吊销列表 %1$s（%3$s）有效。"),
  LIST_WRONG("Revocation list %s of %s:", "%2$s 的吊销列表 %1$s："),
  BRAND_PROVED(
      "The brand's list of lists %s, of %s, is in order: no newer list was withheld then.",
      "品牌列表标识 %s（%s）有效：当时没有隐瞒更新的列表。"),
  BRAND_WRONG("The brand's list of lists %s:", "品牌列表标识 %s："),
  BRAND_ABSENT(
      "No list of lists of the brand from that time is here: a newer revocation list might have"
          + " been withheld.",
      "没有该时间的品牌列表标识：可能隐瞒了更新的吊销列表。"),
  CERTIFICATE_WRONG("Certificate %s of the bundle:", "证据文件中的证书 %s："),
  CERTIFICATES_PROVED(
      "All certificates of the bundle lead to the root.", "证据文件中的证书均归结到根证书。"),
  REVOKED_LATER(
      "The certificate of %s was revoked later, on %s. What was signed before stays signed.",
      "%s 的证书之后于 %s 被吊销。此前的签名依然有效。"),
  REVOKED_BEFORE(
      "A later list says that the certificate of %s was revoked from %s on, before it was used.",
      "后来的列表表明，%s 的证书在使用之前（%s）已被吊销。"),
  CARD("the cardholder", "持卡人"),
  MERCHANT("the merchant", "商户"),
  GATEWAY("the gateway", "网关"),
  ACCOUNT_BEYOND(
      "The account number is not here and cannot be found from this. The card issuer can compute"
          + " the certificate's name %s from the account, and nobody else can.",
      "此处没有账号，也无法由此得出。只有发卡机构能由账号算出证书名称 %s。"),
  DELIVERY_BEYOND(
      "That goods arrived, and in good order, is not proved by any signature here.",
      "货物是否完好送达，此处没有任何签名可以证明。"),
  FILE_PROVED("The file %s holds this very order.", "文件 %s 正是该订单。"),
  FILE_WRONG("The file %s holds another order.", "文件 %s 是另一份订单。"),
  C_NOT_LISTED(
      "no list of revoked certificates of that time is in the bundle.",
      "证据文件中没有该时间的吊销列表。"),
  C_CONTENT("its content is not what it must be.", "其内容不合规。"),
  C_SIGNATURE(
      "it is not over this content, or not made with this key; something was changed.",
      "签名与内容或密钥不符，有内容被改动。"),
  C_UNTRUSTED("no way leads from its certificate to the root.", "其证书无法归结到根证书。"),
  C_OTHER_SIGNER(
      "its certificate is not of the kind, or not of the brand, that may say so.",
      "其证书的类型或品牌不符。"),
  C_EXPIRED("the certificate was not in force then.", "证书当时不在有效期内。"),
  C_REVOKED("the certificate was revoked then.", "证书当时已被吊销。");

  private final String en;
  private final String zh;

  Phrase(String en, String zh) {
    this.en = en;
    this.zh = zh;
  }

  /** The sentence, filled in. */
  Words words(Object... values) {
    Object[] shown = Stream.of(values).map(Phrase::shown).toArray();
    return new Words(en.formatted(shown), zh.formatted(shown));
  }

  /** Times to the second; of what others wrote, nothing that steers a terminal. */
  private static Object shown(Object value) {
    return switch (value) {
      case Instant time -> time.truncatedTo(ChronoUnit.SECONDS);
      case String text -> text.replaceAll("\\p{Cc}", " ");
      default -> value;
    };
  }

  /** The sentence, filled in with what has two languages itself. */
  Words about(Words first, Object second) {
    Object shown = shown(second);
    return new Words(en.formatted(first.en(), shown), zh.formatted(first.zh(), shown));
  }

  /** Why a signature or certificate is not good. */
  static Words of(Cause cause) {
    return switch (cause) {
      case NOT_LISTED -> C_NOT_LISTED.words();
      case CONTENT -> C_CONTENT.words();
      case UNTRUSTED -> C_UNTRUSTED.words();
      case OTHER_SIGNER -> C_OTHER_SIGNER.words();
      case EXPIRED -> C_EXPIRED.words();
      case REVOKED -> C_REVOKED.words();
      default -> C_SIGNATURE.words();
    };
  }
}
