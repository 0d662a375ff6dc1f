package openset.pages.account;

import openset.issuer.dispute.Dispute;
import openset.issuer.dispute.DisputeReason;
import openset.issuer.dispute.DisputeState;
import openset.issuer.dispute.Outcome;
import openset.pages.Words;

/** The words of a bank's pages. */
public final class AccountWords {
  public static final Words HELLO =
      new Words("A card for the internet, in two minutes", "两分钟，办一张上网用的卡");
  public static final Words HELLO_MORE =
      new Words(
          "Open a card account here. Shops never see your card number, and we never see what you"
              + " buy.",
          "在这里开立卡账户。商店永远看不到您的卡号，我们也永远看不到您买了什么。");
  public static final Words OPEN = new Words("Open an account", "开立账户");
  public static final Words SIGN_IN = new Words("Sign in", "登录");
  public static final Words SIGN_IN_MORE =
      new Words("For customers who have an account.", "已有账户的客户请登录。");
  public static final Words SIGN_OUT = new Words("Sign out", "退出登录");
  public static final Words CUSTOMER = new Words("Sign-in name", "登录名");
  public static final Words CUSTOMER_HINT =
      new Words(
          "3 to 64 letters, digits, dots or dashes; an e-mail address will do.",
          "3 到 64 个字母、数字、点或横线，也可以用电子邮箱。");
  public static final Words PASSWORD = new Words("Password", "密码");
  public static final Words PASSWORD_HINT =
      new Words(
          "At least 10 characters, without your sign-in name in it.",
          "至少 10 个字符，不能包含登录名。");
  public static final Words WRONG =
      new Words("Name or password are not right.", "登录名或密码不正确。");

  public static final Words STEP_YOU = new Words("You", "您");
  public static final Words STEP_HOME = new Words("Home", "住址");
  public static final Words STEP_DOCUMENT = new Words("Document", "证件");
  public static final Words STEP_CARD = new Words("Card", "卡");
  public static final Words STEPS = new Words("Where you are", "当前步骤");
  public static final Words ASK_YOU = new Words("Who are you?", "您是谁？");
  public static final Words ASK_HOME = new Words("Where do you live?", "您住在哪里？");
  public static final Words ASK_DOCUMENT =
      new Words("Which document shows who you are?", "用什么证件证明您的身份？");
  public static final Words ASK_CARD =
      new Words("Your limit, and how you sign in", "额度与登录方式");
  public static final Words NEXT = new Words("Continue", "继续");
  public static final Words BACK = new Words("Back", "上一步");
  public static final Words FINISH = new Words("Open my account", "开立账户");
  public static final Words PROBLEMS = new Words("Please look at this again", "请再检查以下内容");
  public static final Words OPTIONAL = new Words("(optional)", "（选填）");
  public static final Words CHOOSE = new Words("Choose", "请选择");

  public static final Words NAME = new Words("Full name", "姓名");
  public static final Words NAME_HINT =
      new Words("As it shall stand on the card.", "将印在卡上的姓名。");
  public static final Words BIRTH = new Words("Date of birth", "出生日期");
  public static final Words STREET = new Words("Street and number", "街道与门牌号");
  public static final Words POSTCODE = new Words("Postcode", "邮政编码");
  public static final Words CITY = new Words("Town or city", "城市");
  public static final Words COUNTRY = new Words("Country", "国家或地区");
  public static final Words KIND = new Words("Kind of document", "证件种类");
  public static final Words PASSPORT = new Words("Passport", "护照");
  public static final Words BUSINESS = new Words("Business register entry", "企业登记");
  public static final Words NUMBER = new Words("Document number", "证件号码");
  public static final Words NUMBER_HINT =
      new Words(
          "As printed. The bank asks for it again when you add the card to a wallet.",
          "按证件上所印填写。把卡加入钱包时，银行会再次询问。");
  public static final Words ISSUED = new Words("Issued by", "签发国家或地区");
  public static final Words EXPIRY = new Words("Valid until", "有效期至");
  public static final Words LIMIT = new Words("Credit limit", "信用额度");
  public static final Words LIMIT_HINT =
      new Words("You can never owe more than that.", "您的欠款不会超过此额度。");

