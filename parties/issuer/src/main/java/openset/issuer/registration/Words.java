package openset.issuer.registration;

import java.util.Locale;

/** What the forms say, in one language. */
enum Words {
  ENGLISH(
      "en",
      """
      %s issues this certificate for your card. By continuing you confirm that you are the holder \
      of the card, that your answers are true, and that you will keep your wallet and its \
      passphrase to yourself. A payment approved in your wallet is signed by you. Tell us at once \
      when your device or card is lost; we then stop the card and its certificate."""),
  CHINESE(
      "zh",
      """
      本证书由%s为您的银行卡签发。继续即表示您确认：您是持卡人本人，所填内容属实，并妥善保管您的钱包及其口令。\
      您在钱包中批准的付款即视为由您签名。如设备或银行卡遗失，请立即通知我们，我们将停用该卡及其证书。""");

  private final String language;
  private final String policy;

  Words(String language, String policy) {
    this.language = language;
    this.policy = policy;
  }

  static Words in(String tag) {
    return Locale.forLanguageTag(tag).getLanguage().equals("zh") ? CHINESE : ENGLISH;
  }

  String language() {
    return language;
  }

  /** With one place for the issuer's name. */
  String policy() {
    return policy;
  }

  String label(FormKey key) {
    boolean english = this == ENGLISH;
    return switch (key) {
      case HOLDER_NAME -> english ? "Name on card" : "持卡人姓名";
      case DOCUMENT_NUMBER -> english ? "Document number" : "证件号码";
      case BIRTH_DATE -> english ? "Date of birth" : "出生日期";
      case CARD_EXPIRY -> english ? "Card expiry" : "卡片有效期";
    };
  }

  String description(FormKey key) {
    boolean english = this == ENGLISH;
    return switch (key) {
      case HOLDER_NAME -> english ? "As printed on the card" : "与卡面一致";
      case DOCUMENT_NUMBER ->
          english
              ? "Of the passport or business document you opened the account with"
              : "开户时所用护照或企业证件的号码";
      case BIRTH_DATE -> english ? "Year, month, day: YYYY-MM-DD" : "年月日：YYYY-MM-DD";
      case CARD_EXPIRY -> english ? "Month and year: MM/YY" : "月/年：MM/YY";
    };
  }
}
