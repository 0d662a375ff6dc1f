package openset.issuer.billing;

import java.util.List;
import openset.ledger.StatementLine;

/**
 * A bill with its lines.
 *
 * @param bill what is owed
 * @param lines of its month, the oldest first, each with the balance after it
 */
public record BillView(Bill bill, List<StatementLine> lines) {
  public BillView {
    lines = List.copyOf(lines);
  }
}
