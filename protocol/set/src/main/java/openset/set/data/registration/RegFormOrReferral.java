package openset.set.data.registration;

import openset.asn1.Asn1Type;
import openset.asn1.Choice;

/**
 * The form, or where to go instead.
 *
 * <pre>
 * RegFormOrReferral ::= CHOICE {
 *   regFormData    [0] RegFormData,
 *   referralData   [1] ReferralData }
 * </pre>
 */
public sealed interface RegFormOrReferral {
  Asn1Type<RegFormOrReferral> TYPE =
      Choice.choice(
          "RegFormOrReferral",
          Choice.alternative(
              "regFormData", Form.class, RegFormData.TYPE.implicit(0), Form::new, Form::data),
          Choice.alternative(
              "referralData",
              Referral.class,
              ReferralData.TYPE.implicit(1),
              Referral::new,
              Referral::data));

  /** The form. */
  record Form(RegFormData data) implements RegFormOrReferral {}

  /** Where to go instead. */
  record Referral(ReferralData data) implements RegFormOrReferral {}
}
