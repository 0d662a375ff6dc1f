package openset.merchant.shop;

import java.util.List;
import openset.set.data.order.Delivery;

/**
 * An order that the merchant's own shop system took, to be paid here. Amounts are minor units of
 * the shop's currency.
 *
 * @param language of the lines' descriptions: {@code en} or {@code zh}
 * @param tax charged on top of the lines
 * @param deliveryCharge charged on top of the lines
 */
public record OutsideOrder(
    String language,
    List<Line> lines,
    long tax,
    long deliveryCharge,
    Delivery delivery,
    PlacedOrder.Outside from) {
  /** The most lines. */
  public static final int LINES_MAX = 200;

  /** Copies the lines. */
  public OutsideOrder {
    lines = List.copyOf(lines);
  }

  /**
   * One line.
   *
   * @param article the merchant's number of the goods
   * @param digital whether it is handed out instead of shipped
   */
  public record Line(
      String article, String description, int quantity, long unitPrice, boolean digital) {}
}
