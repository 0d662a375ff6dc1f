package openset.cli.config;

import java.util.Optional;

/**
 * An ISO 8583 listener, one's own or another participant's.
 *
 * @param link what was agreed with who connects; absent for the usual terms
 */
public record Host(String host, int port, Optional<LinkSite> link) {
  /** A listener on the usual terms. */
  public static Host at(String host, int port) {
    return new Host(host, port, Optional.empty());
  }

  /** As people write it: host, colon, port. */
  public String text() {
    return host + ":" + port;
  }
}