  public static final Words CARD = new Words("Your card", "您的卡");
  public static final Words CARD_READY = new Words("Your card is ready", "您的卡已办好");
  public static final Words CARD_MORE =
      new Words(
          "Its number is shown here for ten minutes. Your wallet needs it once; keep it to"
              + " yourself.",
          "卡号在此显示十分钟。钱包只需要一次，请勿告诉他人。");
  public static final Words CARD_NUMBER = new Words("Card number", "卡号");
  public static final Words CARD_EXPIRY = new Words("Valid until (month/year)", "有效期（月/年）");
  public static final Words CARD_CODE = new Words("Security code", "安全码");
  public static final Words CARD_CODE_MORE =
      new Words(
          "Some shops ask for it. The bank computes it and keeps it nowhere.",
          "有些商店会询问此码。银行随用随算，从不保存。");
  public static final Words COPY = new Words("Copy", "复制");
  public static final Words COPIED = new Words("Copied", "已复制");
  public static final Words HAND_OVER = new Words("Put it into my wallet", "放入我的钱包");
  public static final Words TO_WALLET = new Words("Back to my wallet", "返回我的钱包");
  public static final Words TO_WALLET_MORE =
      new Words(
          "Back in the wallet you add the card: number, date, and what the bank asks.",
          "回到钱包后添加此卡：卡号、有效期，以及银行询问的内容。");
  public static final Words HIDE = new Words("Hide the number", "隐藏卡号");
  public static final Words SHOW = new Words("Show the card number", "显示卡号");
  public static final Words SHOW_MORE =
      new Words(
          "For your safety we ask for your password before we show it again.",
          "为了您的安全，再次显示卡号前需要输入密码。");

  public static final Words ACCOUNT = new Words("Account", "账户");
  public static final Words AVAILABLE = new Words("Available", "可用");
  public static final Words OWED = new Words("You owe", "欠款");
  public static final Words HELD = new Words("Set aside for purchases", "为购买预留");
  public static final Words FROZEN_MORE =
      new Words("Nobody can pay with it until you thaw it.", "解冻前无人可用它付款。");
  public static final Words FREEZE = new Words("Freeze the card", "冻结此卡");
  public static final Words THAW = new Words("Thaw the card", "解冻此卡");
  public static final Words REPLACE = new Words("Get a new card", "换一张新卡");
  public static final Words REPLACE_MORE =
      new Words(
          "The present number ends at once and for good; wallets need the new one.",
          "现有卡号立即永久失效，钱包需要登记新卡号。");
  public static final Words REPLACE_SURE =
      new Words("Yes, end the present number", "确定，停用现有卡号");
  public static final Words ACTIVE = new Words("Active", "可用");
  public static final Words FROZEN = new Words("Frozen", "已冻结");
  public static final Words LOST = new Words("Reported lost", "已挂失");
  public static final Words PURCHASES = new Words("Purchases asked for", "付款请求");
  public static final Words NO_PURCHASES =
      new Words("Nobody has asked for a payment yet.", "还没有付款请求。");
  public static final Words STATEMENT = new Words("Statement", "交易明细");
  public static final Words NO_STATEMENT =
      new Words("Nothing has been booked yet.", "还没有入账记录。");
  public static final Words WHEN = new Words("When", "时间");
  public static final Words MERCHANT = new Words("Merchant", "商户");
  public static final Words AMOUNT = new Words("Amount", "金额");
  public static final Words OUTCOME = new Words("Outcome", "结果");
  public static final Words BALANCE = new Words("You owe after it", "入账后欠款");
  public static final Words TEXT = new Words("What", "说明");
  public static final Words APPROVED = new Words("Approved", "已批准");
  public static final Words DECLINED = new Words("Declined", "已拒绝");
  public static final Words REVERSED = new Words("Taken back", "已撤销");

  public static final Words FROZEN_BY_BANK =
      new Words("The bank has frozen this card. Please call us.", "银行已冻结此卡，请联系我们。");

  public static final Words BILLS = new Words("Bills", "月度账单");
  public static final Words NO_BILLS =
      new Words("The first bill comes when this month is over.", "本月结束后出第一份账单。");
  public static final Words PERIOD = new Words("Month", "月份");
  public static final Words OPENING = new Words("Owed before", "期初欠款");
  public static final Words CLOSING = new Words("Owed at the end", "期末欠款");
  public static final Words MINIMUM = new Words("Pay at least", "最低还款");
  public static final Words DUE = new Words("Pay by", "还款日");
  public static final Words BILL = new Words("Bill", "账单");
  public static final Words BILL_EMPTY =
      new Words("Nothing was booked in this month.", "本月没有入账记录。");

