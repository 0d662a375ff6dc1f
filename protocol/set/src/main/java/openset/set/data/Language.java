package openset.set.data;

import java.util.regex.Pattern;
import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * The natural language a person reads, as a language tag of RFC 1766 such as {@code en} or {@code
 * zh-Hans}.
 *
 * <pre>
 * Language ::= VisibleString (SIZE(1..35))
 * </pre>
 */
public record Language(String tag) {
  private static final int LENGTH_MAX = 35;
  private static final Pattern FORM = Pattern.compile("[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*+");

  public static final Tagged<Language> TYPE =
      Asn1.sized(Asn1.VISIBLE_STRING, 1, LENGTH_MAX)
          .map("Language", Language::new, Language::tag);

  public Language {
    if (tag.length() > LENGTH_MAX || !FORM.matcher(tag).matches()) {
      throw new IllegalArgumentException("Language is not a language tag");
    }
  }

  @Override
  public String toString() {
    return tag;
  }
}
