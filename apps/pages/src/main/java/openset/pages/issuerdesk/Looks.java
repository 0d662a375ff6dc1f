package openset.pages.issuerdesk;

import java.util.Optional;
import java.util.UUID;
import openset.issuer.card.AccountId;
import openset.pages.desk.Cell;

/** Names by which records are narrowed, and cells that lead to an account. */
final class Looks {
  static final String AT = "at";
  static final String STATE = "state";
  static final String ACCOUNT = "account";
  static final String FROM = "from";
  static final String UNTIL = "until";

  private Looks() {}

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
}