  public static final Words DISPUTE = new Words("Dispute", "提出争议");
  public static final Words DISPUTE_TITLE =
      new Words("What is wrong with this purchase?", "这笔交易有什么问题？");
  public static final Words DISPUTE_MORE =
      new Words(
          "You are credited at once, for as long as the matter is open. If the merchant proves"
              + " that you ordered and received it, the credit is taken back.",
          "处理期间我们会先行退款。如果商户证明您已订购并收到，退款将被收回。");
  public static final Words DISPUTE_REASON = new Words("What happened", "发生了什么");
  public static final Words DISPUTE_STORY = new Words("In your words", "请用您的话说明");
  public static final Words DISPUTE_AMOUNT =
      new Words("How much of it is wrong", "有争议的金额");
  public static final Words DISPUTE_SEND = new Words("Send to the bank", "提交给银行");
  public static final Words DISPUTE_TWICE =
      new Words("This line was disputed before.", "这笔交易已提出过争议。");
  public static final Words DISPUTE_TOO_MUCH =
      new Words("So much is not left of this line.", "金额超过可争议的部分。");
  public static final Words DISPUTE_TOO_LATE =
      new Words("It is too late for this line.", "这笔交易已过争议期限。");
  public static final Words DISPUTES = new Words("Your disputes", "您的争议");
  public static final Words DISPUTE_NUMBER = new Words("Number", "编号");
  public static final Words DISPUTE_STATE = new Words("How it stands", "进展");
  public static final Words WITHDRAW = new Words("Withdraw", "撤回");

  private AccountWords() {}

  /** The bill of a month. */
  public static Words bill(String month) {
    return new Words("Bill for " + month, month + "账单");
  }

  /** Why somebody disputes a line. */
  static Words reason(DisputeReason reason) {
    return switch (reason) {
      case NOT_RECEIVED -> new Words("Nothing came", "没有收到");
      case NOT_AS_DESCRIBED ->
          new Words("Something else came, or it is broken", "与描述不符或已损坏");
      case NOT_AUTHORIZED -> new Words("I did not buy this", "不是我购买的");
      case WRONG_AMOUNT -> new Words("The amount is wrong", "金额不对");
      case CHARGED_TWICE -> new Words("I was charged twice", "重复扣款");
      case NOT_CREDITED ->
          new Words("I sent it back or cancelled, without a refund", "已退货或取消，但未退款");
    };
  }

  /** How a dispute stands. */
  static Words standing(Dispute.Standing standing) {
    return standing.outcome().map(AccountWords::outcome).orElseGet(() -> open(standing.state()));
  }

  private static Words outcome(Outcome outcome) {
    return switch (outcome) {
      case HOLDER, BANK -> new Words("Closed: you keep the credit", "已结束：退款归您");
      case MERCHANT -> new Words("Closed: the purchase stands", "已结束：交易有效");
      case WITHDRAWN -> new Words("Withdrawn", "已撤回");
      case CREDITED -> new Words("Closed: the merchant paid you back", "已结束：商户已退款");
    };
  }

  private static Words open(DisputeState state) {
    return switch (state) {
      case OPENED, REFUSED -> new Words("The bank looks at it", "银行正在处理");
      case EVIDENCE_ASKED -> new Words("The bank has asked for evidence", "银行已要求提供证据");
      case CHARGED_BACK -> new Words("The merchant's bank was asked to pay", "已向商户银行追款");
      case REPRESENTED -> new Words("The merchant has answered", "商户已答复");
      case ARBITRATION -> new Words("The card scheme rules on it", "卡组织仲裁中");
      case ACCEPTED, CLOSED -> new Words("Closed", "已结束");
    };
  }

  /** How long to wait after too many failures. */
  static Words patience(long seconds) {
    long minutes = (seconds + 59) / 60;
    return seconds <= 60
        ? new Words(
            "Too many tries. Please wait " + seconds + " seconds.",
            "尝试次数过多，请等待 " + seconds + " 秒。")
        : new Words(
            "Too many tries. Please wait " + minutes + " minutes.",
            "尝试次数过多，请等待 " + minutes + " 分钟。");
  }
}
