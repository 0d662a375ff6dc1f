package openset.pages.account;

import java.util.List;
import openset.issuer.card.CardStatus;
import openset.issuer.desk.AccountView;
import openset.issuer.desk.AuthorizationView;
import openset.ledger.Money;
import openset.ledger.StatementLine;
import openset.pages.Words;

/**
 * What a customer sees of the account.
 *
 * @param name on the card
 * @param asked what was asked of the card, the newest first
 * @param lines what was booked, the oldest first
 */
public record Overview(
    String name, AccountView account, List<AuthorizationView> asked, List<StatementLine> lines) {
  /** Copies both lists. */
  public Overview {
    asked = List.copyOf(asked);
    lines = List.copyOf(lines);
  }

  /** How the card stands. */
  public Words status() {
    return switch (account.status()) {
      case ACTIVE -> AccountWords.ACTIVE;
      case FROZEN -> AccountWords.FROZEN;
      case LOST -> AccountWords.LOST;
    };
  }

  /** The class of {@link #status}. */
  public String state() {
    return account.status() == CardStatus.ACTIVE ? "good" : "warn";
  }

  /** Whether nobody can pay with it for now. */
  public boolean frozen() {
    return account.status() == CardStatus.FROZEN;
  }

  /** Whether it can be frozen or thawed at all. */
  public boolean changeable() {
    return account.status() != CardStatus.LOST;
  }

  /** What of the limit is used up, as per cent for a meter. */
  public int used() {
    Money limit = account.money().limit();
    long left = account.money().available().minorUnits();
    long used = (limit.minorUnits() - left) * 100 / limit.minorUnits();
    return (int) Math.max(0, Math.min(100, used));
  }

  /** What an authorization asked for. */
  public static Money amount(AuthorizationView view) {
    return new Money(view.amount().currency(), view.amount().minor());
  }

  /** What became of it. */
  public static Words outcome(AuthorizationView view) {
    return switch (view.outcome().state()) {
      case "HELD" -> AccountWords.APPROVED;
      case "REVERSED" -> AccountWords.REVERSED;
      default -> AccountWords.DECLINED;
    };
  }

  /** The class of {@link #outcome}. */
  public static String state(AuthorizationView view) {
    return switch (view.outcome().state()) {
      case "HELD" -> "good";
      case "REVERSED" -> "info";
      default -> "bad";
    };
  }
}
