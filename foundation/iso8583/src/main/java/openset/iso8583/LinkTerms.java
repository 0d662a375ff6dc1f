package openset.iso8583;

import java.util.Optional;
import openset.iso8583.secure.LinkKeys;
import openset.iso8583.secure.LinkTls;
import openset.iso8583.table.LengthHeader;
import openset.iso8583.table.Variant;

/**
 * What the two ends of a link agreed on before either opened it.
 *
 * @param variant how messages are written in octets
 * @param header how the length before each is written
 * @param keys for the message authentication code; without them messages carry none
 * @param tls certificates of the link; without it the link is plain TCP, for one's own machine
 */
public record LinkTerms(
    Variant variant, LengthHeader header, Optional<LinkKeys> keys, Optional<LinkTls> tls) {
  /** ASCII, headers of two octets (HL-01, HL-02). */
  public static final LinkTerms USUAL = of(Variant.ASCII, LengthHeader.TWO_OCTETS);

  /** That variant with that header. */
  public static LinkTerms of(Variant variant, LengthHeader header) {
    return new LinkTerms(variant, header, Optional.empty(), Optional.empty());
  }

  /** The same with message authentication codes. */
  public LinkTerms with(LinkKeys other) {
    return new LinkTerms(variant, header, Optional.of(other), tls);
  }

  /** The same under TLS. */
  public LinkTerms with(LinkTls other) {
    return new LinkTerms(variant, header, keys, Optional.of(other));
  }
}
