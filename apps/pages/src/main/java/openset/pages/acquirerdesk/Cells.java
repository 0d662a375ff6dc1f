package openset.pages.acquirerdesk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import openset.pages.Figures;
import openset.pages.Link;
import openset.pages.Words;
import openset.pages.desk.Cell;

/** Cells and small tables that several pages of the office have. */
final class Cells {
  private Cells() {}

  /** A merchant's number, which leads to its page. */
  static Cell merchant(String id) {
    return Cell.link(merchantPath(id), id);
  }

  /** The address of a merchant's page. */
  static String merchantPath(String id) {
    return MerchantsDesk.PATH + "/" + Link.encoded(id);
  }

  /** A day. */
  static Cell day(LocalDate day) {
    return new Cell.Said(dayWords(day));
  }

  /** A day, if there is one. */
  static Cell day(Optional<LocalDate> day) {
    return day.map(Cells::day).orElse(Cell.NONE);
  }

  static Words dayWords(LocalDate day) {
    return Words.each(language -> Figures.day(day, language));
  }

  /** What something is called, and its currency. */
  static Words in(String currency, Words what) {
    return what.and(Words.same(currency));
  }

  /** Hundredths of a per cent. */
  static Words percent(int basisPoints) {
    return Words.each(language -> Figures.percent(basisPoints, language));
  }

  /** Names, or words for none. */
  static Cell names(List<String> names, Words none) {
    return names.isEmpty() ? new Cell.Said(none) : new Cell.Text(String.join(", ", names));
  }
}
