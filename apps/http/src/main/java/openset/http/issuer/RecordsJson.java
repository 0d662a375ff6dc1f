package openset.http.issuer;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import openset.issuer.decision.DeclineReason;
import openset.issuer.records.Records;
import openset.ledger.Money;
import openset.store.listing.Listed;

/** Records as JSON. Amounts are minor units; times are UTC. */
public final class RecordsJson {
  private RecordsJson() {}

  /** A page of applications. */
  public record Applications(List<Application> rows, long total) {
    static Applications of(Listed<Records.ApplicationRow> page) {
      return new Applications(
          shown(
              page,
              row ->
                  new Application(
                      row.application(),
                      row.state(),
                      row.reasons(),
                      row.account(),
                      row.at().toString())),
          page.total());
    }
  }

  /** An application: OPENED or REFUSED. */
  public record Application(
      String application, String state, String reasons, Optional<String> accountId, String at) {}

  /** A page of accounts. */
  public record Accounts(List<Account> rows, long total) {
    static Accounts of(Listed<Records.AccountRow> page) {
      return new Accounts(
          shown(
              page,
              row ->
                  new Account(
                      row.account(),
                      row.card().number(),
                      row.card().state(),
                      row.product(),
                      amount(row.limit()),
                      amount(row.owed()),
                      row.at().toString())),
          page.total());
    }
  }

  /** An account with its card: BIN and last four digits, and the state. */
  public record Account(
      String accountId,
      String card,
      String state,
      String product,
      Amount limit,
      Amount owed,
      String at) {}

  /** A page of authorizations. */
  public record Authorizations(List<Authorization> rows, long total) {
    static Authorizations of(Listed<Records.AuthorizationRow> page) {
      return new Authorizations(shown(page, Authorization::of), page.total());
    }
  }

  /**
   * An authorization.
   *
   * @param state HELD, POSTED, EXPIRED, DECLINED or REVERSED
   * @param askedAs AUTHORIZATION, SALE or STAND_IN
   * @param series SINGLE, RECURRING or INSTALMENT
   * @param unauthenticated whether nobody signed as the cardholder
   * @param checks results of address and security code, a minus for none
   */
  public record Authorization(
      String xid,
      Optional<String> accountId,
      Amount amount,
      String state,
      String merchant,
      String category,
      String askedAs,
      String series,
      boolean unauthenticated,
      String response,
      String reason,
      String checks,
      String at) {
    static Authorization of(Records.AuthorizationRow row) {
      return new Authorization(
          row.xid(),
          row.account(),
          RecordsJson.amount(row.amount()),
          row.state(),
          row.how().merchant(),
          row.how().category(),
          row.how().asked().as(),
          row.how().asked().series().name(),
          row.how().asked().unauthenticated(),
          row.how().response(),
          DeclineReason.words(row.how().reason()),
          row.how().checks(),
          row.at().toString());
    }
  }

  /** A page of bills. */
  public record Bills(List<Bill> rows, long total) {
    static Bills of(Listed<Records.BillRow> page) {
      return new Bills(
          shown(
              page,
              row ->
                  new Bill(
                      row.account(),
                      row.period(),
                      amount(row.closing()),
                      amount(row.minimum()),
                      row.due().toString(),
                      row.at().toString())),
          page.total());
    }
  }

  /** A bill. */
  public record Bill(
      String accountId, String period, Amount closing, Amount minimum, String due, String at) {}

  /** A page of disputes. */
  public record Disputes(List<Dispute> rows, long total) {
    static Disputes of(Listed<Records.DisputeRow> page) {
      return new Disputes(
          shown(
              page,
              row ->
                  new Dispute(
                      row.number(),
                      row.account(),
                      amount(row.amount()),
                      row.reason(),
                      row.state(),
                      row.at().toString())),
          page.total());
    }
  }

  /** A dispute; of a closed one the state is its outcome. */
  public record Dispute(
      String number, String accountId, Amount amount, String reason, String state, String at) {}

  /** An amount. */
  public record Amount(int currency, long minor) {}

  private static Amount amount(Money money) {
    return new Amount(money.currency(), money.minorUnits());
  }

  private static <R, J> List<J> shown(Listed<R> page, Function<R, J> as) {
    return page.rows().stream().map(as).toList();
  }
}
