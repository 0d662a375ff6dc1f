package openset.issuer;

import java.time.Duration;
import openset.iso8583.Tap;
import openset.issuer.card.Bin;
import openset.issuer.host.Peers;
import openset.issuer.opening.OpeningPolicy;

/**
 * How one issuer is set up.
 *
 * @param bank who it is
 * @param opening what it asks of applicants
 * @param holdLife for how long an authorization is held when it is not presented
 * @param link where it listens for its peers, and who they are
 */
public record IssuerConfig(Bank bank, OpeningPolicy opening, Duration holdLife, Link link) {
  /**
   * Who the issuer is.
   *
   * @param name as people know it
   * @param country ISO 3166 alpha-2
   * @param bin of its cards, which makes the brand
   */
  public record Bank(String name, String country, Bin bin) {}

  /**
   * Where it listens.
   *
   * @param host the address
   * @param port TCP port, 0 for a free one
   * @param peers its own institution code and those of its peers
   * @param tap watches the messages of its listener pass
   */
  public record Link(String host, int port, Peers peers, Tap tap) {
    /** A listener without a tap. */
    public Link(String host, int port, Peers peers) {
      this(host, port, peers, Tap.NONE);
    }

    /** The same listener with a tap. */
    public Link with(Tap other) {
      return new Link(host, port, peers, other);
    }
  }
}
