package openset.iso8583.host;

import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;

/**
 * Where the sale was made.
 *
 * @param terminal element 41, up to 8 printable characters; empty where none is named (HL-26)
 * @param merchant element 42, the acquirer's number for the merchant, up to 15 characters
 * @param category element 18, merchant category code, 4 digits (ISO 18245)
 */
public record Acceptor(String terminal, String merchant, String category) {
  /** The same merchant at another terminal. */
  public Acceptor at(String other) {
    return new Acceptor(other, merchant, category);
  }

  static Acceptor of(IsoMessage message) throws MalformedMessage {
    return new Acceptor(
        message.need(41).stripTrailing(), message.need(42).stripTrailing(), message.need(18));
  }

  void into(IsoMessage.Builder message) {
    message.put(18, category).padded(41, terminal).padded(42, merchant);
  }
}
