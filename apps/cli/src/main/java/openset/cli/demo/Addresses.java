package openset.cli.demo;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import openset.cli.config.AcquirerSite;
import openset.cli.config.AuthoritySite;
import openset.cli.config.ClearingSite;
import openset.cli.config.GatewaySite;
import openset.cli.config.IssuerSite;
import openset.cli.config.MerchantSite;
import openset.cli.config.Site;
import openset.cli.config.WalletSite;

/**
 * What of a town can be opened in a browser, for a person at a terminal.
 *
 * @param secrets where the world's passphrases lie
 * @param theatre where the purchase is shown
 */
public record Addresses(Town town, Path secrets, URI theatre) {
  private static final String LINE = "  %-32s %s%n";

  /** Prints them. */
  public void print(PrintWriter out) {
    out.println();
    out.println("Open in a browser:");
    for (String name : town.names()) print(out, name, town.site(name));
    out.printf(LINE, "the theatre", theatre);
    out.printf(LINE, "who stored and could read", theatre.resolve("/privacy"));
    out.println("Ctrl-C stops everything.");
    out.flush();
  }

  private void print(PrintWriter out, String name, Site site) {
    URI origin = site.http().origin();
    switch (site) {
      case MerchantSite shop -> {
        out.printf(LINE, shop.own().title(), origin.resolve("/"));
        office(out, "  its office", name, origin);
      }
      case WalletSite _ -> out.printf(LINE, "your wallet", origin.resolve("/"));
      case IssuerSite bank -> {
        out.printf(LINE, bank.own().title(), origin.resolve("/account"));
        office(out, "  its office", name, origin);
      }
      case AcquirerSite _, GatewaySite _, ClearingSite _ ->
          office(out, site.own().title() + ", office", name, origin);
      case AuthoritySite _ -> {}
    }
  }

  private void office(PrintWriter out, String words, String name, URI origin) {
    String owner = "   as owner, password in " + secrets.resolve(name + ".owner");
    out.printf(LINE, words, origin.resolve("/office") + owner);
  }
}
