package openset.cli.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import openset.cli.watch.Passed;

/** Counts messages and their bytes by name. Safe for many threads. */
final class Traffic implements Consumer<Passed> {
  private final Map<String, Count> counts = new ConcurrentHashMap<>();

  private record Count(LongAdder messages, LongAdder bytes) {}

  @Override
  public void accept(Passed passed) {
    Count count =
        counts.computeIfAbsent(
            passed.name(), _ -> new Count(new LongAdder(), new LongAdder()));
    count.messages().increment();
    count.bytes().add(passed.bytes());
  }

  Map<String, LoadReport.Sizes> sizes() {
    Map<String, LoadReport.Sizes> sizes = new TreeMap<>();
    counts.forEach(
        (name, count) -> {
          int messages = count.messages().intValue();
          sizes.put(
              name, new LoadReport.Sizes(messages, count.bytes().intValue() / messages));
        });
    return sizes;
  }
}
