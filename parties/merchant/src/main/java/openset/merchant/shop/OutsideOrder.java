package openset.merchant.shop;

import java.util.List;
import java.util.Optional;
import openset.set.data.order.Delivery;
import openset.set.data.sale.InstallRecurData;

/**
 * An order that the merchant's own shop system took, to be paid here. Amounts are minor units of
 * the shop's currency.
 *
 * @param language of the lines' descriptions: {@code en} or {@code zh}
 * @param tax charged on top of the lines
 * @param deliveryCharge charged on top of the lines
 * @param plan where it is not paid at once
 */
public record OutsideOrder(
    String language,
    List<Line> lines,
    long tax,
    long deliveryCharge,
    Delivery delivery,
    PlacedOrder.Outside from,
    Optional<InstallRecurData> plan) {
  /** The most lines. */
  public static final int LINES_MAX = 200;

  /** An order that is paid at once. */
  public OutsideOrder(
      String language,
      List<Line> lines,
      long tax,
      long deliveryCharge,
      Delivery delivery,
      PlacedOrder.Outside from) {
    this(language, lines, tax, deliveryCharge, delivery, from, Optional.empty());
  }

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
