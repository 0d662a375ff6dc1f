package openset.acquirer.store;

import java.util.Optional;
import java.util.OptionalLong;
import openset.iso8583.host.Acceptor;
import openset.iso8583.host.Amount;
import openset.iso8583.host.Decision;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.Reference;
import openset.iso8583.host.Trace;

/**
 * One row of the authorization log.
 *
 * @param asked what the gateway asked for
 * @param feeBasisPoints the merchant's fee on that day
 * @param forwarded where it was sent; absent when it was decided here
 * @param decision the answer; absent while it is under way
 * @param reversed true when it was asked to be forgotten
 * @param replaced what of it stays approved after reversals of a part, in minor units
 */
public record LoggedAuthorization(
    Asked asked,
    int feeBasisPoints,
    Optional<Forwarded> forwarded,
    Optional<Decision> decision,
    boolean reversed,
    OptionalLong replaced) {

  /**
   * What is compared when a key comes again.
   *
   * @param card the card number masked; empty when only a reversal came
   */
  public record Asked(
      Purchase purchase, Acceptor acceptor, Reference reference, Amount amount, String card) {}

  /**
   * Where it was sent.
   *
   * @param issuer the issuer's institution code
   * @param trace the numbers of the 0100 on the issuer's link
   */
  public record Forwarded(String issuer, Trace trace) {}

  /** What is approved in minor units; 0 when the issuer did not, less after reversals of parts. */
  public long approved() {
    return replaced.orElseGet(this::decided);
  }

  private long decided() {
    return switch (decision.orElse(new Decision.Declined(""))) {
      case Decision.Approved _ -> asked.amount().minor();
      case Decision.PartlyApproved(String _, long minor) -> minor;
      case Decision.Declined _ -> 0;
    };
  }

  /** The approval code, when approved. */
  public Optional<String> approvalCode() {
    return switch (decision.orElse(new Decision.Declined(""))) {
      case Decision.Approved(String code) -> Optional.of(code);
      case Decision.PartlyApproved(String code, long _) -> Optional.of(code);
      case Decision.Declined _ -> Optional.empty();
    };
  }
}
