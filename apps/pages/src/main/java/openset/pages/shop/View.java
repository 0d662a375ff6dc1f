package openset.pages.shop;

import java.time.Instant;
import openset.merchant.shop.Product;
import openset.pages.Figures;
import openset.pages.Frame;
import openset.pages.Language;
import openset.pages.Words;
import openset.set.data.CurrencyAmount;

/** What every template of the shop needs: the frame, the shop's own words, and its pictures. */
record View(Frame frame, Storefront front, Pictures pictures) {
  private static final long FEW = 10;

  Language language() {
    return frame.manner().language();
  }

  String say(Words words) {
    return frame.say(words);
  }

  String name(Product product) {
    return product.name().in(language().name());
  }

  String about(Product product) {
    return product.about().in(language().name());
  }

  String category(String name) {
    return say(front.category(name));
  }

  String picture(String sku) {
    return pictures.address(sku, language());
  }

  String alt(Product product) {
    return say(pictures.alt(product));
  }

  String money(CurrencyAmount amount) {
    return Figures.money(amount, language());
  }

  String count(long number) {
    return Figures.count(number, language());
  }

  String moment(Instant at) {
    return Figures.moment(at, language());
  }

  String tax(Product product) {
    return say(ShopWords.plusTax(Figures.percent(product.taxBasisPoints(), language())));
  }

  /** How many are left, in words. */
  String stock(Product product) {
    if (product.stock() == 0) return say(ShopWords.SOLD_OUT);
    if (product.digital()) return say(ShopWords.AT_ONCE);
    String count = count(product.stock());
    return say(product.stock() <= FEW ? ShopWords.left(count) : ShopWords.inStock(count));
  }

  /** The class of {@link #stock}: good, warn or bad. */
  String stockState(Product product) {
    if (product.stock() == 0) return "bad";
    return product.stock() <= FEW && !product.digital() ? "warn" : "good";
  }
}
