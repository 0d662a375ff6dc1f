package openset.cli.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells everyone who listens of each message that passes. Safe for many threads. */
public final class Watch {
  private final List<Consumer<Passed>> listeners = new CopyOnWriteArrayList<>();

  /** A message passed. */
  public void passed(String name, String from, String to, int bytes) {
    Passed passed = new Passed(name, from, to, bytes);
    for (Consumer<Passed> listener : listeners) listener.accept(passed);
  }

  /** Everything that passes until the recording is closed. */
  public Recording record() {
    return new Recording();
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
