package openset.set.extension;

import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.Refused;
import openset.set.data.MsgExtensions;
import openset.set.data.auth.AVSData;

/**
 * What a cardholder lets its issuer check beside the signature, in the payment half: only the
 * gateway reads it. No text of this class shows any of it.
 *
 * <pre>
 * CardChecks ::= SEQUENCE {
 *   securityCode     [0] SecurityCode OPTIONAL,
 *   billingAddress   [1] BillingAddress OPTIONAL }
 * </pre>
 */
public record CardChecks(
    Optional<SecurityCode> securityCode, Optional<BillingAddress> billingAddress) {
  /** Nothing. */
  public static final CardChecks NONE = new CardChecks(Optional.empty(), Optional.empty());

  public static final Tagged<CardChecks> TYPE =
      Sequence.sequence(
          "CardChecks",
          optional("securityCode", SecurityCode.TYPE.implicit(0), CardChecks::securityCode),
          optional(
              "billingAddress", BillingAddress.TYPE.implicit(1), CardChecks::billingAddress),
          CardChecks::new);

  /** What a payment half says. */
  public static CardChecks of(Optional<MsgExtensions> piExtensions) throws Refused {
    return new CardChecks(
        Extension.SECURITY_CODE.in(piExtensions), Extension.BILLING_ADDRESS.in(piExtensions));
  }

  /** The same with what the merchant was told, where the cardholder said no address. */
  public CardChecks or(Optional<AVSData> told) {
    return new CardChecks(
        securityCode, billingAddress.or(() -> told.flatMap(BillingAddress::of)));
  }

  /** For PIHead; absent where there is nothing to check. */
  public Optional<MsgExtensions> extensions() {
    return Extension.list(
        securityCode.map(Extension.SECURITY_CODE::of),
        billingAddress.map(Extension.BILLING_ADDRESS::of));
  }
}
