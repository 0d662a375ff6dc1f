package openset.cli.config;

/** The ISO 8583 listener of another participant. */
public record Host(String host, int port) {
  /** As people write it: host, colon, port. */
  public String text() {
    return host + ":" + port;
  }
}
