package openset.clearing.file;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import openset.store.Transactions;

/**
 * What the work on files needs.
 *
 * @param institution the house's own institution code
 * @param members institution codes of the banks
 * @param byFile those that take their items by file
 * @param limits how much banks may send
 */
public record FileMeans(
    Transactions transactions,
    InstantSource clock,
    String institution,
    Set<String> members,
    Set<String> byFile,
    FileLimits limits) {
  public FileMeans {
    members = Set.copyOf(members);
    byFile = Set.copyOf(byFile);
  }

  Instant now() {
    return clock.instant();
  }
}
