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
  private final List<Timed> timed = new ArrayList<>();

  private record Timed(Task task, double nanos, Map<Operation, Double> alone) {}

  /** Measures with {@code effort}. */
  Figures(Effort effort) {
    this.effort = effort;
  }

  /** Times {@code tasks}, all of {@code suite}, and the operations of that suite. */
  void time(Suite suite, List<Task> tasks) throws Exception {
    Map<Operation, CpuTime.Work> operations =
        new Primitives(suite, SEALED_OCTETS, DIGESTED_OCTETS).works();
    for (Task task : tasks) CpuTime.nanos(effort.warm(), task.work());
    for (CpuTime.Work operation : operations.values()) {
      CpuTime.nanos(effort.warm(), operation);
    }
    Map<Task, double[]> whole = new HashMap<>();
    Map<Operation, double[]> parts = new EnumMap<>(Operation.class);
    for (int round = 0; round < effort.rounds(); round++) {
      for (Task task : tasks) put(whole, task, round, task.work());
      for (Operation o : operations.keySet()) put(parts, o, round, operations.get(o));
    }
    Map<Operation, Double> alone = new EnumMap<>(Operation.class);
    parts.forEach((operation, each) -> alone.put(operation, CpuTime.median(each)));
    for (Task task : tasks) {
      timed.add(new Timed(task, CpuTime.median(whole.get(task)), alone));
    }
  }

  /**
   * What was timed, with the operations in it counted now. Counting comes last of all: it puts
   * probes into the code, and what the compiler had made of it is lost for a long time.
   */
  List<Measured> counted() throws Exception {
    List<Measured> all = new ArrayList<>();
    for (Timed t : timed) {
      all.add(new Measured(t.task, t.nanos, Counts.of(t.task.work()), t.alone));
    }
    return all;
  }

  private <K> void put(Map<K, double[]> all, K key, int round, CpuTime.Work work)
      throws Exception {
    double[] each = all.computeIfAbsent(key, k -> new double[effort.rounds()]);
    each[round] = CpuTime.nanos(effort.times(), work);
  }
}
