package openset.gateway.batch;

import openset.set.treatment.gateway.MerchantParty;

/**
 * A merchant as its acquirer knows it: batches are numbered within one.
 *
 * @param acquirer BIN of the acquirer
 * @param merchant the number that the acquirer gave the merchant
 */
public record Account(String acquirer, String merchant) {
  /** The account of a proved merchant. */
  public static Account of(MerchantParty merchant) {
    return new Account(merchant.acquirerBin(), merchant.merchantID().id());
  }
}
