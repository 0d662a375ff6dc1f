package openset.pages.shop;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import openset.http.page.Visit;
import openset.merchant.shop.Cart;
import openset.pages.Language;
import openset.pages.Words;
import openset.set.data.order.Delivery;
import openset.set.data.order.DeliveryMethod;

/**
 * Where an order goes, as a person filled it in, with what is wrong beside each field.
 *
 * @param goods whether something is shipped, which needs an address
 */
record AddressForm(boolean goods, Map<Field, String> values, Map<Field, Words> wrong) {
  private static final int LENGTH_MAX = 80;

  /** A field of the form; the name in the form is that of the constant. */
  enum Field {
    name(OrderWords.NAME, "name", true),
    street(OrderWords.STREET, "address-line1", true),
    more(OrderWords.MORE, "address-line2", false),
    postcode(OrderWords.POSTCODE, "postal-code", true),
    city(OrderWords.CITY, "address-level2", true),
    country(OrderWords.COUNTRY, "country", true);

    private final Words label;
    private final String autofill;
    private final boolean needed;

    Field(Words label, String autofill, boolean needed) {
      this.label = label;
      this.autofill = autofill;
      this.needed = needed;
    }

    Words label() {
      return label;
    }

    /** How browsers call it (HTML, autofill). */
    String autofill() {
      return autofill;
    }

    boolean needed() {
      return needed;
    }
  }

  AddressForm {
    values = Map.copyOf(values);
    wrong = Map.copyOf(wrong);
  }

  /** Nothing filled in yet. */
  static AddressForm blank(Cart cart) {
    return new AddressForm(cart.hasGoods(), Map.of(), Map.of());
  }

  /** What was sent, checked. */
  static AddressForm of(Visit visit, Cart cart) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    for (Field field : fields(cart.hasGoods())) {
      values.put(field, visit.field(field.name()).replaceAll("\\s+", " "));
    }
    AddressForm form = new AddressForm(cart.hasGoods(), values, Map.of());
    return new AddressForm(form.goods, values, form.check());
  }

  private static List<Field> fields(boolean goods) {
    return goods ? List.of(Field.values()) : List.of(Field.name);
  }

  List<Field> fields() {
    return fields(goods);
  }

  String value(Field field) {
    return values.getOrDefault(field, "");
  }

  boolean isRight() {
    return wrong.isEmpty();
  }

  /** What is wrong with a field; null where nothing is. */
  Words wrong(Field field) {
    return wrong.get(field);
  }

  private Map<Field, Words> check() {
    Map<Field, Words> found = new EnumMap<>(Field.class);
    for (Field field : fields()) {
      check(field).ifPresent(words -> found.put(field, words));
    }
    return found;
  }

  private Optional<Words> check(Field field) {
    String value = value(field);
    Optional<Country> country = Country.of(value(Field.country));
    if (field == Field.country) {
      return country.isPresent() ? Optional.empty() : Optional.of(OrderWords.COUNTRY_WRONG);
    }
    if (value.length() > LENGTH_MAX) return Optional.of(OrderWords.TOO_LONG);
    if (field == Field.postcode && country.isPresent()) {
      if (!country.get().hasPostcodes() && value.isEmpty()) return Optional.empty();
      if (!value.isEmpty() && !isPostcode(country.get(), value)) {
        return Optional.of(OrderWords.POSTCODE_WRONG);
      }
    }
    return value.isEmpty() && field.needed ? Optional.of(OrderWords.MISSING) : Optional.empty();
  }

  private static boolean isPostcode(Country country, String value) {
    return !country.hasPostcodes() || country.postcode().matcher(value).matches();
  }

  /** The delivery that a right form asks for; its lines in the language of the order. */
  Delivery delivery(Language language) {
    if (!goods) {
      return new Delivery(
          DeliveryMethod.digital, value(Field.name), List.of(), Optional.empty());
    }
    Country country = Country.of(value(Field.country)).orElseThrow();
    List<String> lines = new ArrayList<>();
    lines.add(value(Field.street));
    if (!value(Field.more).isEmpty()) lines.add(value(Field.more));
    lines.add((value(Field.postcode).toUpperCase(Locale.ROOT) + " " + value(Field.city)).strip());
    lines.add(country.name(language));
    return new Delivery(
        DeliveryMethod.parcel, value(Field.name), lines, Optional.of(country.code()));
  }
}
