package openset.gateway.operation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How often one rule was broken.
 *
 * @param messages in which
 * @param first begin of the hour in which it was first
 */
public record Refused(
    String rule, List<String> messages, long count, Instant first, Instant last) {
  /** A copy. */
  public Refused {
    messages = List.copyOf(messages);
  }

  /** By what they are sorted. */
  public enum Sort {
    COUNT,
    LAST,
    RULE
  }

  /**
   * Which are wanted.
   *
   * @param since only what was refused from that hour on
   * @param message only in messages of this name or type
   */
  public record Query(
      Instant since, Optional<String> message, Sort sort, boolean ascending, Page page) {}

  /** A rule in one message with one code. */
  public record Part(String message, String code, long count, Instant last) {}

  /** What was refused in one hour or day, which began at that instant. */
  public record At(Instant at, long count) {}
}
