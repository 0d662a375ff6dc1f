package openset.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the CPU time goes: stacks sampled by CPU time, each counted for the innermost function of
 * ours that names what was going on.
 */
final class Profile {
  private static final String EVENT = "jdk.CPUTimeSample";
  private static final String OURS = "openset.";
  private static final String CODEC = "openset.asn1.Asn1Type";
  private static final String PRIMITIVES = "openset.crypto.";

  /** A function and its share of all samples. */
  record Part(String function, double share) {}

  private final List<RecordedEvent> samples;

  private Profile(List<RecordedEvent> samples) {
    this.samples = samples;
  }

  /** Samples {@code work} done {@code times}. */
  static Profile of(int times, CpuTime.Work work) throws Exception {
    Path file = Files.createTempFile("profile", ".jfr");
    String own = Thread.currentThread().getName();
    try (Recording recording = new Recording()) {
      recording.enable(EVENT).with("throttle", "2ms");
      recording.start();
      for (int i = 0; i < times; i++) work.once();
      recording.stop();
      recording.dump(file);
      return new Profile(read(file, own));
    } finally {
      Files.delete(file);
    }
  }

  private static List<RecordedEvent> read(Path file, String thread) throws IOException {
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getEventType().getName().equals(EVENT))
        .filter(event -> event.getStackTrace() != null)
        .filter(
            event ->
                event.getThread("eventThread") != null
                    && thread.equals(event.getThread("eventThread").getJavaName()))
        .toList();
  }

  /** How many stacks there are. */
  int size() {
    return samples.size();
  }

  /** By the function of {@code openset.crypto} that was entered first, or else none. */
  List<Part> primitives() {
    return parts(event -> outermost(event, PRIMITIVES));
  }

  /** By the innermost function of ours, for stacks that are in no primitive. */
  List<Part> own() {
    return parts(event -> outermost(event, PRIMITIVES) == null ? innermost(event) : null);
  }

  /** By whatever function was running, for stacks that are in no primitive. */
  List<Part> leaves() {
    return parts(
        event ->
            outermost(event, PRIMITIVES) == null
                ? name(event.getStackTrace().getFrames().getFirst())
                : null);
  }

  /** By each function of ours that was under way, all that it calls included but primitives. */
  List<Part> inclusive() {
    return all(
        event ->
            outermost(event, PRIMITIVES) != null
                ? Set.of()
                : event.getStackTrace().getFrames().stream()
                    .filter(f -> f.getMethod().getType().getName().startsWith(OURS))
                    .map(Profile::name)
                    .collect(Collectors.toSet()));
  }

  /** By who asked for something to be read or written as DER, for stacks in no primitive. */
  List<Part> codec() {
    return parts(event -> outermost(event, PRIMITIVES) == null ? asker(event) : null);
  }

  private static String asker(RecordedEvent event) {
    List<RecordedFrame> frames = event.getStackTrace().getFrames();
    for (int i = frames.size() - 1; i > 0; i--) {
      if (frames.get(i - 1).getMethod().getType().getName().equals(CODEC)) {
        return name(frames.get(i)) + " " + frames.get(i - 1).getMethod().getName();
      }
    }
    return null;
  }

  private List<Part> parts(Function<RecordedEvent, String> by) {
    return all(event -> Optional.ofNullable(by.apply(event)).map(Set::of).orElse(Set.of()));
  }

  private List<Part> all(Function<RecordedEvent, Set<String>> by) {
    Map<String, Integer> counts = new HashMap<>();
    for (RecordedEvent event : samples) {
      for (String name : by.apply(event)) counts.merge(name, 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .map(e -> new Part(e.getKey(), (double) e.getValue() / samples.size()))
        .sorted(Comparator.comparingDouble(Part::share).reversed())
        .toList();
  }

  private static String outermost(RecordedEvent event, String prefix) {
    List<RecordedFrame> frames = event.getStackTrace().getFrames();
    for (RecordedFrame frame : frames.reversed()) {
      if (frame.getMethod().getType().getName().startsWith(prefix)) return name(frame);
    }
    return null;
  }

  private static String innermost(RecordedEvent event) {
    for (RecordedFrame frame : event.getStackTrace().getFrames()) {
      if (frame.getMethod().getType().getName().startsWith(OURS)) return name(frame);
    }
    return "elsewhere";
  }

  private static String name(RecordedFrame frame) {
    String type = frame.getMethod().getType().getName();
    return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethod().getName();
  }
}
