package openset.pages.issuerdesk;

import java.util.Optional;
import openset.pages.desk.Cell;

/** Names by which records are narrowed, and cells that lead to an account. */
final class Looks {
  static final String AT = "at";
  static final String STATE = "state";
  static final String ACCOUNT = "account";
  static final String FIND = "find";
  static final String FROM = "from";
  static final String UNTIL = "until";

  private Looks() {}

  /** Leads to an account; the beginning of its id tells it from others well enough. */
  static Cell link(Optional<String> account) {
    return account
        .<Cell>map(
            id ->
                new Cell.Linked(AccountsDesk.PATH + "/" + id, new Cell.Code(id.split("-")[0])))
        .orElse(Cell.NONE);
  }
}
