package openset.cli.serve;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Participants to be stopped together, the last first; each is stopped whatever becomes of others.
 */
public final class Closing implements AutoCloseable {
  private final Deque<Running> participants = new ArrayDeque<>();

  /** Takes a participant in; gives it back. */
  public Running add(Running participant) {
    participants.push(participant);
    return participant;
  }

  /** Stops one of them alone, which is not among them any more. */
  public void stop(Running participant) {
    participants.remove(participant);
    participant.close();
  }

  @Override
  public void close() {
    RuntimeException first = null;
    while (!participants.isEmpty()) {
      try {
        participants.pop().close();
      } catch (RuntimeException e) {
        if (first == null) first = e;
      }
    }
    if (first != null) throw first;
  }
}
