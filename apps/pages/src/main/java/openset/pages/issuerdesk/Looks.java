package openset.pages.issuerdesk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openset.issuer.card.AccountId;
import openset.issuer.records.Look;
import openset.pages.desk.Asked;
import openset.pages.desk.Cell;

/** What a listing's query asks of the records. */
final class Looks {
  static final String AT = "at";
  static final String STATE = "state";
  static final String ACCOUNT = "account";
  static final String FROM = "from";
  static final String UNTIL = "until";

  private Looks() {}

  /** The same question; none where it asks for an account that cannot be. */
  static Optional<Look> of(Asked asked) {
    Optional<AccountId> account = asked.chosen(ACCOUNT).flatMap(Looks::account);
    if (asked.chosen(ACCOUNT).isPresent() && account.isEmpty()) return Optional.empty();
    return Optional.of(
        new Look(
            asked.sort().equals(AT) ? "" : asked.sort(),
            asked.descending(),
            asked.page(),
            asked.size(),
            new Look.Only(
                asked.chosen(STATE), account, asked.from(FROM), asked.until(UNTIL))));
  }

  /** The account of that printed id. */
  static Optional<AccountId> account(String text) {
    try {
      UUID id = UUID.fromString(text);
      return id.toString().equals(text) ? Optional.of(new AccountId(id)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Leads to an account; the beginning of its id tells it from others well enough. */
  static Cell link(Optional<String> account) {
    return account
        .<Cell>map(
            id ->
                new Cell.Linked(AccountsDesk.PATH + "/" + id, new Cell.Code(id.split("-")[0])))
        .orElse(Cell.NONE);
  }

  /** Nothing, for a question that nothing answers. */
  static <R> openset.issuer.records.Page<R> none() {
    return new openset.issuer.records.Page<>(List.of(), 0);
  }
}
