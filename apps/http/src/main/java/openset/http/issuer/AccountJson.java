package openset.http.issuer;

import java.util.List;
import java.util.Optional;
import openset.issuer.card.AccountId;
import openset.issuer.card.CardAct;
import openset.issuer.desk.AccountView;
import openset.issuer.desk.AuthorizationView;
import openset.issuer.desk.Statement;
import openset.issuer.opening.ApplicationId;
import openset.issuer.opening.Opening;
import openset.ledger.Money;
import openset.ledger.StatementLine;

/** Accounts as JSON. Amounts are minor units; dates {@code YYYY-MM-DD}. */
public final class AccountJson {
  private AccountJson() {}

  /** An application for an account. */
  public record Application(
      String applicationId,
      String name,
      String birth,
      Address address,
      Document document,
      int currency,
      long limitMinor) {
    openset.issuer.opening.Application toApplication() {
      return new openset.issuer.opening.Application(
          new ApplicationId(applicationId),
          name,
          birth,
          new openset.issuer.opening.Application.StatedAddress(
              address.street(), address.city(), address.postcode(), address.country()),
          new openset.issuer.opening.Application.StatedDocument(
              document.kind(), document.number(), document.country(), document.expiry()),
          new Money(currency, limitMinor));
    }

    /** Nothing of the person. */
    @Override
    public String toString() {
      return "Application[" + applicationId + "]";
    }
  }

  /** Where the applicant lives. */
  public record Address(String street, String city, String postcode, String country) {
    /** Nothing of the person. */
    @Override
    public String toString() {
      return "Address";
    }
  }

  /** What proves who the applicant is; kind is {@code passport} or {@code business}. */
  public record Document(String kind, String number, String country, String expiry) {
    /** Nothing of the person. */
    @Override
    public String toString() {
      return "Document";
    }
  }

  /** The account and its card: told to its holder, once for each asking, and to nobody else. */
  public record Opened(
      String accountId, String cardNumber, String cardExpiry, int currency, long limitMinor) {
    static Opened of(Opening.AccountOpened opened) {
      return new Opened(
          opened.account().toString(),
          opened.number().digits(),
          opened.expiry().text(),
          opened.limit().currency(),
          opened.limit().minorUnits());
    }

    /** Nothing of the card. */
    @Override
    public String toString() {
      return "Opened[" + accountId + "]";
    }
  }

  /** An account as the bank sees it, the card number masked. */
  public record Account(
      String accountId,
      String card,
      String cardExpiry,
      String status,
      int currency,
      long limitMinor,
      long balanceMinor,
      long heldMinor,
      long availableMinor) {
    static Account of(AccountView view) {
      return new Account(
          view.account().toString(),
          view.card(),
          view.expiry().text(),
          view.status().name(),
          view.money().limit().currency(),
          view.money().limit().minorUnits(),
          view.money().balance().minorUnits(),
          view.money().held().minorUnits(),
          view.money().available().minorUnits());
    }
  }

  /** What was done to an account's cards, oldest first. */
  public record Acts(List<Act> acts) {
    static Acts of(List<CardAct> acts) {
      return new Acts(
          acts.stream()
              .map(
                  act -> new Act(act.kind().name(), act.card(), act.by(), act.at().toString()))
              .toList());
    }
  }

  /** One act: what, to which card, masked, by whom and when. */
  public record Act(String act, String card, String by, String at) {}

  /** What a card shall become: ACTIVE, FROZEN or LOST. */
  public record Status(String status) {}

  /** The postings of an account, oldest first. */
  public record Postings(String accountId, String card, List<Line> lines) {
    static Postings of(Statement statement) {
      List<Line> lines =
          statement.lines().stream().map(Line::of).toList();
      return new Postings(statement.account().toString(), statement.card(), lines);
    }
  }

  /** One posting; a dispute names it by its id. */
  public record Line(String id, String at, String text, long amountMinor, long balanceMinor) {
    static Line of(StatementLine line) {
      return new Line(
          line.transfer().text(),
          line.at().toString(),
          line.text(),
          line.amount().minorUnits(),
          line.balance().minorUnits());
    }
  }

  /** What was asked of an account's cards, or for a purchase, newest first. */
  public record Authorizations(List<Authorization> authorizations) {
    static Authorizations of(List<AuthorizationView> found) {
      return new Authorizations(found.stream().map(Authorization::of).toList());
    }
  }

  /**
   * One authorization.
   *
   * @param xid the purchase, in hexadecimal digits
   * @param accountId whose card it was; absent when the card is unknown
   * @param merchant the acquirer's number for the merchant
   * @param amountMinor the amount asked for
   * @param currency ISO 4217 numeric code
   * @param state HELD, DECLINED or REVERSED
   * @param response ISO 8583's element 39
   * @param reason why it was declined, in words; empty when it was not
   * @param approval the approval code; empty unless approved
   * @param asked when, in UTC
   */
  public record Authorization(
      String xid,
      Optional<String> accountId,
      String merchant,
      long amountMinor,
      int currency,
      String state,
      String response,
      String reason,
      String approval,
      String asked) {
    static Authorization of(AuthorizationView view) {
      return new Authorization(
          view.xid().hex(),
          view.account().map(AccountId::toString),
          view.merchant(),
          view.amount().minor(),
          view.amount().currency(),
          view.outcome().state(),
          view.outcome().response(),
          view.outcome().reason(),
          view.outcome().approval(),
          view.asked().toString());
    }
  }
}
