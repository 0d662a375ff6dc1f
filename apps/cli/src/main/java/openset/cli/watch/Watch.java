package openset.cli.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Tells everyone who listens of each message that passes. Safe for many threads.
 *
 * <p>Content is told to none but a spectator, and of a host link only as a picture. There is one in
 * the demo world, for its theatre; participants that are run one by one have none.
 */
public final class Watch {
  private final List<Consumer<Passed>> listeners = new CopyOnWriteArrayList<>();
  private final List<Consumer<Seen>> spectators = new CopyOnWriteArrayList<>();
  private final Map<String, String> names = new ConcurrentHashMap<>();

  /** Shows {@code name} where an end is only known as {@code label}: an address, a code. */
  public void call(String label, String name) {
    names.put(label, name);
  }

  /** Whether anybody listens. */
  public boolean isWatched() {
    return !listeners.isEmpty();
  }

  /** A message passed. */
  public void passed(String name, String from, String to, int bytes) {
    Passed passed =
        new Passed(
            name,
            names.getOrDefault(from, from),
            names.getOrDefault(to, to),
            bytes,
            System.nanoTime());
    for (Consumer<Passed> listener : listeners) listener.accept(passed);
  }

  /** Whether anybody looks at pictures. */
  public boolean hasSpectators() {
    return !spectators.isEmpty();
  }

  /** A message passed on a host link, and somebody looks at pictures. */
  public void seen(Seen seen) {
    Seen named =
        new Seen(
            seen.link(),
            names.getOrDefault(seen.from(), seen.from()),
            names.getOrDefault(seen.to(), seen.to()),
            seen.picture(),
            seen.at());
    for (Consumer<Seen> spectator : spectators) spectator.accept(named);
  }

  /** Shows {@code spectator} every message that passes on a host link until it is closed. */
  public Listening show(Consumer<Seen> spectator) {
    spectators.add(spectator);
    return () -> spectators.remove(spectator);
  }

  /** Everything that passes until the recording is closed. */
  public Recording record() {
    return new Recording();
  }

  /** Tells {@code listener} of everything that passes until the listening is closed. */
  public Listening listen(Consumer<Passed> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Somebody listens until this is closed. */
  @FunctionalInterface
  public interface Listening extends AutoCloseable {
    @Override
    void close();
  }

  /** A list that grows while messages pass. */
  public final class Recording implements AutoCloseable {
    private final List<Passed> messages = new ArrayList<>();
    private final Consumer<Passed> listener = this::add;

    private Recording() {
      listeners.add(listener);
    }

    private synchronized void add(Passed passed) {
      messages.add(passed);
    }

    /** What passed so far. */
    public synchronized List<Passed> messages() {
      return List.copyOf(messages);
    }

    @Override
    public void close() {
      listeners.remove(listener);
    }
  }
}
