package openset.pages.desk;

import java.time.Instant;
import java.util.Optional;
import openset.ledger.Money;
import openset.pages.Figures;
import openset.pages.Frame;
import openset.pages.Language;
import openset.pages.Words;
import openset.set.data.CurrencyAmount;
import openset.signin.Role;
import openset.signin.Session;

/**
 * What every template of an office needs.
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
  public record Notice(String state, Words words) {
    /** It went well. */
    public static Notice good(Words words) {
      return new Notice("good", words);
    }

    /** Something is to be looked at. */
    public static Notice warn(Words words) {
      return new Notice("warn", words);
    }

    /** It did not go. */
    public static Notice bad(Words words) {
      return new Notice("bad", words);
    }
  }

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

  /** An amount, with a minus before it where it is less than nothing. */
  public String money(Money money) {
    return Figures.money(money, language());
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
