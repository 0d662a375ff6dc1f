package openset.issuer;

import java.time.Duration;
import java.util.Optional;
import openset.iso8583.LinkConfig;
import openset.iso8583.LinkTerms;
import openset.iso8583.Tap;
import openset.issuer.card.Bin;
import openset.issuer.dispute.EvidenceVerifier;
import openset.issuer.host.Peers;
import openset.issuer.opening.OpeningPolicy;
import openset.issuer.registration.CardCertificates;

/**
 * How one issuer is set up.
 *
 * @param bank who it is
 * @param opening what it asks of applicants
 * @param holdLife for how long an authorization is held when it is not presented
 * @param link where it listens for its peers, and who they are
 * @param disputes with whom it disputes
 * @param simulated whether people may let things go wrong here; never with real cards
 */
public record IssuerConfig(
    Bank bank,
    OpeningPolicy opening,
    Duration holdLife,
    Link link,
    Disputes disputes,
    boolean simulated) {
  /** An issuer without a link of its own to the clearing house. */
  public IssuerConfig(Bank bank, OpeningPolicy opening, Duration holdLife, Link link) {
    this(bank, opening, holdLife, link, Disputes.NONE, false);
  }

  /** The same issuer that disputes otherwise. */
  public IssuerConfig with(Disputes other) {
    return new IssuerConfig(bank, opening, holdLife, link, other, simulated);
  }

  /** The same issuer as a simulator, or not. */
  public IssuerConfig simulated(boolean whether) {
    return new IssuerConfig(bank, opening, holdLife, link, disputes, whether);
  }

  /**
   * Who the issuer is.
   *
   * @param name as people know it
   * @param country ISO 3166 alpha-2
   * @param bin of its cards, which makes the brand
   * @param authority revokes certificates of lost cards; without it what is to be revoked waits
   */
  public record Bank(
      String name, String country, Bin bin, Optional<CardCertificates> authority) {
    /** A bank without an authority. */
    public Bank(String name, String country, Bin bin) {
      this(name, country, bin, Optional.empty());
    }
  }

  /**
   * With whom it disputes.
   *
   * @param clearing where the clearing house listens; without it chargebacks wait
   * @param verifier says what evidence proves
   * @param terms what was agreed with the clearing house
   */
  public record Disputes(
      Optional<LinkConfig.Peer> clearing, EvidenceVerifier verifier, LinkTerms terms) {
    /** On the usual terms. */
    public Disputes(Optional<LinkConfig.Peer> clearing, EvidenceVerifier verifier) {
      this(clearing, verifier, LinkTerms.USUAL);
    }

    /** With nobody, and nobody here reads evidence. */
    public static final Disputes NONE = new Disputes(Optional.empty(), EvidenceVerifier.NOBODY);
  }

  /**
   * Where it listens.
   *
   * @param host the address
   * @param port TCP port, 0 for a free one
   * @param peers its own institution code and those of its peers
   * @param tap watches the messages of its listener pass
   * @param terms what was agreed with all of them
   */
  public record Link(String host, int port, Peers peers, Tap tap, LinkTerms terms) {
    /** A listener on the usual terms. */
    public Link(String host, int port, Peers peers, Tap tap) {
      this(host, port, peers, tap, LinkTerms.USUAL);
    }

    /** A listener without a tap. */
    public Link(String host, int port, Peers peers) {
      this(host, port, peers, Tap.NONE);
    }

    /** The same listener with a tap. */
    public Link with(Tap other) {
      return new Link(host, port, peers, other, terms);
    }

    /** The same listener on other terms. */
    public Link with(LinkTerms other) {
      return new Link(host, port, peers, tap, other);
    }
  }
}
