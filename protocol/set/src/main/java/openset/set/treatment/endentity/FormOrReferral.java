package openset.set.treatment.endentity;

import openset.set.data.registration.ReferralData;

/** What an authority answers to who wants to register. */
public sealed interface FormOrReferral {
  /** A form to fill in. */
  record Form(FormToFill toFill) implements FormOrReferral {}

  /** This authority does not do it; it may say why and where to go. */
  record Referral(ReferralData data) implements FormOrReferral {}
}
