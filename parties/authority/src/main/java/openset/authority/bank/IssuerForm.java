package openset.authority.bank;

import static openset.asn1.Field.field;

import java.util.List;
import openset.asn1.Asn1;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;

/**
 * The form an issuer has for its cards.
 *
 * <pre>
 * IssuerForm ::= SEQUENCE {
 *   formId  UTF8String (SIZE (1..100)),
 *   policy  UTF8String (SIZE (1..20000)),
 *   fields  SEQUENCE SIZE (1..50) OF Question }
 * </pre>
 *
 * @param formId comes back with the answers
 * @param policy what the holder agrees to
 */
public record IssuerForm(String formId, String policy, List<Question> fields) {
  public static final Tagged<IssuerForm> TYPE =
      Sequence.sequence(
          "IssuerForm",
          field("formId", Asn1.sized(Asn1.UTF8_STRING, 1, 100), IssuerForm::formId),
          field("policy", Asn1.sized(Asn1.UTF8_STRING, 1, 20_000), IssuerForm::policy),
          field("fields", Repeated.sequenceOf(Question.TYPE, 1), IssuerForm::fields),
          IssuerForm::new);

  /** Copies the list. */
  public IssuerForm {
    fields = List.copyOf(fields);
  }

  /**
   * One question.
   *
   * <pre>
   * Question ::= SEQUENCE {
   *   key          UTF8String (SIZE (1..100)),
   *   label        UTF8String (SIZE (1..128)),
   *   description  UTF8String (SIZE (0..200)),
   *   longest      INTEGER (1..200),
   *   required     BOOLEAN,
   *   hidden       BOOLEAN }
   * </pre>
   *
   * @param longest the most characters of an answer
   * @param hidden whether it is not shown while typed
   */
  public record Question(
      String key,
      String label,
      String description,
      int longest,
      boolean required,
      boolean hidden) {
    public static final Tagged<Question> TYPE =
        Sequence.sequence(
            "Question",
            field("key", Asn1.sized(Asn1.UTF8_STRING, 1, 100), Question::key),
            field("label", Asn1.sized(Asn1.UTF8_STRING, 1, 128), Question::label),
            field("description", Asn1.sized(Asn1.UTF8_STRING, 0, 200), Question::description),
            field("longest", Asn1.integer(1, 200), Question::longest),
            field("required", Asn1.BOOLEAN, Question::required),
            field("hidden", Asn1.BOOLEAN, Question::hidden),
            Question::new);
  }
}
