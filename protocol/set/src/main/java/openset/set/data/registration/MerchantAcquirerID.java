package openset.set.data.registration;

import static openset.asn1.Field.field;

import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.BIN;
import openset.set.data.MerchantID;

/**
 * A merchant by its acquirer and its number there.
 *
 * <pre>
 * MerchantAcquirerID ::= SEQUENCE {
 *   merchantBIN   BIN,
 *   merchantID    MerchantID }
 * </pre>
 *
 * @param merchantBIN the acquirer's
 */
public record MerchantAcquirerID(BIN merchantBIN, MerchantID merchantID) {
  public static final Tagged<MerchantAcquirerID> TYPE =
      Sequence.sequence(
          "MerchantAcquirerID",
          field("merchantBIN", BIN.TYPE, MerchantAcquirerID::merchantBIN),
          field("merchantID", MerchantID.TYPE, MerchantAcquirerID::merchantID),
          MerchantAcquirerID::new);
}
