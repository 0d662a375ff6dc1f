package openset.set.data.registration;

import openset.asn1.Asn1Type;
import openset.asn1.Choice;

/**
 * Who a merchant or gateway says it is.
 *
 * <pre>
 * IDData ::= CHOICE {
 *   merchantAcquirerID   [0] MerchantAcquirerID,
 *   acquirerID           [1] AcquirerID }
 * </pre>
 */
public sealed interface IDData {
  Asn1Type<IDData> TYPE =
      Choice.choice(
          "IDData",
          Choice.alternative(
              "merchantAcquirerID",
              Merchant.class,
              MerchantAcquirerID.TYPE.implicit(0),
              Merchant::new,
              Merchant::id),
          Choice.alternative(
              "acquirerID",
              Acquirer.class,
              AcquirerID.TYPE.implicit(1),
              Acquirer::new,
              Acquirer::id));

  /** A merchant. */
  record Merchant(MerchantAcquirerID id) implements IDData {}

  /** An acquirer, for its gateway. */
  record Acquirer(AcquirerID id) implements IDData {}
}
