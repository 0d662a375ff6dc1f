package openset.http.hook;

import java.util.List;
import java.util.Optional;
import openset.http.json.Json;
import openset.merchant.event.OrderEvent;
import openset.set.data.CurrencyAmount;

/** An event as JSON: what a webhook gets, and what the API shows. */
public final class HookJson {
  private HookJson() {}

  /** An amount: minor units, and the same as people write it. */
  public record Money(String currency, long minor, String text) {
    static Money of(CurrencyAmount amount) {
      return new Money(amount.currency().letters(), amount.minor(), amount.toString());
    }
  }

  /**
   * An event.
   *
   * @param id by which it is known again when it comes twice
   * @param type {@code order.} and what happened
   * @param timestamp when it happened (RFC 3339)
   */
  public record Event(String id, String type, String timestamp, Data data) {
    /** The event as its webhook gets it. */
    public static Event of(OrderEvent event) {
      return new Event(
          event.id().toString(),
          "order." + event.happened().kind(),
          event.happened().at().toString(),
          Data.of(event));
    }

    byte[] octets() {
      return Json.write(this);
    }
  }

  /**
   * What it is about.
   *
   * @param order LID-M in hexadecimal
   * @param sequence its place among the events of the order, from 1 without gaps
   * @param lines numbers of the lines that were shipped
   * @param code what the gateway said
   */
  public record Data(
      String order,
      String orderNumber,
      Optional<String> reference,
      int sequence,
      Optional<Money> amount,
      List<Integer> lines,
      Optional<String> tracking,
      Optional<String> code) {
    static Data of(OrderEvent event) {
      return new Data(
          event.lidM().toString(),
          event.orderNumber(),
          event.reference(),
          event.sequence(),
          event.happened().amount().map(Money::of),
          event.happened().lines(),
          event.happened().tracking(),
          event.happened().code());
    }
  }
}
