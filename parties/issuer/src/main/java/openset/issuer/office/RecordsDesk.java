package openset.issuer.office;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import openset.issuer.desk.Means;
import openset.issuer.records.Records.AccountRow;
import openset.issuer.records.Records.ApplicationRow;
import openset.issuer.records.Records.AuthorizationRow;
import openset.issuer.records.Records.BillRow;
import openset.issuer.records.Records.Declines;
import openset.issuer.records.Records.DisputeRow;
import openset.issuer.records.Records.Hour;
import openset.issuer.records.Records.RegistrationRow;
import openset.issuer.store.RecordRows;
import openset.store.listing.Listed;
import openset.store.listing.Look;

/**
 * Looks records up, a page at a time, sorted; nothing here changes anything. All are narrowed by
 * {@code state}, {@code account}, and the days {@code from} and {@code until} (UTC, both counted).
 */
public final class RecordsDesk {
  private static final int REASONS_MOST = 10;

  private final Means means;

  /** The desk. */
  public RecordsDesk(Means means) {
    this.means = means;
  }

  /** Applications for accounts. */
  public Listed<ApplicationRow> applications(Look look) {
    return page(rows -> rows.applications(look));
  }

  /**
   * Accounts with their cards. Narrowed by {@code find}, too: an account's whole id, or words of
   * the holder's name and the last four digits of the card.
   */
  public Listed<AccountRow> accounts(Look look) {
    return page(rows -> rows.accounts(look));
  }

  /** Authorizations as they are asked for, with reasons. */
  public Listed<AuthorizationRow> authorizations(Look look) {
    return page(rows -> rows.authorizations(look));
  }

  /** Attempts to register cards with certification authorities. */
  public Listed<RegistrationRow> registrations(Look look) {
    return page(rows -> rows.registrations(look));
  }

  /** How many authorizations were approved and declined, hour by hour since that time. */
  public List<Hour> hours(Instant from) {
    return page(rows -> rows.hours(from));
  }

  /** The ten most frequent reasons for declines since that time, the most frequent first. */
  public List<Declines> declines(Instant from) {
    return page(rows -> rows.declines(from, REASONS_MOST));
  }

  /** The time by which records are looked at. */
  public Instant now() {
    return means.clock().instant();
  }

  /** Bills; the state of one is its period. */
  public Listed<BillRow> bills(Look look) {
    return page(rows -> rows.bills(look));
  }

  /** Disputes; the state of a closed one is its outcome. */
  public Listed<DisputeRow> disputes(Look look) {
    return page(rows -> rows.disputes(look));
  }

  private <R> R page(Function<RecordRows, R> look) {
    Instant now = means.clock().instant();
    return means
        .transactions()
        .inTransaction(tx -> look.apply(new RecordRows(tx, means.secrets(), now)));
  }
}
