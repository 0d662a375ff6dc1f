package openset.set.treatment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.set.data.registration.FailedItem;
import openset.set.data.registration.RegField;
import openset.set.data.registration.RegFormItem;

/**
 * Whether the answers to a registration form will do (REG-07), for whoever fills it in and for the
 * authority that gave it. What the answers say is the authority's to check.
 */
public final class FormAnswers {
  /** The most fields a form may have: FailedItem counts no further. */
  public static final int FIELDS_MAX = 50;

  private FormAnswers() {}

  /** Whether a form of {@code fields} can be filled in: few enough, and no name twice. */
  public static boolean fillable(List<RegField> fields) {
    long names = fields.stream().map(RegField::fieldName).distinct().count();
    return names == fields.size() && names <= FIELDS_MAX;
  }

  /**
   * The fields whose answers will not do, by their number in the form; empty where each answer is
   * to another field and all required ones are there.
   *
   * @throws IllegalArgumentException where an answer is to no field, or the second one to a field
   */
  public static List<FailedItem> failures(List<RegField> fields, List<RegFormItem> answers) {
    Map<String, String> given = new HashMap<>();
    for (RegFormItem answer : answers) {
      if (given.put(answer.fieldName(), answer.fieldValue()) != null) {
        throw new IllegalArgumentException("two answers to one field");
      }
    }
    List<FailedItem> failures = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      int number = i + 1;
      Optional<String> answer = Optional.ofNullable(given.remove(fields.get(i).fieldName()));
      reason(fields.get(i), answer).ifPresent(text -> failures.add(new FailedItem(number, text)));
    }
    if (!given.isEmpty()) throw new IllegalArgumentException("an answer to no field");
    return failures;
  }

  private static Optional<String> reason(RegField field, Optional<String> answer) {
    if (answer.isEmpty()) {
      return field.fieldRequired() ? Optional.of("An answer is required.") : Optional.empty();
    }
    String text = answer.get();
    int length = text.codePointCount(0, text.length());
    if (field.fieldLen().filter(most -> length > most).isPresent()) {
      return Optional.of("The answer is too long.");
    }
    return text.codePoints().allMatch(FormAnswers::written)
        ? Optional.empty()
        : Optional.of("The answer has characters that cannot be used.");
  }

  /** No control, format, private, unassigned or lone surrogate character, no end of a line. */
  private static boolean written(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
