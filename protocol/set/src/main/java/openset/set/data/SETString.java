package openset.set.data;

import openset.asn1.Asn1;
import openset.asn1.Asn1Exception;
import openset.asn1.Asn1Type;
import openset.asn1.DerReader;
import openset.asn1.DerWriter;
import openset.asn1.Tagged;

/**
 * Text for people: VisibleString where every character is printable ASCII, else BMPString.
 *
 * <pre>
 * SETString { INTEGER : maxSIZE } ::= CHOICE {
 *   visibleString   VisibleString (SIZE(1..maxSIZE)),
 *   bmpString       BMPString (SIZE(1..maxSIZE)) }
 * </pre>
 *
 * <p>SET 1.0 leaves the choice to the sender; OpenSET refuses a BMPString of printable ASCII, so
 * that equal names are equal octets. A CHOICE has no tag of its own, so a context tag before it is
 * EXPLICIT.
 */
public final class SETString {
  private static final Tagged<String> VISIBLE = Asn1.VISIBLE_STRING;
  private static final Tagged<String> BMP = Asn1.BMP_STRING;

  private SETString() {}

  /** SETString of 1 to {@code lengthMax} characters. */
  public static Asn1Type<String> type(int lengthMax) {
    return new Type(Asn1.sized(VISIBLE, 1, lengthMax), Asn1.sized(BMP, 1, lengthMax));
  }

  /** Whether {@code text} is a SETString of 1 to {@code lengthMax} characters. */
  public static boolean allowed(String text, int lengthMax) {
    return !text.isEmpty()
        && text.length() <= lengthMax
        && text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c));
  }

  private static boolean visible(String text) {
    return text.chars().allMatch(c -> c >= 0x20 && c <= 0x7e);
  }

  private record Type(Tagged<String> narrow, Tagged<String> wide) implements Asn1Type<String> {
    @Override
    public String name() {
      return "SETString";
    }

    @Override
    public boolean matches(int tag) {
      return narrow.matches(tag) || wide.matches(tag);
    }

    @Override
    public String read(DerReader in) {
      if (!wide.matches(in.peekTag())) return narrow.read(in);
      String text = wide.read(in);
      if (visible(text)) throw new Asn1Exception("BMPString of printable ASCII");
      return text;
    }

    @Override
    public void write(DerWriter out, String text) {
      (visible(text) ? narrow : wide).write(out, text);
    }
  }
}
