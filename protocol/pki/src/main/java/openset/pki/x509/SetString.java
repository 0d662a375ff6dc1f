package openset.pki.x509;

import openset.asn1.Asn1;
import openset.asn1.Asn1Exception;
import openset.asn1.Asn1Type;
import openset.asn1.DerReader;
import openset.asn1.DerWriter;
import openset.asn1.Tagged;

/**
 * {@code SETString ::= CHOICE { visibleString VisibleString, bmpString BMPString }}: VisibleString
 * wherever it can hold the text, so that a text has one encoding.
 */
public record SetString(Tagged<String> visible, Tagged<String> wide) implements Asn1Type<String> {
  /** Of 1 to {@code most} characters. */
  public static SetString most(int most) {
    return new SetString(
        Asn1.sized(Asn1.VISIBLE_STRING, 1, most), Asn1.sized(Asn1.BMP_STRING, 1, most));
  }

  @Override
  public String name() {
    return "SETString";
  }

  @Override
  public boolean matches(int tag) {
    return visible.matches(tag) || wide.matches(tag);
  }

  @Override
  public String read(DerReader in) {
    if (visible.matches(in.peekTag())) return visible.read(in);
    String text = wide.read(in);
    if (isVisible(text)) throw new Asn1Exception("BMPString of visible text");
    return text;
  }

  @Override
  public void write(DerWriter out, String text) {
    (isVisible(text) ? visible : wide).write(out, text);
  }

  private static boolean isVisible(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < 0x20 || text.charAt(i) > 0x7e) return false;
    }
    return true;
  }
}
