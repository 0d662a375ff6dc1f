package openset.clearing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import openset.clearing.calendar.Calendar;
import openset.iso8583.LinkTerms;
import openset.iso8583.Tap;

/**
 * A clearing house and the banks it clears between.
 *
 * @param institution own institution code
 * @param inbound where it listens for acquirers
 * @param banks its members
 * @param rhythm when cycles are run besides on demand
 * @param patience how long it waits for an answer of a bank
 * @param tap watches the messages of its listener and of its links pass
 */
public record ClearingConfig(
    String institution,
    Inbound inbound,
    List<Bank> banks,
    Rhythm rhythm,
    Duration patience,
    Tap tap) {

  public ClearingConfig {
    banks = List.copyOf(banks);
  }

  /** A clearing house without a tap. */
  public ClearingConfig(
      String institution,
      Inbound inbound,
      List<Bank> banks,
      Optional<Duration> interval,
      Duration patience) {
    this(institution, inbound, banks, Rhythm.every(interval), patience, Tap.NONE);
  }

  /** The same clearing house with a tap. */
  public ClearingConfig with(Tap other) {
    return new ClearingConfig(institution, inbound, banks, rhythm, patience, other);
  }

  /** The same clearing house that runs its cycles otherwise. */
  public ClearingConfig with(Rhythm other) {
    return new ClearingConfig(institution, inbound, banks, other, patience, tap);
  }

  /**
   * When cycles are run besides on demand.
   *
   * @param interval the time between two
   * @param calendar their cut-offs
   */
  public record Rhythm(Optional<Duration> interval, Optional<Calendar> calendar) {
    /** By an interval, or on demand only. */
    public static Rhythm every(Optional<Duration> interval) {
      return new Rhythm(interval, Optional.empty());
    }

    /** By the cut-offs of a calendar. */
    public static Rhythm by(Calendar calendar) {
      return new Rhythm(Optional.empty(), Optional.of(calendar));
    }
  }

  /**
   * Where it listens; port 0 takes a free one.
   *
   * @param terms what was agreed with all members that ask it
   */
  public record Inbound(String host, int port, LinkTerms terms) {
    /** On the usual terms. */
    public Inbound(String host, int port) {
      this(host, port, LinkTerms.USUAL);
    }
  }

  /**
   * A member: an acquirer, an issuer, or both.
   *
   * @param institution its institution code
   * @param host where it listens
   * @param port its TCP port
   * @param delivery how its items come to it
   * @param terms what was agreed with it
   */
  public record Bank(
      String institution, String host, int port, Delivery delivery, LinkTerms terms) {
    /** A member that takes its items one by one, on the usual terms. */
    public Bank(String institution, String host, int port) {
      this(institution, host, port, Delivery.MESSAGES);
    }

    /** A member on the usual terms. */
    public Bank(String institution, String host, int port, Delivery delivery) {
      this(institution, host, port, delivery, LinkTerms.USUAL);
    }
  }

  /** How items come to a bank. */
  public enum Delivery {
    /** One by one, on the host link, as they come in. */
    MESSAGES,
    /** After the cut-off in one file, which it fetches and answers. */
    FILES
  }
}
