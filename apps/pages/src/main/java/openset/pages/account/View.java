package openset.pages.account;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import openset.ledger.Money;
import openset.pages.Figures;
import openset.pages.Frame;
import openset.pages.Language;
import openset.pages.Words;

/**
 * What every template of the bank is given.
 *
 * @param bank whose pages these are
 * @param frame what stands around
 * @param back where the customer came from, to be led back
 */
public record View(Bank bank, Frame frame, Optional<URI> back) {
  /** Words in the visitor's language. */
  public String say(Words words) {
    return frame.say(words);
  }

  /** The visitor's language. */
  public Language language() {
    return frame.manner().language();
  }

  /** An amount, with a minus before it where it is less than nothing. */
  public String money(Money money) {
    return Figures.money(money, language());
  }

  /** A day and a time. */
  public String moment(Instant at) {
    return Figures.moment(at, language());
  }

  /** A day. */
  public String day(LocalDate day) {
    return Figures.day(day, language());
  }

  /** A month. */
  public String month(YearMonth month) {
    return Figures.month(month, language());
  }

  /** A moment for {@code datetime}. */
  public String machine(Instant at) {
    return Figures.machine(at);
  }

  /** The way back as a form sends it on; empty where there is none. */
  public String backText() {
    return back.map(URI::toString).orElse("");
  }

  /** The way back as a query, with its question mark; empty where there is none. */
  public String backQuery() {
    String text = backText();
    return text.isEmpty() ? "" : "?return=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The origin that is handed the card. */
  public String backOrigin() {
    return back.map(uri -> Bank.origin(uri).toString()).orElse("");
  }
}
