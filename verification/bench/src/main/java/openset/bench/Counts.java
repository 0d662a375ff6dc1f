package openset.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/** Counts operations exactly, by the flight recorder's count of calls to what does them. */
final class Counts {
  /** How often something is done to be counted. */
  static final int TIMES = 10;

  private static final String EVENT = "jdk.MethodTiming";

  private Counts() {}

  /** How often {@code work} did each operation, on the average of {@value #TIMES} times. */
  static Map<Operation, Double> of(CpuTime.Work work) throws Exception {
    Path file = Files.createTempFile("counts", ".jfr");
    try (Recording recording = new Recording()) {
      recording
          .enable(EVENT)
          .with("filter", filter())
          .with("period", "endChunk");
      recording.start();
      for (int i = 0; i < TIMES; i++) work.once();
      recording.stop();
      recording.dump(file);
      return read(file);
    } finally {
      Files.delete(file);
    }
  }

  private static String filter() {
    return Arrays.stream(Operation.values())
        .map(Operation::function)
        .collect(Collectors.joining(";"));
  }

  private static Map<Operation, Double> read(Path file) throws IOException {
    Map<String, Long> calls =
        RecordingFile.readAllEvents(file).stream()
            .filter(event -> event.getEventType().getName().equals(EVENT))
            .collect(
                Collectors.toMap(
                    Counts::function, event -> event.getLong("invocations"), Math::max));
    Map<Operation, Double> counts = new EnumMap<>(Operation.class);
    for (Operation operation : Operation.values()) {
      long called = calls.getOrDefault(operation.function(), 0L);
      counts.put(operation, (double) called / TIMES);
    }
    return counts;
  }

  private static String function(RecordedEvent event) {
    RecordedMethod method = event.getValue("method");
    return method.getType().getName() + "::" + method.getName();
  }
}
