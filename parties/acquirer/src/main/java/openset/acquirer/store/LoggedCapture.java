package openset.acquirer.store;

import java.util.Optional;
import openset.iso8583.host.Amount;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;

/**
 * One capture the gateway asked for.
 *
 * @param taken what was asked
 * @param fee the acquirer's fee in minor units
 * @param response what the gateway was answered, for good
 * @param presented what the clearing house answered for good
 * @param cycle the settlement cycle it is in
 */
public record LoggedCapture(
    Taken taken,
    long fee,
    ResponseCode response,
    Optional<ResponseCode> presented,
    Optional<String> cycle) {

  /** What is compared when a key comes again. */
  public record Taken(
      Octets key,
      Octets xid,
      String merchant,
      FinancialAdvice.Approval approval,
      Amount amount) {}
}
