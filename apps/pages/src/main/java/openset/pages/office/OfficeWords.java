package openset.pages.office;

import openset.pages.Words;

/** The words of a merchant's back office: what it is called and where its ways lead. */
public final class OfficeWords {
  public static final Words OFFICE = new Words("Back office", "商家后台");
  public static final Words SHOP = new Words("To the shop", "前往商店");
  public static final Words ORDERS = new Words("Orders", "订单");
  public static final Words CERTIFICATES = new Words("Certificates", "证书");
  public static final Words WEBHOOKS = new Words("Webhooks", "Webhook 通知");
  public static final Words KEYS = new Words("API keys", "API 密钥");
  public static final Words DEVELOPER = new Words("Try the API", "试用 API");
  public static final Words SIGN_IN_LEAD =
      new Words("For the people who run this shop.", "供经营本店的人员使用。");
  public static final Words COPY = new Words("Copy", "复制");
  public static final Words COPIED = new Words("Copied", "已复制");

  private OfficeWords() {}
}
