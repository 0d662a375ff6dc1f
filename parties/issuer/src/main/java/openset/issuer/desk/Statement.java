package openset.issuer.desk;

import java.util.List;
import openset.issuer.card.AccountId;
import openset.ledger.StatementLine;

/**
 * The postings of an account.
 *
 * @param account its id
 * @param card the card number, masked
 * @param lines oldest first, each with the balance after it
 */
public record Statement(AccountId account, String card, List<StatementLine> lines) {
  public Statement {
    lines = List.copyOf(lines);
  }
}
