package openset.pages.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.pages.Figures;
import openset.pages.Manner;
import openset.pages.Words;
import openset.privacy.Finding;
import openset.privacy.Measured;
import openset.privacy.Purchase;
import openset.privacy.promise.Part;
import openset.privacy.promise.Sight;
import openset.privacy.promise.Thing;

/**
 * What the page shows.
 *
 * @param manner how the visitor wants it
 * @param all purchases to choose from, the newest first
 * @param chosen the one that is looked at; all where empty
 * @param measured what was measured
 * @param at when
 */
public record MeterReading(
    Manner manner,
    List<Purchase> all,
    Optional<Purchase> chosen,
    Measured measured,
    Instant at) {
  /** The things that have a column. */
  public static final List<Thing> THINGS =
      List.of(
          Thing.CARD_NUMBER,
          Thing.ORDER,
          Thing.DELIVERY,
          Thing.NAME,
          Thing.TOTAL,
          Thing.SECRETS);

  /** Copies the list. */
  public MeterReading {
    all = List.copyOf(all);
  }

  /** Words in the visitor's language. */
  public String say(Words words) {
    return manner.say(words);
  }

  /** Whether this purchase is the one that is looked at. */
  public boolean isChosen(Purchase purchase) {
    return chosen.filter(one -> one.label().equals(purchase.label())).isPresent();
  }

  /** A purchase in the list. */
  public String told(Purchase purchase) {
    return purchase.label() + " · " + Figures.money(purchase.total(), manner.language());
  }

  /** The heading of the matrix. */
  public String heading() {
    return chosen
        .map(purchase -> say(MeterWords.of(purchase.label())))
        .orElseGet(() -> say(MeterWords.ofAll(measured.purchases().size())));
  }

  /** Somebody's name. */
  public String name(Measured.Line line) {
    return line.title().isEmpty() ? say(MeterWords.of(line.part())) : line.title();
  }

  /** What somebody does, where the name does not say it already. */
  public String part(Measured.Line line) {
    return line.title().isEmpty() ? say(MeterWords.EVERYBODY) : say(MeterWords.of(line.part()));
  }

  /** The name of a part for the style sheet, as the design system calls its colour. */
  public static String part(Part part) {
    return part == Part.WALLET ? "cardholder" : part.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The word of a cell. */
  public Words word(Measured.Line line, Thing thing) {
    return line.breaks(thing) ? MeterWords.BROKEN : MeterWords.of(line.sees(thing));
  }

  /** The class of a cell. */
  public static String look(Measured.Line line, Thing thing) {
    return line.breaks(thing) ? "broken" : look(line.sees(thing));
  }

  /** The class of a sight. */
  public static String look(Sight sight) {
    return sight.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Where a breach was found; never what. */
  public String breach(Measured.Line line, Finding finding) {
    return name(line) + ": " + say(MeterWords.of(finding.thing())) + " — "
        + finding.place().words();
  }

  /** What was read, as a sentence. */
  public String effort() {
    Measured.Effort effort = measured.effort();
    return say(
        MeterWords.effort(
            Figures.count(effort.values(), manner.language()),
            Figures.count(effort.logLines(), manner.language()),
            Figures.count(effort.time().toMillis(), manner.language())));
  }

  /** When it was measured, to the second. */
  public String when() {
    return java.time.format.DateTimeFormatter.ofPattern("HH:mm:ss")
            .format(at.atOffset(java.time.ZoneOffset.UTC))
        + " UTC";
  }
}
