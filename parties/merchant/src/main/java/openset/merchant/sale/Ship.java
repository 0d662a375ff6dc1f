package openset.merchant.sale;

import static openset.asn1.Field.field;

import java.util.List;
import openset.asn1.Asn1;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;

/**
 * The order of the merchant's own people to ship some lines, or to hand them out.
 *
 * <pre>
 * Ship ::= SEQUENCE {
 *   lines      SEQUENCE SIZE(1..MAX) OF INTEGER (1..1024),
 *   tracking   UTF8String (SIZE(1..80)) }
 * </pre>
 *
 * @param lines numbers of the order's lines
 * @param tracking the parcel's number, or how a digital good is fetched
 */
public record Ship(List<Integer> lines, String tracking) {
  /** Under this name it is given to the conductor. */
  public static final String ORDER = "ship";

  /** The order to capture again what was shipped and not captured; it has no details. */
  public static final String CLAIM = "claim";

  public static final Tagged<Ship> TYPE =
      Sequence.sequence(
          "Ship",
          field("lines", Repeated.sequenceOf(Asn1.integer(1, 1024), 1), Ship::lines),
          field("tracking", Asn1.sized(Asn1.UTF8_STRING, 1, 80), Ship::tracking),
          Ship::new);

  /** Lines in order, each once. */
  public Ship {
    lines = lines.stream().distinct().sorted().toList();
  }
}
