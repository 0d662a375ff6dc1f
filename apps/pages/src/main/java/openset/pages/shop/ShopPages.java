package openset.pages.shop;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import openset.http.AssetMount;
import openset.http.Mount;
import openset.http.PageRoute;
import openset.merchant.Merchant;
import openset.merchant.shop.PlacedOrder;
import openset.merchant.shop.Shop;
import openset.pages.Assets;
import openset.pages.Link;
import openset.pages.Manners;
import openset.pages.Site;

/** The routes of one merchant's shop. */
public final class ShopPages {
  private ShopPages() {}

  /**
   * What the pages are made of.
   *
   * @param initiation makes the text that wakes a wallet for an order
   * @param wallet the origin of the wallet that customers are led to
   */
  public record Given(
      Merchant merchant,
      Storefront front,
      Function<PlacedOrder, String> initiation,
      URI wallet) {}

  /** All of them, with the files they load. */
  public static List<Mount> routes(Given given) {
    Storefront front = given.front();
    Pictures pictures =
        Pictures.of(given.merchant().shop().find(Shop.Wanted.ALL));
    Site site =
        new Site(
            front.name(),
            front.brand(),
            "/",
            front.mark(),
            List.of(
                Link.to("/orders", ShopWords.ORDERS),
                Link.to("/paying", ShopWords.PAYING),
                Link.to("/office", ShopWords.OFFICE)),
            List.of(Assets.address("shop.css")),
            List.of(Assets.address("shop.js")));
    Doorway doorway = new Doorway(given.merchant(), front, site, pictures, given.wallet());
    Basket basket = new Basket(doorway);
    List<Mount> mounts = new ArrayList<>();
    mounts.addAll(new Aisles(doorway).routes());
    mounts.addAll(basket.routes());
    mounts.addAll(new Till(doorway, basket).routes());
    mounts.addAll(new Orders(doorway, given.initiation()).routes());
    mounts.add(PageRoute.lost(visit -> doorway.nothing(visit, ShopWords.NOT_FOUND)));
    mounts.add(Manners.route());
    mounts.add(Assets.mount("shop.css", "shop.js", "office.css", "office.js"));
    mounts.add(AssetMount.at("/pictures/{version}/{file}", pictures::find));
    return List.copyOf(mounts);
  }
}
