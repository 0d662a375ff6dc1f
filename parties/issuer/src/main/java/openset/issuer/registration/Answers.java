package openset.issuer.registration;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import openset.crypto.ConstantTime;
import openset.issuer.card.CardExpiry;

/**
 * What somebody typed into a form, brought to one spelling before it is compared: Unicode NFKC, no
 * difference of case, no spaces. Comparing takes as long for a wrong answer as for a right one.
 */
final class Answers {
  private final Map<String, String> typed;

  Answers(Map<String, String> typed) {
    this.typed = typed;
  }

  /** Whether every question is answered and no answer is longer than the form allows. */
  boolean wellFormed() {
    for (FormKey key : FormKey.values()) {
      String answer = typed.getOrDefault(key.key(), "");
      if (answer.isBlank() || answer.length() > key.longest()) {
        return false;
      }
    }
    return typed.size() == FormKey.values().length;
  }

  /** Whether the name typed is this one. */
  boolean holderNameIs(String name) {
    return same(normal(answer(FormKey.HOLDER_NAME)), normal(name));
  }

  /** Whether the document number typed is this one; hyphens do not count. */
  boolean documentNumberIs(String number) {
    return same(plain(answer(FormKey.DOCUMENT_NUMBER)), plain(number));
  }

  /** Whether the date typed, year first, is this one; separators do not count. */
  boolean birthDateIs(LocalDate birth) {
    String expected = DateTimeFormatter.BASIC_ISO_DATE.format(birth);
    return same(plain(answer(FormKey.BIRTH_DATE)), expected);
  }

  /** Whether the expiry typed ({@code MM/YY}, {@code MM/YYYY} or {@code YYYYMM}) is this one. */
  boolean cardExpiryIs(CardExpiry expiry) {
    return same(yearFirst(plain(answer(FormKey.CARD_EXPIRY))), expiry.text());
  }

  /** Whether two expiries are one, in constant time. */
  static boolean sameExpiry(CardExpiry one, CardExpiry other) {
    return same(one.text(), other.text());
  }

  private String answer(FormKey key) {
    String answer = typed.getOrDefault(key.key(), "");
    return answer.substring(0, Math.min(answer.length(), key.longest()));
  }

  private static String yearFirst(String digits) {
    boolean shortYear = digits.length() == 4;
    boolean monthFirst = digits.length() == 6 && !digits.startsWith("20");
    if (!shortYear && !monthFirst) {
      return digits;
    }
    return (shortYear ? "20" : "") + digits.substring(2) + digits.substring(0, 2);
  }

  private static String normal(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    return folded.codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String plain(String text) {
    return normal(text).codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean same(String one, String other) {
    return ConstantTime.equal(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
