package openset.pages.desk;

import java.time.Instant;
import openset.ledger.Money;
import openset.pages.Words;
import openset.set.data.CurrencyAmount;

/** What stands in one cell of a table. */
public sealed interface Cell {
  /** Nothing to say. */
  Cell NONE = new Text("–");

  /** Text that is the same in every language, such as a name or a number. */
  record Text(String text) implements Cell {}

  /** Text of a fixed width, such as an identifier. */
  record Code(String text) implements Cell {}

  /** Words. */
  record Said(Words words) implements Cell {}

  /** An amount. */
  record Amount(Money money) implements Cell {}

  /** How many. */
  record Count(long number) implements Cell {}

  /** A day and a time. */
  record Moment(Instant at) implements Cell {}

  /**
   * How something stands: colour, sign and word.
   *
   * @param kind {@code good}, {@code warn}, {@code bad} or {@code info}
   */
  record State(String kind, Words words) implements Cell {}

  /** A link, shown as what stands in the other cell. */
  record Linked(String href, Cell shown) implements Cell {}

  /** A second line, smaller. */
  record Under(Cell first, Cell second) implements Cell {}

  /** A button that sends a form without fields; offer it only to whoever has the right. */
  record Act(String action, Words words) implements Cell {}

  /** An amount of a message. */
  static Cell amount(CurrencyAmount amount) {
    return new Amount(new Money(amount.currency().number(), amount.minor()));
  }

  /** Text. */
  static Cell text(String text) {
    return text.isEmpty() ? NONE : new Text(text);
  }

  /** A link to the page of what has that name. */
  static Cell link(String href, String text) {
    return new Linked(href, new Text(text));
  }

  /** The same with a second line below. */
  default Cell over(Cell second) {
    return new Under(this, second);
  }
}
