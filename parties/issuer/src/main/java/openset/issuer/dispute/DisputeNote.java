package openset.issuer.dispute;

import java.util.Optional;
import java.util.stream.Stream;

/** What the desk notes of a dispute by itself, so that pages can say it in every language. */
public enum DisputeNote {
  /** Evidence was attached; in whose favour it speaks follows. */
  EVIDENCE("evidence attached; it speaks for "),
  /** Nobody signed what the holder says it did not buy, which speaks for the holder (HL-98). */
  NOBODY_SIGNED("nobody signed this purchase; it speaks for the holder"),
  /** The clearing house refused the chargeback; the response code follows. */
  REFUSED("the chargeback was refused: "),
  /** The acquirer has taken the chargeback. */
  ACQUIRER_PAYS("the acquirer pays"),
  /** The merchant gave so much back otherwise that nothing is left to claim. */
  CREDITED("the merchant gave the money back"),
  /** Arbitration went against the holder. */
  RULED("ruled for the merchant"),
  /** Nobody said anything in time. */
  TIME_OVER("time is over");

  private final String text;

  DisputeNote(String text) {
    this.text = text;
  }

  /** As a step keeps it. */
  public String text() {
    return text;
  }

  /** With what follows it. */
  public String of(String more) {
    return text + more;
  }

  /** Which one a step has; empty where it has none. */
  public static Optional<DisputeNote> read(String note) {
    return Stream.of(values()).filter(each -> note.startsWith(each.text)).findFirst();
  }

  /** What follows it in a step's note. */
  public String more(String note) {
    return note.substring(text.length());
  }
}
