package openset.iso8583;

/** Answers requests of signed-on institutions. Called on a virtual thread for each request. */
@FunctionalInterface
public interface IsoHandler {
  /**
   * The answer, of type {@code request.mti().answer()}. Whatever is thrown is answered with
   * response code 96 (30 for {@link MalformedMessage}) and logged.
   */
  IsoMessage answer(Peer peer, IsoMessage request) throws MalformedMessage;

  /**
   * Who asks.
   *
   * @param institution the identification code it signed on with
   * @param connection number of the connection, for logs
   */
  record Peer(String institution, long connection) {}
}
