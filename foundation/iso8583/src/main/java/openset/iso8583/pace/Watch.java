package openset.iso8583.pace;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks again and again at whoever may be silent for too long, and ends those who were. One thread
 * for all: reading with a time limit would cost each message a timer.
 */
public final class Watch implements AutoCloseable {
  /** Who is looked at. */
  public interface Watched {
    /** Ends itself when it waited too long at this {@link System#nanoTime}. */
    void look(long now);
  }

  private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
  private final long every;
  private final Thread thread;
  private volatile boolean closed;

  /** Looks every so long. */
  public Watch(String name, Duration every) {
    this.every = every.toNanos();
    this.thread = Thread.ofVirtual().name("watch-" + name).start(this::run);
  }

  /** Looks at this one from now on. */
  public void add(Watched one) {
    watched.add(one);
  }

  /** Looks at this one no more. */
  public void remove(Watched one) {
    watched.remove(one);
  }

  private void run() {
    while (!closed) {
      LockSupport.parkNanos(every);
      long now = System.nanoTime();
      for (Watched each : watched) each.look(now);
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
