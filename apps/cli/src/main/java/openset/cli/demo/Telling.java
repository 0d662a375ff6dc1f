package openset.cli.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import openset.cli.client.CallFailed;
import openset.cli.serve.CannotStart;
import openset.cli.watch.Passed;
import openset.cli.watch.Watch;

/**
 * Times what is done and tells it step by step. Some steps happen inside one call of ours, such as
 * those between PReq and PRes: they are told apart by the message that begins each.
 */
final class Telling {
  private final Watch watch;
  private final Consumer<StepReport> listener;

  Telling(Watch watch, Consumer<StepReport> listener) {
    this.watch = watch;
    this.listener = listener;
  }

  /** Does something and says what a person would check of it. */
  @FunctionalInterface
  interface Act {
    void run(Map<String, Object> facts) throws CallFailed, CannotStart, StepFailed;
  }

  /** A step that begins inside an act, with the first message of this name. */
  record Begins(DemoStep step, String message) {}

  /** Does one step. */
  void step(DemoStep step, Act act) throws StepFailed {
    List<Map<String, Object>> facts = List.of(new LinkedHashMap<>());
    steps(step, List.of(), facts, () -> act.run(facts.getFirst()));
  }

  /** Does several steps in one act. */
  @FunctionalInterface
  interface Acts {
    void run() throws CallFailed, CannotStart, StepFailed;
  }

  /**
   * Does one step and those that follow inside the same act.
   *
   * @param facts of each step, filled in by the act
   */
  void steps(
      DemoStep first, List<Begins> following, List<Map<String, Object>> facts, Acts act)
      throws StepFailed {
    long begin = System.nanoTime();
    StepFailed failure = null;
    List<Passed> messages;
    try (Watch.Recording recording = watch.record()) {
      failure = failure(act);
      messages = recording.messages();
    }
    long end = System.nanoTime();
    List<Part> parts = parts(first, following, messages, begin, end);
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      tell(parts.get(i), facts.get(i), last ? failure : null);
    }
    if (failure != null) throw failure;
  }

  private static StepFailed failure(Acts act) {
    try {
      act.run();
      return null;
    } catch (CallFailed e) {
      return new StepFailed(e.participant(), e.getMessage());
    } catch (CannotStart e) {
      return new StepFailed("a participant", e.getMessage());
    } catch (StepFailed e) {
      return e;
    }
  }

  private record Part(DemoStep step, long begin, long end, List<Passed> messages) {}

  private static List<Part> parts(
      DemoStep first, List<Begins> following, List<Passed> messages, long begin, long end) {
    List<Part> parts = new ArrayList<>();
    DemoStep step = first;
    long from = begin;
    int next = 0;
    for (Begins begins : following) {
      int at = next;
      while (at < messages.size() && !messages.get(at).name().equals(begins.message())) at++;
      if (at == messages.size()) break;
      long until = messages.get(at).nanos();
      parts.add(new Part(step, from, until, messages.subList(next, at)));
      step = begins.step();
      from = until;
      next = at;
    }
    parts.add(new Part(step, from, end, messages.subList(next, messages.size())));
    return parts;
  }

  private void tell(Part part, Map<String, Object> facts, StepFailed failure) {
    listener.accept(
        new StepReport(
            part.step().number(),
            part.step().title(),
            part.step().participants(),
            failure == null,
            Math.round((part.end() - part.begin()) / 10_000.0) / 100.0,
            part.messages(),
            facts,
            failure == null ? null : failure.participant() + ": " + failure.getMessage()));
  }
}
