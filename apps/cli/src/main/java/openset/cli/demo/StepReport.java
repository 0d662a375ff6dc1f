package openset.cli.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import openset.cli.watch.Passed;

/**
 * What the demo tells of one step.
 *
 * @param step 1 to 11
 * @param title what happens in it
 * @param participants between whom
 * @param ok whether it did
 * @param ms wall time in milliseconds
 * @param messages every message that passed between participants, in order
 * @param facts what a person would check, in order
 * @param failed where it failed: participant and reason; absent when it did not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "step", "title", "participants", "ok", "ms", "messages", "facts", "failed"
})
public record StepReport(
    int step,
    String title,
    String participants,
    boolean ok,
    double ms,
    List<Passed> messages,
    Map<String, Object> facts,
    String failed) {}
