package openset.issuer.records;

import java.time.Instant;
import java.util.Optional;
import openset.issuer.card.AccountId;

/**
 * What somebody wants to look at: a page of records, sorted.
 *
 * @param sort name of the field to sort by; empty for when it happened
 * @param descending the last first
 * @param page from 0
 * @param size records a page, 1 to 100
 * @param only which records
 */
public record Look(String sort, boolean descending, int page, int size, Only only) {
  private static final int SIZE_MOST = 100;
  private static final int PAGE_MOST = 100_000;

  /** The newest fifty. */
  public static final Look NEWEST = new Look("", true, 0, 50, Only.ALL);

  /**
   * Which records; all where nothing is said.
   *
   * @param state of this state
   * @param account of this account
   * @param from of this time and later
   * @param until before this time
   */
  public record Only(
      Optional<String> state,
      Optional<AccountId> account,
      Optional<Instant> from,
      Optional<Instant> until) {
    /** All of them. */
    public static final Only ALL =
        new Only(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Refuses a page that is none. */
  public Look {
    if (size < 1 || size > SIZE_MOST || page < 0 || page > PAGE_MOST) {
      throw new IllegalArgumentException("a page has 1 to 100 records");
    }
  }

  /** The same of one state. */
  public Look of(String state) {
    return of(new Only(Optional.of(state), only.account(), only.from(), only.until()));
  }

  /** The same of one account. */
  public Look of(AccountId account) {
    return of(new Only(only.state(), Optional.of(account), only.from(), only.until()));
  }

  private Look of(Only other) {
    return new Look(sort, descending, page, size, other);
  }
}
