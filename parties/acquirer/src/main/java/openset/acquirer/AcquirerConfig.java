package openset.acquirer;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import openset.acquirer.fee.CardClass;
import openset.iso8583.LinkTerms;
import openset.iso8583.Tap;

/**
 * An acquirer and its neighbours on the host link.
 *
 * @param institution own institution code, which is the acquirer's BIN (element 32)
 * @param inbound where it listens and for whom
 * @param clearing the clearing house it presents to and settles with
 * @param issuers its BIN table
 * @param patience how long it waits for an answer of an issuer or of the clearing house
 * @param tap watches the messages of its listener and of its links pass
 */
public record AcquirerConfig(
    String institution,
    Inbound inbound,
    Peer clearing,
    List<Route> issuers,
    Duration patience,
    Tap tap) {

  public AcquirerConfig {
    issuers = List.copyOf(issuers);
  }

  /** An acquirer without a tap. */
  public AcquirerConfig(
      String institution, Inbound inbound, Peer clearing, List<Route> issuers, Duration patience) {
    this(institution, inbound, clearing, issuers, patience, Tap.NONE);
  }

  /** The same acquirer with a tap. */
  public AcquirerConfig with(Tap other) {
    return new AcquirerConfig(institution, inbound, clearing, issuers, patience, other);
  }

  /**
   * Where it listens.
   *
   * @param host address
   * @param port TCP port, 0 for a free one
   * @param gateways institution codes of the payment gateways that may ask
   * @param terms what was agreed with all of them
   */
  public record Inbound(String host, int port, Set<String> gateways, LinkTerms terms) {
    public Inbound {
      gateways = Set.copyOf(gateways);
    }

    /** On the usual terms. */
    public Inbound(String host, int port, Set<String> gateways) {
      this(host, port, gateways, LinkTerms.USUAL);
    }
  }

  /**
   * An institution and where it listens.
   *
   * @param terms what was agreed with it
   */
  public record Peer(String institution, String host, int port, LinkTerms terms) {
    /** On the usual terms. */
    public Peer(String institution, String host, int port) {
      this(institution, host, port, LinkTerms.USUAL);
    }
  }

  /**
   * Cards whose number begins with the BIN belong to this issuer; the longest BIN counts.
   *
   * @param card of what brand and kind they are
   */
  public record Route(String bin, Peer issuer, CardClass card) {
    /** Credit cards of no brand in particular. */
    public Route(String bin, Peer issuer) {
      this(bin, issuer, CardClass.PLAIN);
    }
  }
}
