package openset.gateway.operation;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import org.HdrHistogram.Histogram;

/**
 * Messages of one kind within a minute or an hour, and how long their answers took: to the
 * microsecond, within one per cent, 60 s at most.
 *
 * @param at when the minute or the hour began
 * @param side {@code set} for what merchants ask, else the institution code of the acquirer asked
 * @param message its name or type
 * @param silent how many were not answered
 * @param answered how long the others took
 */
public record Times(Instant at, String side, String message, long silent, Histogram answered) {
  /** The side of merchants. */
  public static final String SET = "set";

  private static final int DIGITS = 2;
  private static final long MOST = Duration.ofSeconds(60).toNanos() / 1000;

  /** None yet. */
  public static Times none(Instant at, String side, String message) {
    return new Times(at, side, message, 0, new Histogram(DIGITS));
  }

  /** As {@link #octets} wrote it. */
  public static Histogram histogram(byte[] octets) {
    Histogram read = Histogram.decodeFromByteBuffer(ByteBuffer.wrap(octets), 0);
    read.setAutoResize(true);
    return read;
  }

  /** How long the answers took, to be kept. */
  public byte[] octets() {
    ByteBuffer buffer = ByteBuffer.allocate(answered.getNeededByteBufferCapacity());
    int length = answered.encodeIntoByteBuffer(buffer);
    byte[] octets = new byte[length];
    buffer.rewind().get(octets);
    return octets;
  }

  /** One more, answered after so long. */
  void answered(Duration took) {
    answered.recordValue(Math.clamp(took.toNanos() / 1000, 0, MOST));
  }

  /** One more that was not answered. */
  Times silence() {
    return new Times(at, side, message, silent + 1, answered);
  }

  /** Both together, at the instant of this one; the other stays as it is. */
  public Times and(Times other) {
    Histogram sum = answered.copy();
    sum.setAutoResize(true);
    sum.add(other.answered);
    return new Times(at, side, message, silent + other.silent, sum);
  }

  /** The same, counted to another instant, side or message. */
  public Times as(Instant when, String where, String what) {
    return new Times(when, where, what, silent, answered);
  }

  /** How many there were. */
  public long count() {
    return silent + answered.getTotalCount();
  }

  /** So many per cent of the answers took no longer; zero where there are none. */
  public Duration within(double percent) {
    return Duration.ofNanos(answered.getValueAtPercentile(percent) * 1000);
  }

  /** The longest. */
  public Duration longest() {
    return Duration.ofNanos(answered.getMaxValue() * 1000);
  }
}
