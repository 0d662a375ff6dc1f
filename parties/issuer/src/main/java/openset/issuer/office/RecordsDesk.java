package openset.issuer.office;

import java.time.Instant;
import java.util.function.Function;
import openset.issuer.desk.Means;
import openset.issuer.records.Look;
import openset.issuer.records.Page;
import openset.issuer.records.Records.AccountRow;
import openset.issuer.records.Records.ApplicationRow;
import openset.issuer.records.Records.AuthorizationRow;
import openset.issuer.records.Records.BillRow;
import openset.issuer.records.Records.DisputeRow;
import openset.issuer.store.RecordRows;

/** Looks records up, a page at a time, sorted; nothing here changes anything. */
public final class RecordsDesk {
  private final Means means;

  /** The desk. */
  public RecordsDesk(Means means) {
    this.means = means;
  }

  /** Applications for accounts. */
  public Page<ApplicationRow> applications(Look look) {
    return page(rows -> rows.applications(look));
  }

  /** Accounts with their cards. */
  public Page<AccountRow> accounts(Look look) {
    return page(rows -> rows.accounts(look));
  }

  /** Authorizations as they are asked for, with reasons. */
  public Page<AuthorizationRow> authorizations(Look look) {
    return page(rows -> rows.authorizations(look));
  }

  /** Bills; the state of one is its period. */
  public Page<BillRow> bills(Look look) {
    return page(rows -> rows.bills(look));
  }

  /** Disputes; the state of a closed one is its outcome. */
  public Page<DisputeRow> disputes(Look look) {
    return page(rows -> rows.disputes(look));
  }

  private <R> Page<R> page(Function<RecordRows, Page<R>> look) {
    Instant now = means.clock().instant();
    return means.transactions().inTransaction(tx -> look.apply(new RecordRows(tx, now)));
  }
}
