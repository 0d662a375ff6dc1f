package openset.pages.account;

import openset.issuer.card.CardExpiry;
import openset.issuer.customer.ShownCard;
import openset.issuer.desk.AccountView;

/**
 * A card as it is drawn.
 *
 * @param number in groups of four, or with all but the last four digits hidden
 * @param digits the whole number without spaces; empty where it is hidden
 * @param expiry MM/YY
 */
public record CardFace(
    String brand, String bank, String name, String number, String digits, String expiry) {
  static CardFace whole(Bank bank, ShownCard card) {
    String digits = card.number().digits();
    return new CardFace(
        bank.brand(), bank.name(), card.name(), grouped(digits), digits, monthYear(card.expiry()));
  }

  static CardFace masked(Bank bank, String name, AccountView account) {
    String masked = account.card();
    return new CardFace(
        bank.brand(),
        bank.name(),
        name,
        "•••• •••• •••• " + masked.substring(masked.length() - 4),
        "",
        monthYear(account.expiry()));
  }

  /** A card that nobody has, to look at. */
  public static CardFace sample(Bank bank) {
    return new CardFace(bank.brand(), bank.name(), "", "•••• •••• •••• ••••", "", "••/••");
  }

  private static String grouped(String digits) {
    return digits.replaceAll("(.{4})(?=.)", "$1 ");
  }

  /** YYYY-MM or YYYYMM as MM/YY. */
  private static String monthYear(CardExpiry expiry) {
    String text = expiry.text().replace("-", "");
    return text.substring(4, 6) + "/" + text.substring(2, 4);
  }

  @Override
  public String toString() {
    return "CardFace[" + brand + "]";
  }
}
