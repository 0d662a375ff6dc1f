package openset.pages.office;

import java.time.Instant;
import java.util.Optional;
import openset.pages.Figures;
import openset.pages.Frame;
import openset.pages.Language;
import openset.pages.Words;
import openset.set.data.CurrencyAmount;
import openset.signin.Role;
import openset.signin.Session;

/**
 * What every template of the office needs.
 *
 * @param session who is there; empty on the pages of signing in
 * @param notice a sentence to be seen at once
 */
public record View(Frame frame, Optional<Session> session, Optional<Notice> notice) {
  /**
   * A sentence to be seen at once.
   *
   * @param state {@code good}, {@code warn} or {@code bad}
   */
  public record Notice(String state, Words words) {}

  /** Words in the visitor's language. */
  public String say(Words words) {
    return frame.say(words);
  }

  /** The visitor's language. */
  public Language language() {
    return frame.manner().language();
  }

  /** An amount as the visitor's language writes it. */
  public String money(CurrencyAmount amount) {
    return Figures.money(amount, language());
  }

  /** A time as the visitor's language writes it. */
  public String moment(Instant at) {
    return Figures.moment(at, language());
  }

  /** Whether who is there may do this. */
  public boolean may(Role.Right right) {
    return session.filter(s -> s.role().may(right)).isPresent();
  }
}
