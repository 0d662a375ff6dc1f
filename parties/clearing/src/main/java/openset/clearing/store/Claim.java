package openset.clearing.store;

import java.time.Instant;
import java.util.Optional;
import openset.iso8583.host.Amount;

/**
 * What an acquirer claims in a dispute that has come to the last stage.
 *
 * @param name whose dispute it is
 * @param acquirer who claims
 * @param amount how much
 * @param at since when
 * @param forAcquirer how the house ruled, if it has
 */
public record Claim(
    Name name, String acquirer, Amount amount, Instant at, Optional<Boolean> forAcquirer) {
  /** A dispute: its issuer and the number that the issuer gave it. */
  public record Name(String issuer, String dispute) {}
}
