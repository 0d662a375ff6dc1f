package openset.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openset.crypto.Suite;

/** Measures tasks beside the operations in them, in turn, so that both see the same machine. */
final class Figures {
  private static final int SEALED_OCTETS = 600;
  private static final int DIGESTED_OCTETS = 512;

  private final Effort effort;

  /** Measures with {@code effort}. */
  Figures(Effort effort) {
    this.effort = effort;
  }

  /** The figures of {@code tasks}, all of {@code suite}. */
  List<Measured> of(Suite suite, List<Task> tasks) throws Exception {
    // Counting puts probes into the code; they are out again before it is warm.
    Map<Task, Map<Operation, Double>> counts = new HashMap<>();
    for (Task task : tasks) counts.put(task, Counts.of(task.work()));
    Map<Operation, CpuTime.Work> operations =
        new Primitives(suite, SEALED_OCTETS, DIGESTED_OCTETS).works();
    warm(tasks, operations);
    Map<Task, double[]> whole = new HashMap<>();
    Map<Operation, double[]> parts = new EnumMap<>(Operation.class);
    for (int round = 0; round < effort.rounds(); round++) {
      for (Task task : tasks) put(whole, task, round, task.work());
      for (Operation o : operations.keySet()) put(parts, o, round, operations.get(o));
    }
    Map<Operation, Double> alone = new EnumMap<>(Operation.class);
    parts.forEach((operation, each) -> alone.put(operation, CpuTime.median(each)));
    List<Measured> all = new ArrayList<>();
    for (Task task : tasks) {
      double nanos = CpuTime.median(whole.get(task));
      all.add(new Measured(task, nanos, counts.get(task), alone));
    }
    return all;
  }

  private void warm(List<Task> tasks, Map<Operation, CpuTime.Work> operations)
      throws Exception {
    for (Task task : tasks) CpuTime.nanos(effort.warm(), task.work());
    for (CpuTime.Work operation : operations.values()) {
      CpuTime.nanos(effort.warm(), operation);
    }
  }

  private <K> void put(Map<K, double[]> all, K key, int round, CpuTime.Work work)
      throws Exception {
    double[] each = all.computeIfAbsent(key, k -> new double[effort.rounds()]);
    each[round] = CpuTime.nanos(effort.times(), work);
  }
}
