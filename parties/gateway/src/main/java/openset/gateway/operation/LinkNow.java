package openset.gateway.operation;

/**
 * How a host link stands at this moment.
 *
 * @param institution code of the acquirer
 * @param at host and port
 * @param wanted whether it is to be up; not after somebody signed it off
 * @param up whether it is signed on
 * @param underWay how many questions wait for their answers
 */
public record LinkNow(
    String institution, String at, Agreed agreed, boolean wanted, boolean up, int underWay) {
  /**
   * What the two banks agreed.
   *
   * @param codes whether every message carries an authentication code
   * @param tls whether it runs under TLS
   */
  public record Agreed(boolean codes, boolean tls) {}
}
