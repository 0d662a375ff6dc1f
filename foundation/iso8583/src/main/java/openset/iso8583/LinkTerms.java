package openset.iso8583;

import openset.iso8583.table.LengthHeader;
import openset.iso8583.table.Variant;

/**
 * What the two ends of a link agreed on before either opened it.
 *
 * @param variant how messages are written in octets
 * @param header how the length before each is written
 */
public record LinkTerms(Variant variant, LengthHeader header) {
  /** ASCII, headers of two octets (HL-01, HL-02). */
  public static final LinkTerms USUAL = of(Variant.ASCII, LengthHeader.TWO_OCTETS);

  /** That variant with that header. */
  public static LinkTerms of(Variant variant, LengthHeader header) {
    return new LinkTerms(variant, header);
  }
}
