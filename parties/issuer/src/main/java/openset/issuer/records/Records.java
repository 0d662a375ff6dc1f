package openset.issuer.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import openset.issuer.decision.Series;
import openset.ledger.Money;

/** What the bank's people look up. No whole number of a card and nothing of a holder is in them. */
public final class Records {
  private Records() {}

  /**
   * An application for an account.
   *
   * @param state OPENED or REFUSED
   * @param reasons why it was refused; empty when it was not
   */
  public record ApplicationRow(
      String application, String state, String reasons, Optional<String> account, Instant at) {}

  /**
   * An account.
   *
   * @param owed from postings
   */
  public record AccountRow(
      String account, Card card, String product, Money limit, Money owed, Instant at) {
    /**
     * Its card.
     *
     * @param number masked: BIN and last four digits
     * @param state of {@link openset.issuer.card.CardStatus}
     */
    public record Card(String number, String state) {}
  }

  /**
   * An authorization, as it is asked for.
   *
   * @param state HELD, POSTED, EXPIRED, DECLINED or REVERSED
   * @param how why, as {@link Decided}
   */
  public record AuthorizationRow(
      String xid, Optional<String> account, Money amount, String state, Decided how, Instant at) {}

  /**
   * How an authorization was decided.
   *
   * @param merchant element 42
   * @param category element 18
   * @param asked what was asked for
   * @param response element 39
   * @param reason as it was kept, a name of {@link openset.issuer.decision.DeclineReason} or a
   *     rule of spending in words; empty when it was not declined
   * @param checks results of address and security code, as {@code YM}; a minus for none
   */
  public record Decided(
      String merchant,
      String category,
      Asked asked,
      String response,
      String reason,
      String checks) {}

  /**
   * What was asked for.
   *
   * @param as AUTHORIZATION, SALE or STAND_IN
   * @param series whether it is one of several
   * @param unauthenticated whether nobody signed as the cardholder
   */
  public record Asked(String as, Series series, boolean unauthenticated) {}

  /**
   * An attempt to register a card.
   *
   * @param account whose card it was for; none where no account has such a card
   * @param state ACCEPTED, REJECTED, LOCKED or PENDING
   * @param reasons why it was rejected; names of {@link openset.issuer.registration.Rejection}
   * @param by who decided, where a person did
   */
  public record RegistrationRow(
      String registration,
      Optional<String> account,
      String state,
      String reasons,
      Optional<String> by,
      Instant at) {}

  /** What was asked within the hour that begins then. */
  public record Hour(Instant begin, long approved, long declined) {}

  /** How often something was declined for one reason, as it was kept. */
  public record Declines(String reason, long times) {}

  /** A bill. */
  public record BillRow(
      String account, String period, Money closing, Money minimum, LocalDate due, Instant at) {}

  /** A dispute. */
  public record DisputeRow(
      String number, String account, Money amount, String reason, String state, Instant at) {}
}
