package openset.theatre.play;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import openset.theatre.cast.Lane;
import openset.theatre.tree.Segment;

/**
 * A purchase with everything that was said for it.
 *
 * @param purchase what it is about
 * @param cast who took part, in the order of the stage
 * @param acts its messages in their order
 * @param knowledge for each fact and participant, from which message on it has it how
 */
public record Play(
    Purchase purchase,
    List<Role> cast,
    List<Step> acts,
    Map<Fact, Map<Lane, List<Knowledge.Since>>> knowledge) {

  /**
   * A purchase.
   *
   * @param id its XID in hexadecimal
   * @param at when the order was placed
   * @param merchant the merchant's name for people
   * @param order the order's number
   * @param goods what was bought, a line each
   * @param total such as {@code EUR 24.80}
   * @param brand of the card
   * @param standing where the merchant's sale stands
   */
  public record Purchase(
      String id,
      Instant at,
      String merchant,
      String order,
      List<String> goods,
      String total,
      String brand,
      String standing) {}

  /** Who plays a part: the kind, and the name for people. */
  public record Role(Lane lane, String title) {}

  /** A language. */
  public enum Protocol {
    SET,
    ISO8583,
    OFFER;

    /** How it is called in JSON. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A message.
   *
   * @param number from 1
   * @param micros how long it travelled, microseconds, where both ends journalled it
   * @param size octets on the wire
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Step(
      int number,
      Scene scene,
      Protocol protocol,
      String name,
      Lane from,
      Lane to,
      Instant at,
      Optional<Long> micros,
      int size) {}

  /** A message with its segments. */
  public record Opened(Step act, List<Segment> segments) {}
}
