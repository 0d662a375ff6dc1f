package openset.gateway.operation;

import java.time.Instant;
import java.util.List;

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

  /** A rule in one message with one code. */
  public record Part(String message, String code, long count, Instant last) {}

  /** What was refused in one hour or day, which began at that instant. */
  public record At(Instant at, long count) {}
}
