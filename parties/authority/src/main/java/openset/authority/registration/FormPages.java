package openset.authority.registration;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.asn1.ObjectIdentifier;
import openset.authority.bank.IssuerForm;
import openset.conduct.enrolment.MerchantForm;
import openset.crypto.DigestAlgorithm;
import openset.set.SetOid;
import openset.set.data.registration.ReferralData;
import openset.set.data.registration.RegField;
import openset.set.data.registration.RegFormData;
import openset.set.data.registration.RegFormOrReferral;
import openset.set.data.registration.RegTemplate;

/** The forms as SET shows them. */
final class FormPages {
  private static final int MERCHANT_FORM = 1;
  private static final int NUMBERS = 1_000_000_000;
  private static final Map<String, ObjectIdentifier> KNOWN =
      Map.of(
          "holderName", SetOid.FIELD_FULL_NAME,
          "documentNumber", SetOid.FIELD_IDENTIFICATION_NUMBER,
          "dateOfBirth", SetOid.FIELD_DATE,
          "cardExpiry", SetOid.FIELD_MONTH);

  private FormPages() {}

  /** An issuer's form. */
  static RegFormOrReferral of(IssuerForm form) {
    List<RegField> fields = form.fields().stream().map(FormPages::field).toList();
    return page(number(form.formId()), fields, form.policy());
  }

  /** What a merchant is asked. */
  static RegFormOrReferral merchant(String policy) {
    return page(
        MERCHANT_FORM,
        List.of(
            field(MerchantForm.NAME, 25, true),
            field(MerchantForm.CATEGORY, 4, true),
            field(MerchantForm.ORIGIN, 200, false)),
        policy);
  }

  /** A gateway has said all when it named its acquirer and itself: it only agrees to the policy. */
  static RegFormOrReferral gateway(String policy) {
    return new RegFormOrReferral.Form(new RegFormData(Optional.empty(), policy));
  }

  /** No bank of that BIN works with this authority. */
  static RegFormOrReferral referral() {
    return new RegFormOrReferral.Referral(
        new ReferralData(
            Optional.of("This authority works with no bank of that number."), Optional.empty()));
  }

  private static RegFormOrReferral page(int number, List<RegField> fields, String policy) {
    RegTemplate template =
        new RegTemplate(number, Optional.empty(), Optional.empty(), fields);
    return new RegFormOrReferral.Form(new RegFormData(Optional.of(template), policy));
  }

  private static RegField field(IssuerForm.Question question) {
    return new RegField(
        // RegFormRes-A-03: what SET has a name for is called by it.
        Optional.ofNullable(KNOWN.get(question.key())),
        question.label(),
        Optional.of(question.description()).filter(text -> !text.isEmpty()),
        Optional.of(question.longest()),
        question.required(),
        question.hidden());
  }

  private static RegField field(String name, int longest, boolean required) {
    return new RegField(
        Optional.empty(), name, Optional.empty(), Optional.of(longest), required, false);
  }

  /** RegFormID: the issuer's name of the form as a number, another for other forms. */
  private static int number(String formId) {
    byte[] digest =
        DigestAlgorithm.SHA256.digest(formId.getBytes(StandardCharsets.UTF_8));
    return (ByteBuffer.wrap(digest).getInt() >>> 1) % NUMBERS;
  }
}
