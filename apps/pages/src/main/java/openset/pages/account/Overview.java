package openset.pages.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import openset.issuer.billing.Bill;
import openset.issuer.card.CardStatus;
import openset.issuer.desk.AccountView;
import openset.issuer.desk.AuthorizationView;
import openset.issuer.dispute.Dispute;
import openset.issuer.dispute.Outcome;
import openset.ledger.Money;
import openset.ledger.StatementLine;
import openset.pages.Words;

/**
 * What a customer sees of the account.
 *
 * @param name on the card
 * @param account how it stands
 * @param frozenByBank whether the bank itself stopped the card
 * @param past what happened
 */
public record Overview(String name, AccountView account, boolean frozenByBank, Past past) {
  /**
   * What happened on the account.
   *
   * @param asked what was asked of the card, the newest first
   * @param lines what was booked, the oldest first
   * @param disputes the newest first
   * @param bills the newest first
   */
  public record Past(
      List<AuthorizationView> asked,
      List<StatementLine> lines,
      List<Dispute> disputes,
      List<Bill> bills) {
    /** Copies the lists. */
    public Past {
      asked = List.copyOf(asked);
      lines = List.copyOf(lines);
      disputes = List.copyOf(disputes);
      bills = List.copyOf(bills);
    }
  }

  /** What was asked of the card, the newest first. */
  public List<AuthorizationView> asked() {
    return past.asked();
  }

  /** What was booked, the oldest first. */
  public List<StatementLine> lines() {
    return past.lines();
  }

  /** The disputes, the newest first. */
  public List<Dispute> disputes() {
    return past.disputes();
  }

  /** The bills, the newest first. */
  public List<Bill> bills() {
    return past.bills();
  }

  /** Whether a line is a purchase that is not disputed. */
  public boolean disputable(StatementLine line) {
    String id = line.transfer().text();
    return id.startsWith("presentment/")
        && disputes().stream()
            .filter(each -> !again(each))
            .noneMatch(each -> id.endsWith("/" + each.line().item().hex()));
  }

  private static boolean again(Dispute dispute) {
    return dispute
        .standing()
        .outcome()
        .filter(outcome -> outcome == Outcome.WITHDRAWN || outcome == Outcome.CREDITED)
        .isPresent();
  }

  /** Where a line is disputed. */
  public static String disputeAddress(StatementLine line) {
    String id = URLEncoder.encode(line.transfer().text(), StandardCharsets.UTF_8);
    return Disputing.PLACE + "?line=" + id;
  }

  /** How much is disputed. */
  public static Money amount(Dispute dispute) {
    return new Money(
        dispute.claim().amount().currency(), dispute.claim().amount().minor());
  }

  /** How a dispute stands. */
  public static Words standing(Dispute dispute) {
    return AccountWords.standing(dispute.standing());
  }

  /** Whether the customer may still think better of it. */
  public static boolean withdrawable(Dispute dispute) {
    return dispute.standing().state().isBeforeChargeback();
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
