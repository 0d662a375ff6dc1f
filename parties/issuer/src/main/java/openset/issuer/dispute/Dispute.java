package openset.issuer.dispute;

import java.time.Instant;
import java.util.Optional;
import openset.iso8583.host.Amount;
import openset.iso8583.host.Octets;
import openset.issuer.card.AccountId;

/**
 * A holder's dispute of a posted line.
 *
 * @param number the bank's, given once: tag 10 of all its messages
 * @param account whose line it is
 * @param line what is disputed
 * @param claim how much and why
 * @param standing how far it has come
 */
public record Dispute(
    String number, AccountId account, Line line, Claim claim, Standing standing) {
  /**
   * The posted capture.
   *
   * @param item its key
   * @param exchange the key of its authorization
   * @param acquirer element 32
   */
  public record Line(Octets item, Octets exchange, String acquirer) {}

  /**
   * What the holder says.
   *
   * @param amount how much is disputed, at most the line's
   * @param reason why
   * @param story in the holder's words, up to 2000 characters
   */
  public record Claim(Amount amount, DisputeReason reason, String story) {
    private static final int LONGEST = 2_000;

    /** Refuses a story that is too long. */
    public Claim {
      if (story.length() > LONGEST) throw new IllegalArgumentException("a story too long");
    }

    /** Nothing of what the holder said. */
    @Override
    public String toString() {
      return amount + " " + reason;
    }
  }

  /**
   * How far it has come.
   *
   * @param state where it stands
   * @param since when it came there
   * @param outcome how it ended, once it is closed
   * @param suspenseMinor what the holder has and nobody has paid, in minor units
   * @param opened when the holder disputed the line
   */
  public record Standing(
      DisputeState state,
      Instant since,
      Optional<Outcome> outcome,
      long suspenseMinor,
      Instant opened) {}
}
