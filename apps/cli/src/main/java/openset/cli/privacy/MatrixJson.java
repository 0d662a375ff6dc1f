package openset.cli.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import openset.privacy.Finding;
import openset.privacy.Measured;
import openset.privacy.promise.Promises;
import openset.privacy.promise.Thing;

/**
 * What was measured, as JSON.
 *
 * @param holds whether every promise holds
 * @param purchases order numbers with their XIDs
 * @param participants what each holds
 * @param breaches what should not be there, and where it is
 * @param blind where the meter saw less than must be there
 * @param effort what was read
 */
public record MatrixJson(
    boolean holds,
    Map<String, String> purchases,
    List<Participant> participants,
    List<Breach> breaches,
    List<String> blind,
    Effort effort) {
  /** One participant: for each thing how far it sees it, and how far it may. */
  public record Participant(
      String name, String title, String part, Map<String, String> sees, Map<String, String> may) {}

  /** A breach; never what was found. */
  public record Breach(
      String participant,
      String thing,
      String sight,
      String form,
      String source,
      String table,
      String column,
      String row) {}

  /** What was read. */
  public record Effort(long values, long logLines, long fileOctets, long milliseconds) {}

  /** The measure as JSON. */
  public static MatrixJson of(Measured measured) {
    Map<String, String> purchases = new LinkedHashMap<>();
    measured.purchases().forEach(purchase -> purchases.put(purchase.label(), purchase.xid()));
    Measured.Effort effort = measured.effort();
    return new MatrixJson(
        measured.holds(),
        purchases,
        measured.rows().stream().map(MatrixJson::participant).toList(),
        measured.rows().stream()
            .flatMap(line -> line.breaches().stream().map(breach -> breach(line, breach)))
            .toList(),
        measured.blind(),
        new Effort(
            effort.values(), effort.logLines(), effort.fileOctets(), effort.time().toMillis()));
  }

  private static Participant participant(Measured.Line line) {
    Map<String, String> sees = new LinkedHashMap<>();
    Map<String, String> may = new LinkedHashMap<>();
    for (Thing thing : Thing.values()) {
      sees.put(lower(thing), lower(line.sees(thing)));
      may.put(lower(thing), lower(Promises.most(line.part(), thing)));
    }
    return new Participant(line.name(), line.title(), lower(line.part()), sees, may);
  }

  private static Breach breach(Measured.Line line, Finding breach) {
    return new Breach(
        line.name(),
        lower(breach.thing()),
        lower(breach.sight()),
        lower(breach.form()),
        breach.place().source(),
        breach.place().table(),
        breach.place().column(),
        breach.place().row());
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
