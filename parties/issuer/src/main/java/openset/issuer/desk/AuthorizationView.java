package openset.issuer.desk;

import java.time.Instant;
import java.util.Optional;
import openset.iso8583.host.Amount;
import openset.iso8583.host.Octets;
import openset.issuer.card.AccountId;

/**
 * What the bank's people see of an authorization.
 *
 * @param xid the purchase
 * @param account the account asked for; none when the card is unknown
 * @param merchant the acquirer's number for the merchant
 * @param amount the amount asked for
 * @param outcome what was decided
 * @param asked when it was asked for
 */
public record AuthorizationView(
    Octets xid,
    Optional<AccountId> account,
    String merchant,
    Amount amount,
    Outcome outcome,
    Instant asked) {
  /**
   * What was decided.
   *
   * @param state HELD, DECLINED or REVERSED
   * @param response element 39 of the answer
   * @param reason why it was declined, in words; empty when it was not
   * @param approval the approval code; empty unless approved
   */
  public record Outcome(String state, String response, String reason, String approval) {}
}
