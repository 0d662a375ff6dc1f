package openset.set.treatment.authority;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.List;
import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.BIN;
import openset.set.data.BrandID;
import openset.set.data.Challenge;
import openset.set.data.LocalID;
import openset.set.data.registration.IDData;
import openset.set.data.registration.RegField;
import openset.set.data.registration.RegTemplate;
import openset.set.data.registration.RequestType;
import openset.set.treatment.FormAnswers;

/**
 * A form that was given out, as the authority keeps it until it comes back.
 *
 * <pre>
 * FormGiven ::= SEQUENCE {
 *   lid-EE         LocalID,
 *   lid-CA         LocalID,
 *   chall-CA       Challenge,
 *   requestType    RequestType,
 *   brandID        BrandID,
 *   bin            BIN,
 *   idData         [0] EXPLICIT IDData OPTIONAL,
 *   regTemplate    [1] RegTemplate OPTIONAL,
 *   acctDataField  [2] RegField OPTIONAL }
 * </pre>
 *
 * @param bin of the card, or of the acquirer
 * @param idData of a merchant or gateway
 * @param regTemplate empty where only the policy was given
 * @param acctDataField where a merchant or gateway was asked for an account
 */
public record FormGiven(
    LocalID lidEE,
    LocalID lidCA,
    Challenge challCA,
    RequestType requestType,
    BrandID brandID,
    BIN bin,
    Optional<IDData> idData,
    Optional<RegTemplate> regTemplate,
    Optional<RegField> acctDataField) {
  public static final Tagged<FormGiven> TYPE =
      Sequence.sequence(
          "FormGiven",
          field("lid-EE", LocalID.TYPE, FormGiven::lidEE),
          field("lid-CA", LocalID.TYPE, FormGiven::lidCA),
          field("chall-CA", Challenge.TYPE, FormGiven::challCA),
          field("requestType", RequestType.TYPE, FormGiven::requestType),
          field("brandID", BrandID.TYPE, FormGiven::brandID),
          field("bin", BIN.TYPE, FormGiven::bin),
          optional("idData", IDData.TYPE.explicit(0), FormGiven::idData),
          optional("regTemplate", RegTemplate.TYPE.implicit(1), FormGiven::regTemplate),
          optional("acctDataField", RegField.TYPE.implicit(2), FormGiven::acctDataField),
          FormGiven::new);

  /**
   * Only forms that can be filled in are given.
   *
   * @throws IllegalArgumentException where a name stands twice or there are more than 50 fields
   */
  public FormGiven {
    List<RegField> fields = regTemplate.map(RegTemplate::regFieldSeq).orElse(List.of());
    if (!FormAnswers.fillable(fields)) throw new IllegalArgumentException("no form to fill in");
  }

  /** RegFormID: the template's, or 0 where only the policy was given. */
  int regFormID() {
    return regTemplate.map(RegTemplate::regFormID).orElse(0);
  }
}
