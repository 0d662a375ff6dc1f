package openset.cli.load;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;

/**
 * What came of a load.
 *
 * @param purchases how many were begun
 * @param confirmed how many the wallet had confirmed by the gateway's receipt
 * @param captured how many the merchant has stored as captured
 * @param lost how many were confirmed and are not stored as captured; 0, or something is wrong
 * @param seconds wall time of all purchases
 * @param perSecond confirmed purchases a second
 * @param cpuMs CPU time of this process for each purchase, milliseconds: all participants together
 * @param latencyMs of one purchase's parts
 * @param messages bytes of each message
 * @param balanced whether every ledger sums to zero and the issuer's books hold exactly what was
 *     captured
 * @param failures what went wrong, and how often
 */
@JsonPropertyOrder({
  "purchases", "confirmed", "captured", "lost", "seconds", "perSecond", "cpuMs", "latencyMs",
  "messages", "balanced", "failures"
})
public record LoadReport(
    int purchases,
    int confirmed,
    int captured,
    int lost,
    double seconds,
    double perSecond,
    double cpuMs,
    Map<String, Percentiles> latencyMs,
    Map<String, Sizes> messages,
    boolean balanced,
    Map<String, Integer> failures) {
  /** Milliseconds that so many per cent of the purchases needed at most. */
  public record Percentiles(double p50, double p90, double p99, double max) {}

  /** How many messages of a name passed, and their bytes on average. */
  public record Sizes(int count, int bytes) {}

  /** Whether nothing was lost and everything balances. */
  public boolean isGood() {
    return confirmed == purchases && lost == 0 && balanced;
  }
}
