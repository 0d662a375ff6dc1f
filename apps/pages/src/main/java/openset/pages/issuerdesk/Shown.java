package openset.pages.issuerdesk;

import java.util.List;
import java.util.Optional;
import openset.issuer.Issuer;
import openset.issuer.billing.Bill;
import openset.issuer.card.AccountId;
import openset.issuer.card.CardAct;
import openset.issuer.card.CardStatus;
import openset.issuer.desk.AccountView;
import openset.issuer.desk.Statement;
import openset.issuer.product.LimitChange;
import openset.issuer.records.Records.AccountRow;
import openset.issuer.records.Records.AuthorizationRow;
import openset.issuer.records.Records.DisputeRow;
import openset.ledger.StatementLine;
import openset.pages.desk.Cell;
import openset.pages.desk.Column;
import openset.pages.desk.Listing;
import openset.pages.desk.Table;
import openset.store.listing.Look;

/**
 * What the bank's people see of an account.
 *
 * @param row as it stands in the records
 * @param view its card and its money
 * @param past what happened
 */
public record Shown(AccountRow row, AccountView view, Past past) {
  private static final int NEWEST = 12;
  private static final int LINES = 50;

  private static final Listing<AuthorizationRow> ASKED =
      AuthorizationsDesk.LISTING.plain(4);
  private static final Listing<DisputeRow> DISPUTES = DisputesDesk.LISTING.plain(5);
  private static final Listing<StatementLine> POSTINGS =
      Listing.of(
          List.of(
              Column.of(Looks.AT, IssuerWords.WHEN, line -> new Cell.Moment(line.at())),
              Column.of("what", IssuerWords.WHAT, line -> Cell.text(line.text())),
              Column.<StatementLine>of(
                      "amount", IssuerWords.AMOUNT, line -> new Cell.Amount(line.amount()))
                  .figures(),
              Column.<StatementLine>of(
                      "balance", AccountWords.BALANCE, line -> new Cell.Amount(line.balance()))
                  .figures()));
  private static final Listing<CardAct> ACTS =
      Listing.of(
          List.of(
              Column.of(Looks.AT, IssuerWords.WHEN, act -> new Cell.Moment(act.at())),
              Column.of(
                  "what", IssuerWords.WHAT, act -> new Cell.Said(IssuerWords.of(act.kind()))),
              Column.of("card", AccountWords.CARD, act -> new Cell.Code(act.card())),
              Column.of("by", IssuerWords.BY, act -> Cell.text(act.by()))));
  private static final Listing<LimitChange> LIMITS =
      Listing.of(
          List.of(
              Column.of(Looks.AT, IssuerWords.WHEN, each -> new Cell.Moment(each.at())),
              Column.<LimitChange>of(
                      "before", AccountWords.LIMITS, each -> new Cell.Amount(each.before()))
                  .figures(),
              Column.<LimitChange>of(
                      "after", AccountWords.NEW_LIMIT, each -> new Cell.Amount(each.after()))
                  .figures(),
              Column.of("by", IssuerWords.BY, each -> Cell.text(each.by()))));

  /** What happened on the account, the newest first. */
  public record Past(
      List<AuthorizationRow> asked,
      List<StatementLine> lines,
      List<CardAct> acts,
      List<LimitChange> limits,
      List<DisputeRow> disputes,
      List<Bill> bills) {}

  /** An account as it is now. */
  static Optional<Shown> of(Issuer issuer, AccountId id) {
    Optional<AccountView> view = issuer.accounts().account(id);
    Optional<AccountRow> row = row(issuer, id);
    if (view.isEmpty() || row.isEmpty()) return Optional.empty();
    Look look = Look.first(NEWEST).of(Looks.ACCOUNT, id.toString());
    List<StatementLine> lines =
        issuer.accounts().statement(id).map(Statement::lines).orElse(List.of()).reversed();
    return Optional.of(
        new Shown(
            row.get(),
            view.get(),
            new Past(
                issuer.records().authorizations(look).rows(),
                lines,
                issuer.accounts().acts(id).reversed(),
                issuer.products().changes(id).reversed(),
                issuer.records().disputes(look).rows(),
                issuer.billing().bills(id))));
  }

  /** An account's record. */
  static Optional<AccountRow> row(Issuer issuer, AccountId id) {
    Look look = Look.first(1).of(Looks.ACCOUNT, id.toString());
    return issuer.records().accounts(look).rows().stream().findFirst();
  }

  /** Its address. */
  public String path() {
    return AccountsDesk.PATH + "/" + row.account();
  }

  Cell.State status() {
    return AccountWords.state(view.status());
  }

  boolean is(CardStatus status) {
    return view.status() == status;
  }

  Table asked() {
    return table(ASKED, past.asked());
  }

  Table postings() {
    return table(POSTINGS, past.lines());
  }

  Table acts() {
    return table(ACTS, past.acts());
  }

  Table limits() {
    return table(LIMITS, past.limits());
  }

  Table disputes() {
    return table(DISPUTES, past.disputes());
  }

  private <R> Table table(Listing<R> listing, List<R> rows) {
    return listing.all(path(), rows.stream().limit(LINES).toList());
  }
}
