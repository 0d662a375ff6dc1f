package openset.cli.wallet;

import openset.pages.Words;

/** The words of the wallet on the terminal. */
final class WalletWords {
  static final Words PASSPHRASE = new Words("Passphrase of the wallet", "钱包口令");
  static final Words NEW_PASSPHRASE =
      new Words("Choose a passphrase for the new wallet", "为新钱包设置口令");
  static final Words CARD_NUMBER = new Words("Card number", "卡号");
  static final Words EXPIRY = new Words("Valid until (MM/YY)", "有效期（月/年）");
  static final Words NO_CARDS =
      new Words("There is no card in the wallet yet.", "钱包里还没有卡。");
  static final Words NO_PURCHASES =
      new Words("Nothing was paid with this wallet yet.", "还没有用此钱包付过款。");
  static final Words PAY = new Words("Pay this", "确认付款");
  static final Words PAY_UNSIGNED =
      new Words("Pay this without your signature", "确认在不签名的情况下付款");
  static final Words UNCERTIFIED = new Words("no certificate", "无证书");
  static final Words NOT_SIGNED =
      new Words(
          "Nothing is signed with this card: whoever knows its number can pay so, and nothing"
              + " proves later what you agreed to, neither for you nor against you.",
          "用此卡付款不会签名：任何知道卡号的人都可以这样付款，日后也没有证据证明您同意了什么，"
              + "无论对您有利还是不利。");
  static final Words NOT_PAID = new Words("Nothing was paid.", "没有付款。");
  static final Words BAD_NUMBER =
      new Words(
          "This card number is not right: a digit is wrong or missing.",
          "卡号不正确：有数字错误或缺失。");
  static final Words BAD_EXPIRY =
      new Words("Please give month and year, such as 11/29.", "请填写月和年，例如 11/29。");
  static final Words NO_CARD_FOR_IT =
      new Words(
          "No card in the wallet pays this; the shop takes other brands.",
          "钱包里没有可用的卡，商店只接受其他品牌。");
  static final Words NOT_A_FILE =
      new Words(
          "This file is no payment of a shop (.setpay) that this wallet understands.",
          "此文件不是钱包能识别的商店付款文件（.setpay）。");

  static final Words SECURITY_CODE =
      new Words("Security code printed on the card (3 or 4 digits)", "卡上印的安全码（3 或 4 位）");
  static final Words POSTAL_CODE =
      new Words(
          "Postal code of your bills, or nothing", "账单地址的邮编，可留空");
  static final Words STREET =
      new Words("Street and number of your bills, or nothing", "账单地址的街道和门牌，可留空");
  static final Words BAD_CHECKS =
      new Words(
          "This is no security code or address; nothing was paid.",
          "安全码或地址不正确，没有付款。");

  private WalletWords() {}

  static Words unknownBank(String bin) {
    return new Words(
        "This wallet knows no bank whose cards begin with " + bin + ".",
        "本钱包不认识卡号以 " + bin + " 开头的银行。");
  }

  /** Why the wallet refused by one of its rules. */
  static Words refused(String rule) {
    if (rule.equals("WAL-20")) {
      return new Words(
          "This card can sign, so that it is not used without a signature (rule WAL-20).",
          "此卡可以签名，因此不会在不签名的情况下使用（规则 WAL-20）。");
    }
    if (mustBeSigned(rule)) return needsSignature(rule);
    if (rule.startsWith("INIT-1")) {
      return new Words(
          "The file was changed: what it says does not fit the order in it. Nothing was paid"
              + " (rule " + rule + ").",
          "文件已被改动：内容与其中的订单不符。没有付款（规则 " + rule + "）。");
    }
    return switch (rule) {
      case "WAL-01" -> NO_CARD_FOR_IT;
      case "REG-07" ->
          new Words(
              "The bank's form is not filled in as it asks. Nothing was sent.",
              "银行表单未按要求填写，未发送任何内容。");
      case "WAL-15", "WAL-03", "WAL-09" ->
          new Words(
              "There is nothing to do for this one (rule " + rule + ").",
              "此项无需操作（规则 " + rule + "）。");
      default ->
          new Words("The wallet refuses (rule " + rule + ").", "钱包拒绝（规则 " + rule + "）。");
    };
  }

  private static boolean mustBeSigned(String rule) {
    return rule.equals("CERT-19") || rule.equals("PReq-C-09");
  }

  private static Words needsSignature(String rule) {
    return new Words(
        "This must be signed: it needs a card with a certificate. Nothing was paid (rule "
            + rule + ").",
        "此付款必须签名，需要带证书的卡。没有付款（规则 " + rule + "）。");
  }

  /** Why a purchase was stopped. */
  static Words stopped(String rule) {
    if (mustBeSigned(rule)) return needsSignature(rule);
    if (rule.equals("W-09")) {
      return new Words(
          "The shop could not go on. Nothing was paid.", "商店无法继续。没有付款。");
    }
    if (rule.startsWith("PInitRes-C-05")) {
      return new Words(
          "The shop does not sign the order that is in the file. Nothing was paid.",
          "商店签署的不是文件中的订单。没有付款。");
    }
    return new Words(
        "The shop could not prove who it is or what it offers. Nothing was paid (rule " + rule
            + ").",
        "商店无法证明其身份或报价。没有付款（规则 " + rule + "）。");
  }

  /** Where a purchase stands. */
  static Words standing(String standing) {
    return switch (standing) {
      case "confirmed" -> new Words("paid", "已付款");
      case "declined" -> new Words("declined by the bank", "银行拒绝");
      case "ordered" -> new Words("sent, no answer yet", "已发送，尚无应答");
      case "notConfirmed" -> new Words("not confirmed", "未确认");
      case "offered" -> new Words("not approved", "未批准");
      case "cancelled" -> new Words("cancelled", "已取消");
      case "stopped" -> new Words("stopped by the wallet", "被钱包中止");
      default -> new Words("begun", "已开始");
    };
  }

  /** Where a registration stands. */
  static Words registration(String standing) {
    return switch (standing) {
      case "certified" -> new Words("The card is registered.", "卡已登记。");
      case "pending" ->
          new Words(
              "A person at the bank will decide. Ask again with 'openset wallet inquire'.",
              "银行工作人员将作出决定，可用 openset wallet inquire 再次询问。");
      case "rejected" -> new Words("The bank did not confirm the card.", "银行未确认此卡。");
      case "referred" -> new Words("Register this card elsewhere.", "请在别处登记此卡。");
      case "requested", "begun" ->
          new Words(
              "There is no answer yet. Ask again with 'openset wallet inquire'.",
              "尚无应答，可用 openset wallet inquire 再次询问。");
      default -> new Words("The registration stopped.", "登记已中止。");
    };
  }
}
