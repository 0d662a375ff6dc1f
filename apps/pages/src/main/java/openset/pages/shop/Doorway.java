package openset.pages.shop;

import gg.jte.html.HtmlTemplateOutput;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import openset.asn1.Der;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.merchant.Merchant;
import openset.merchant.shop.Cart;
import openset.merchant.shop.ShopRefused;
import openset.pages.Frame;
import openset.pages.Link;
import openset.pages.Manner;
import openset.pages.Manners;
import openset.pages.Rendered;
import openset.pages.Site;
import openset.pages.Words;

/**
 * What all pages of one shop share: who sells, how it looks, what is in the visitor's cart.
 *
 * @param wallet the origin of the wallet that customers are led to
 */
record Doorway(Merchant merchant, Storefront front, Site site, Pictures pictures, URI wallet) {
  static final String CART = "cart";

  /**
   * The view of a page.
   *
   * @param here its path and query
   * @param category the category it shows, or nothing
   */
  View view(Visit visit, String here, Words title, String category) {
    Manner manner = Manners.of(visit, here);
    List<Link> ways = new ArrayList<>();
    for (String name : merchant.shop().categories()) {
      ways.add(new Link("/c/" + name, front.category(name), name.equals(category)));
    }
    int things =
        cart(visit).stream().flatMap(c -> c.lines().stream()).mapToInt(Cart.Line::quantity).sum();
    String sought = visit.parameter("q").orElse("");
    Frame frame =
        new Frame(
            site,
            manner,
            manner.say(title),
            ways,
            Optional.of(
                out ->
                    JteasideGenerated.render(
                        (HtmlTemplateOutput) out, null, manner, things, sought)));
    return new View(frame, front, pictures);
  }

  /** The visitor's cart, where there is one. */
  Optional<Cart> cart(Visit visit) {
    return visit.cookie(CART).flatMap(this::cart);
  }

  private Optional<Cart> cart(String id) {
    if (!id.matches("[0-9a-f]{40}")) return Optional.empty();
    try {
      return Optional.of(merchant.shop().cart(Der.ofHex(id)));
    } catch (ShopRefused refused) {
      return Optional.empty();
    }
  }

  static Page page(Consumer<HtmlTemplateOutput> template) {
    return Page.html(Rendered.text(template));
  }

  static Page page(int status, Consumer<HtmlTemplateOutput> template) {
    return Page.html(status, Rendered.text(template));
  }

  /** A page that says one thing and shows a way on. */
  Page message(int status, Visit visit, String here, Message message) {
    View view = view(visit, here, message.title(), "");
    return page(status, out -> JtemessageGenerated.render(out, null, view, message));
  }

  /** A page that says that there is nothing. */
  Page nothing(Visit visit, Words title) {
    Message message =
        new Message(title, ShopWords.NOT_FOUND_MORE, Link.to("/", ShopWords.TO_FRONT), "lost");
    return message(404, visit, "/", message);
  }

  static String query(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
