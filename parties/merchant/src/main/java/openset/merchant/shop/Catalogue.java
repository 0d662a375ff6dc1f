package openset.merchant.shop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import openset.merchant.plan.PlanTerms;
import openset.merchant.shop.Product.Words;
import openset.set.data.CurrencyAmount;

/**
 * Reads a catalogue from tab-separated text: sku, category, name and description in English and
 * Chinese, price in minor units, tax in basis points, {@code digital} or {@code goods}, stock;
 * where it is not paid at once its plan, as {@link PlanTerms#of} reads it. Lines that begin with
 * {@code #} say nothing.
 */
public final class Catalogue {
  private static final int COLUMNS = 10;

  private Catalogue() {}

  /**
   * The catalogue shipped under this name.
   *
   * @param currency ISO 4217 letters of every price
   * @throws IllegalArgumentException naming the line that cannot be read
   */
  public static List<Product> shipped(String name, String currency) {
    String path = "/openset/merchant/catalogue/" + name + ".tsv";
    try (var in = Catalogue.class.getResourceAsStream(path)) {
      if (in == null) throw new IllegalArgumentException("no catalogue " + name);
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), currency);
    } catch (IOException e) {
      throw new IllegalArgumentException("catalogue " + name + " cannot be read", e);
    }
  }

  /** The catalogue in {@code text}. */
  public static List<Product> read(BufferedReader text, String currency) throws IOException {
    List<Product> products = new ArrayList<>();
    int number = 0;
    for (String line = text.readLine(); line != null; line = text.readLine()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) products.add(product(line, number, currency));
    }
    return List.copyOf(products);
  }

  private static Product product(String line, int number, String currency) {
    String[] column = line.split("\t", -1);
    if (column.length < COLUMNS || column.length > COLUMNS + 1) {
      throw new IllegalArgumentException(
          "line " + number + " has not " + COLUMNS + " columns and a plan");
    }
    String plan = column.length > COLUMNS ? column[COLUMNS] : "";
    return new Product(
        column[0],
        column[1],
        new Words(column[2], column[3]),
        new Words(column[4], column[5]),
        CurrencyAmount.of(currency, Long.parseLong(column[6])),
        Integer.parseInt(column[7]),
        column[8].equals("digital"),
        Long.parseLong(column[9]),
        PlanTerms.of(plan));
  }
}
