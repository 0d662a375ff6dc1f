package openset.issuer.records;

import java.util.Optional;
import openset.issuer.card.AccountId;

/**
 * What somebody wants to look at: a page of records, sorted.
 *
 * @param sort name of the field to sort by; empty for when it happened
 * @param descending the last first
 * @param page from 0
 * @param size records a page, 1 to 100
 * @param state only of this state; empty for all
 * @param account only of this account; empty for all
 */
public record Look(
    String sort,
    boolean descending,
    int page,
    int size,
    Optional<String> state,
    Optional<AccountId> account) {
  private static final int SIZE_MOST = 100;
  private static final int PAGE_MOST = 100_000;

  /** The newest fifty. */
  public static final Look NEWEST =
      new Look("", true, 0, 50, Optional.empty(), Optional.empty());

  /** Refuses a page that is none. */
  public Look {
    if (size < 1 || size > SIZE_MOST || page < 0 || page > PAGE_MOST) {
      throw new IllegalArgumentException("a page has 1 to 100 records");
    }
  }

  /** The same of one state. */
  public Look of(String other) {
    return new Look(sort, descending, page, size, Optional.of(other), account);
  }

  /** The same of one account. */
  public Look of(AccountId other) {
    return new Look(sort, descending, page, size, state, Optional.of(other));
  }
}
