package openset.client;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An order that your shop took, to be paid. Amounts are minor units, such as cents.
 *
 * @param reference your number of the order
 * @param language of the lines' descriptions: {@code en} or {@code zh}
 * @param tax on top of the lines
 * @param deliveryCharge on top of the lines
 * @param address lines of the address; none where everything is handed out online
 * @param country ISO 3166 number of the address's country
 * @param successUrl where your customer goes on when the order is paid
 * @param cancelUrl where your customer goes on when it is not
 * @param plan where it is not paid at once; your customer's wallet shows it and signs it
 */
public record NewOrder(
    String reference,
    String language,
    List<Line> lines,
    long tax,
    long deliveryCharge,
    String recipient,
    List<String> address,
    Optional<Integer> country,
    URI successUrl,
    URI cancelUrl,
    Optional<Plan> plan) {
  public NewOrder {
    lines = List.copyOf(lines);
    address = List.copyOf(address);
  }

  /**
   * One line.
   *
   * @param article your number of the goods
   * @param digital whether it is handed out online instead of shipped
   */
  public record Line(
      String article, String description, int quantity, long unitPrice, boolean digital) {}

  /**
   * How an order is paid that is not paid at once.
   *
   * @param everyDays least number of days between two payments, 1 to 366
   * @param instalments into how many parts the total is divided, 2 to 999
   * @param until the total is paid again and again until then
   */
  public record Plan(int everyDays, Optional<Integer> instalments, Optional<Instant> until) {}

  /** An order without lines yet, in English, for nobody. */
  public static NewOrder of(String reference, URI successUrl, URI cancelUrl) {
    return new NewOrder(
        reference, "en", List.of(), 0, 0, "", List.of(), Optional.empty(), successUrl, cancelUrl,
        Optional.empty());
  }

  /** The same with one more line of goods to ship. */
  public NewOrder line(String article, String description, int quantity, long unitPrice) {
    return with(new Line(article, description, quantity, unitPrice, false));
  }

  /** The same with one more line. */
  public NewOrder with(Line line) {
    List<Line> more = new ArrayList<>(lines);
    more.add(line);
    return new NewOrder(
        reference, language, more, tax, deliveryCharge, recipient, address, country, successUrl,
        cancelUrl, plan);
  }

  /** The same with tax and delivery charge. */
  public NewOrder charging(long moreTax, long delivery) {
    return new NewOrder(
        reference, language, lines, moreTax, delivery, recipient, address, country, successUrl,
        cancelUrl, plan);
  }

  /** The same for somebody. */
  public NewOrder to(String name, int countryNumber, String... addressLines) {
    return new NewOrder(
        reference, language, lines, tax, deliveryCharge, name, List.of(addressLines),
        Optional.of(countryNumber), successUrl, cancelUrl, plan);
  }

  /** The same in another language. */
  public NewOrder in(String other) {
    return new NewOrder(
        reference, other, lines, tax, deliveryCharge, recipient, address, country, successUrl,
        cancelUrl, plan);
  }

  /** The same, paid in so many parts. */
  public NewOrder inInstalments(int count, int everyDays) {
    return by(new Plan(everyDays, Optional.of(count), Optional.empty()));
  }

  /** The same, paid again and again until then: a subscription. */
  public NewOrder recurring(int everyDays, Instant until) {
    return by(new Plan(everyDays, Optional.empty(), Optional.of(until)));
  }

  private NewOrder by(Plan other) {
    return new NewOrder(
        reference, language, lines, tax, deliveryCharge, recipient, address, country, successUrl,
        cancelUrl, Optional.of(other));
  }
}
