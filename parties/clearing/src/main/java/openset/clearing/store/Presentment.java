package openset.clearing.store;

import openset.iso8583.host.Acceptor;
import openset.iso8583.host.Amount;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;

/**
 * What an acquirer presented; compared when its key comes again.
 *
 * @param key the key of the capture
 * @param issuer the institution that approved it
 */
public record Presentment(
    Octets key,
    Octets xid,
    String issuer,
    FinancialAdvice.Approval approval,
    Acceptor acceptor,
    Amount amount) {

  /** The acquirer's institution code. */
  public String acquirer() {
    return approval.reference().acquirer();
  }
}
