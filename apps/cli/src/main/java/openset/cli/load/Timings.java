package openset.cli.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Times of the parts of purchases. Safe for many threads. */
final class Timings {
  private final Map<String, List<Long>> nanos = new LinkedHashMap<>();

  Timings(String... parts) {
    for (String part : parts) nanos.put(part, Collections.synchronizedList(new ArrayList<>()));
  }

  void add(String part, long took) {
    nanos.get(part).add(took);
  }

  Map<String, LoadReport.Percentiles> percentiles() {
    Map<String, LoadReport.Percentiles> all = new LinkedHashMap<>();
    nanos.forEach(
        (part, times) -> {
          List<Long> sorted = times.stream().sorted().toList();
          if (sorted.isEmpty()) return;
          all.put(
              part,
              new LoadReport.Percentiles(
                  at(sorted, 0.50), at(sorted, 0.90), at(sorted, 0.99), at(sorted, 1)));
        });
    return all;
  }

  private static double at(List<Long> sorted, double share) {
    int index = (int) Math.ceil(share * sorted.size()) - 1;
    return Math.round(sorted.get(Math.max(index, 0)) / 10_000.0) / 100.0;
  }
}
