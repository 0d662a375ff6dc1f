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
 * @param ruling how the house ruled, if it has
 */
public record Claim(
    Name name, String acquirer, Amount amount, Instant at, Optional<Ruling> ruling) {
  /** A dispute: its issuer and the number that the issuer gave it. */
  public record Name(String issuer, String dispute) {}

  /**
   * How a dispute ends, once and for good.
   *
   * @param forAcquirer true: the claim becomes an item; false: it is refused and nothing moves
   * @param by who ruled; absent where a program did
   */
  public record Ruling(
      boolean forAcquirer, String reason, Optional<String> by, Instant at) {}
}
