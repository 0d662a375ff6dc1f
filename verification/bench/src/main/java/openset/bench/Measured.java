package openset.bench;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A task beside the operations in it.
 *
 * @param nanos CPU time of doing it once
 * @param counts operations in doing it once
 * @param alone CPU time of one operation of each kind
 */
record Measured(
    Task task, double nanos, Map<Operation, Double> counts, Map<Operation, Double> alone) {

  /** CPU time of the operations alone. */
  double limitNanos() {
    return counts.entrySet().stream()
        .mapToDouble(e -> e.getValue() * alone.get(e.getKey()))
        .sum();
  }

  /** How much of the time is in the operations. */
  double ratio() {
    return limitNanos() / nanos;
  }

  /** As a JSON object. */
  String json() {
    String operations =
        counts.entrySet().stream()
            .filter(e -> e.getValue() > 0)
            .map(e -> "\"%s\": %.2f".formatted(e.getKey(), e.getValue()))
            .collect(Collectors.joining(", ", "{", "}"));
    return "{\"task\": \"%s\", \"suite\": \"%s\", \"microseconds\": %.3f, \"limit\": %.3f,"
            .formatted(task.name(), task.suite().name(), nanos / 1e3, limitNanos() / 1e3)
        + " \"ratio\": %.3f, \"operations\": %s}".formatted(ratio(), operations);
  }
}
