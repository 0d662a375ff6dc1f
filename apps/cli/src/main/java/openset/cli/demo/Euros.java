package openset.cli.demo;

import openset.set.data.CurrencyAmount;

/** Minor units as people write them. */
final class Euros {
  private Euros() {}

  static String of(long minor) {
    return CurrencyAmount.of("EUR", minor).toString();
  }
}
