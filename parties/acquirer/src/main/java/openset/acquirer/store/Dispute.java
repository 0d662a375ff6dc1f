package openset.acquirer.store;

import java.time.LocalDate;
import java.util.Optional;
import openset.acquirer.dispute.DisputeState;
import openset.iso8583.host.Octets;
import openset.ledger.Money;

/**
 * A dispute about a capture.
 *
 * @param name whose and which
 * @param about what it is about
 * @param reason the issuer's code, 4 characters
 * @param amount what is, or was last, charged back
 * @param state where it stands
 * @param due the last day of this state, where it has one
 */
public record Dispute(
    Name name,
    About about,
    String reason,
    Money amount,
    DisputeState state,
    Optional<LocalDate> due) {

  /**
   * The issuer's institution code and its number for the dispute, 1 to 32 characters.
   */
  public record Name(String issuer, String number) {}

  /** Keys of the authorization and of the capture, and whose capture it is. */
  public record About(Octets original, Octets capture, String merchant) {}
}
