package openset.pages.account;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import openset.pages.Assets;
import openset.pages.Link;
import openset.pages.Site;
import openset.pages.Words;
import openset.pages.desk.Marks;

/**
 * A bank as its pages show it.
 *
 * @param name for people
 * @param brand of its cards, which picks the colours
 * @param country ISO 3166 alpha-2, which most of its customers live in
 * @param wallets origins of wallets to which customers are led back
 */
public record Bank(String name, String brand, String country, List<URI> wallets) {
  /** Copies the list. */
  public Bank {
    wallets = List.copyOf(wallets);
  }

  /** The site's frame. */
  Site site() {
    return new Site(
        Words.same(name),
        brand.toLowerCase(java.util.Locale.ROOT),
        "/account",
        Marks.BANK,
        List.<Link>of(),
        List.of(Assets.address("account.css")),
        List.of(Assets.address("account.js")));
  }

  /** Where a customer is led back to, if a wallet of ours asked for it. */
  Optional<URI> back(Optional<String> stated) {
    return stated
        .filter(text -> text.length() <= 400)
        .flatMap(Bank::uri)
        .filter(uri -> wallets.contains(origin(uri)));
  }

  private static Optional<URI> uri(String text) {
    try {
      URI uri = URI.create(text);
      boolean plain = uri.getHost() != null && uri.getRawUserInfo() == null;
      return plain ? Optional.of(uri) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Scheme, host and port (RFC 6454). */
  static URI origin(URI uri) {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return URI.create(uri.getScheme() + "://" + uri.getHost() + port);
  }
}
