package openset.clearing.store;

import openset.iso8583.host.Acceptor;
import openset.iso8583.host.Amount;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Purchase;

/**
 * What an acquirer presented; compared when its key comes again.
 *
 * @param purchase its key is the key of the capture
 * @param issuer the institution that approved it
 */
public record Presentment(
    Purchase purchase,
    String issuer,
    FinancialAdvice.Approval approval,
    Acceptor acceptor,
    Amount amount) {

  /** The key of the capture. */
  public Octets key() {
    return purchase.key();
  }

  /** The acquirer's institution code. */
  public String acquirer() {
    return approval.reference().acquirer();
  }
}
