package openset.set.treatment.endentity;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.List;
import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.Challenge;
import openset.set.data.LocalID;
import openset.set.data.registration.IDData;
import openset.set.data.registration.RegField;
import openset.set.data.registration.RegFormData;
import openset.set.data.registration.RegTemplate;
import openset.set.data.registration.RequestType;
import openset.set.treatment.FormAnswers;

/**
 * A form that an authority gave, as it is kept while a person fills it in.
 *
 * <pre>
 * FormToFill ::= SEQUENCE {
 *   lid-EE         LocalID,
 *   lid-CA         [0] LocalID OPTIONAL,
 *   chall-CA       Challenge,
 *   requestType    RequestType,
 *   idData         [1] EXPLICIT IDData OPTIONAL,
 *   form           RegFormData,
 *   acctDataField  [2] RegField OPTIONAL,
 *   authority      KnownAuthority }
 * </pre>
 *
 * @param idData who a merchant or gateway said it is
 * @param form the fields, and the policy to agree to
 * @param acctDataField asks a merchant or gateway for an account
 */
public record FormToFill(
    LocalID lidEE,
    Optional<LocalID> lidCA,
    Challenge challCA,
    RequestType requestType,
    Optional<IDData> idData,
    RegFormData form,
    Optional<RegField> acctDataField,
    KnownAuthority authority) {
  public static final Tagged<FormToFill> TYPE =
      Sequence.sequence(
          "FormToFill",
          field("lid-EE", LocalID.TYPE, FormToFill::lidEE),
          optional("lid-CA", LocalID.TYPE.implicit(0), FormToFill::lidCA),
          field("chall-CA", Challenge.TYPE, FormToFill::challCA),
          field("requestType", RequestType.TYPE, FormToFill::requestType),
          optional("idData", IDData.TYPE.explicit(1), FormToFill::idData),
          field("form", RegFormData.TYPE, FormToFill::form),
          optional("acctDataField", RegField.TYPE.implicit(2), FormToFill::acctDataField),
          field("authority", KnownAuthority.TYPE, FormToFill::authority),
          FormToFill::new);

  /** The fields in their order. */
  public List<RegField> fields() {
    return form.regTemplate().map(RegTemplate::regFieldSeq).orElse(List.of());
  }

  /** RegFormID: the template's, or 0 where only the policy was given. */
  int regFormID() {
    return form.regTemplate().map(RegTemplate::regFormID).orElse(0);
  }

  /** This form, whose fields can be told apart and are not too many. */
  FormToFill sound(String rule) throws Refused {
    if (FormAnswers.fillable(fields())) return this;
    throw new Refused(ErrorCode.unspecifiedFailure, rule);
  }
}
