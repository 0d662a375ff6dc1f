package openset.cli.watch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Locale;

/**
 * One message that passed.
 *
 * @param name as in its specification, for example {@code AuthReq} or {@code 0100}
 * @param from the sender's name
 * @param to the receiver's name
 * @param bytes its size on the wire, without transport headers
 * @param nanos when, on the clock of {@link System#nanoTime}
 */
public record Passed(String name, String from, String to, int bytes, @JsonIgnore long nanos) {
  /** The message in one line, for people. */
  public String line() {
    return String.format(Locale.ROOT, "%-14s %6d bytes  %s > %s", name, bytes, from, to);
  }
}
