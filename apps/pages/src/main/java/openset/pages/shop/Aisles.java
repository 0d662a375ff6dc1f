package openset.pages.shop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.merchant.shop.Product;
import openset.merchant.shop.Shop;
import openset.merchant.shop.ShopRefused;
import openset.pages.Language;
import openset.pages.Words;

/** Looking around: the first page, categories, search, products. */
final class Aisles {
  private static final int MOST = 100;
  private static final int RELATED = 4;
  private static final int SOUGHT_MAX = 80;

  private final Doorway doorway;

  Aisles(Doorway doorway) {
    this.doorway = doorway;
  }

  List<PageRoute> routes() {
    return List.of(
        PageRoute.get("/", this::front),
        PageRoute.get("/c/{category}", this::category),
        PageRoute.get("/search", this::search),
        PageRoute.get("/p/{sku}", this::product),
        PageRoute.get("/paying", this::paying));
  }

  /** How products are put in order. */
  enum Sort {
    shelf(ShopWords.OURS),
    name(ShopWords.BY_NAME),
    cheapest(ShopWords.CHEAPEST),
    dearest(ShopWords.DEAREST);

    private final Words words;

    Sort(Words words) {
      this.words = words;
    }

    Words words() {
      return words;
    }

    static Sort of(Visit visit) {
      String name = visit.parameter("sort").orElse("");
      return List.of(values()).stream().filter(s -> s.name().equals(name)).findFirst()
          .orElse(shelf);
    }

    List<Product> sorted(List<Product> products, Language language) {
      var letters = java.text.Collator.getInstance(language.locale());
      Comparator<Product> byName =
          (a, b) ->
              letters.compare(
                  a.name().in(language.name()), b.name().in(language.name()));
      Comparator<Product> byPrice = Comparator.comparingLong(p -> p.unitPrice().minor());
      return switch (this) {
        case shelf -> products;
        case name -> products.stream().sorted(byName).toList();
        case cheapest -> products.stream().sorted(byPrice.thenComparing(byName)).toList();
        case dearest -> products.stream().sorted(byPrice.reversed().thenComparing(byName)).toList();
      };
    }
  }

  /**
   * Products on a page.
   *
   * @param path of the page
   * @param sought what was searched for; empty on a category's page
   */
  record Shelf(String path, String title, String sought, Sort sort, List<Product> products) {}

  /** A category with what is in it. */
  record Department(String name, List<Product> products) {
    /** The product whose picture stands for it. */
    Product sign() {
      return products.getFirst();
    }

    /** What the first page shows of it. */
    Stream<Product> chosen() {
      return products.stream().skip(1).filter(product -> product.stock() > 0).limit(2);
    }
  }

  private List<Product> find(Optional<String> category, Optional<String> text) {
    return doorway.merchant().shop().find(new Shop.Wanted(category, text, MOST));
  }

  private Page front(Visit visit) {
    View view = doorway.view(visit, "/", doorway.front().name(), "");
    List<Department> departments = new ArrayList<>();
    for (String category : doorway.merchant().shop().categories()) {
      List<Product> products = find(Optional.of(category), Optional.empty());
      departments.add(new Department(category, products));
    }
    departments.sort(Comparator.comparingInt((Department d) -> d.products().size()).reversed());
    List<Product> chosen = departments.stream().flatMap(Department::chosen).toList();
    List<Product> shown = chosen.subList(0, chosen.size() - chosen.size() % 4);
    List<Product> welcome =
        departments.stream().flatMap(d -> d.chosen().limit(1)).limit(3).toList();
    return Doorway.page(
        out -> JtefrontGenerated.render(out, null, view, departments, welcome, shown));
  }

  private Page category(Visit visit) {
    String name = visit.part("category");
    List<Product> products = find(Optional.of(name), Optional.empty());
    if (products.isEmpty()) return doorway.nothing(visit, ShopWords.NOT_FOUND);
    Sort sort = Sort.of(visit);
    String path = "/c/" + name;
    String here = path + (sort == Sort.shelf ? "" : "?sort=" + sort.name());
    View view = doorway.view(visit, here, doorway.front().category(name), name);
    Shelf shelf =
        new Shelf(path, view.category(name), "", sort, sort.sorted(products, view.language()));
    return Doorway.page(out -> JteshelfGenerated.render(out, null, view, shelf));
  }

  private Page search(Visit visit) {
    String text = visit.parameter("q").orElse("").replaceAll("\\p{Cntrl}", " ").strip();
    String sought = text.substring(0, Math.min(text.length(), SOUGHT_MAX));
    List<Product> products =
        find(Optional.empty(), Optional.of(sought).filter(t -> !t.isEmpty()));
    Sort sort = Sort.of(visit);
    String here =
        "/search?q=" + Doorway.query(sought) + (sort == Sort.shelf ? "" : "&sort=" + sort.name());
    View view = doorway.view(visit, here, ShopWords.SEARCH, "");
    String title = view.say(title(view, sought, products.size()));
    Shelf shelf =
        new Shelf("/search", title, sought, sort, sort.sorted(products, view.language()));
    return Doorway.page(out -> JteshelfGenerated.render(out, null, view, shelf));
  }

  private static Words title(View view, String sought, int found) {
    if (sought.isEmpty()) return ShopWords.ALL;
    return found == 0 ? ShopWords.noResult(sought) : ShopWords.found(view.count(found), sought);
  }

  private Page product(Visit visit) {
    Product product;
    try {
      product = doorway.merchant().shop().product(visit.part("sku"));
    } catch (ShopRefused refused) {
      return doorway.nothing(visit, ShopWords.GONE);
    }
    Words title = new Words(product.name().en(), product.name().zh());
    View view = doorway.view(visit, "/p/" + product.sku(), title, product.category());
    List<Product> shelf = find(Optional.of(product.category()), Optional.empty());
    List<Product> related = after(shelf, product);
    String delivery = delivery(view, product);
    return Doorway.page(
        out -> JteproductGenerated.render(out, null, view, product, delivery, related));
  }

  /** The next ones on the shelf, beginning again at its start. */
  private static List<Product> after(List<Product> shelf, Product product) {
    List<Product> others = new ArrayList<>(shelf);
    int at = shelf.indexOf(product);
    java.util.Collections.rotate(others, -at);
    others.removeIf(other -> other.sku().equals(product.sku()));
    return List.copyOf(others.subList(0, Math.min(RELATED, others.size())));
  }

  private String delivery(View view, Product product) {
    if (product.digital()) return view.say(ShopWords.DOWNLOAD_FREE);
    var terms = doorway.merchant().shop().terms();
    return view.say(
        ShopWords.deliveryRule(
            view.money(terms.delivery()), view.money(terms.deliveryFreeFrom())));
  }

  private Page paying(Visit visit) {
    View view = doorway.view(visit, "/paying", ShopWords.PAYING, "");
    return Doorway.page(out -> JtepayingGenerated.render(out, null, view));
  }
}
