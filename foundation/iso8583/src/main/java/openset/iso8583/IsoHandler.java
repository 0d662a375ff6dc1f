package openset.iso8583;

import java.time.MonthDay;
import java.util.List;

/** Answers requests of signed-on institutions. Called on a virtual thread for each request. */
@FunctionalInterface
public interface IsoHandler {
  /**
   * The answer, of type {@code request.mti().answer()}. Whatever is thrown is answered with
   * response code 96 (30 for {@link MalformedMessage}) and logged.
   */
  IsoMessage answer(Peer peer, IsoMessage request) throws MalformedMessage;

  /** What goes out for a request: the answer, once. A simulator may send it twice, or nothing. */
  default List<IsoMessage> answers(Peer peer, IsoMessage request) throws MalformedMessage {
    return List.of(answer(peer, request));
  }

  /**
   * The peer cut over to another business day (HL-117): what it sends from now on is of that day.
   * Told once for each day. Nothing that is under way is touched by it.
   */
  default void cutOver(Peer peer, MonthDay day) {}

  /**
   * Who asks.
   *
   * @param institution the identification code it signed on with
   * @param connection number of the connection, for logs
   */
  record Peer(String institution, long connection) {}
}
