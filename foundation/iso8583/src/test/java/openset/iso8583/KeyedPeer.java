package openset.iso8583;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.iso8583.secure.KeyExchange;
import openset.iso8583.table.Variant;

/** A peer that knows a link master key and does with it whatever a test wants. */
final class KeyedPeer implements AutoCloseable {
  private final Socket socket;
  private final Wire wire;
  private final SecretBytes master;
  private int stan;
  String challenge;

  private KeyedPeer(Socket socket, LinkTerms terms, SecretBytes master) throws IOException {
    this.socket = socket;
    this.master = master;
    Wire.Rules rules = new Wire.Rules(terms, 4096, Duration.ofSeconds(20));
    this.wire = new Wire(socket, rules, new Wire.Tapped("peer", Tap.NONE));
  }

  static KeyedPeer to(int port, LinkTerms terms, SecretBytes master) throws IOException {
    return new KeyedPeer(new Socket(InetAddress.getLoopbackAddress(), port), terms, master);
  }

  IsoMessage signOn(String institution) throws IOException, MalformedMessage {
    wire.send(network(Network.SIGN_ON, institution).build());
    IsoMessage answer = receive();
    challenge = answer.text(Network.CHALLENGE).orElse("");
    return answer;
  }

  IsoMessage.Builder network(String kind, String institution) {
    return Network.request(kind, institution, ++stan, Instant.EPOCH).with();
  }

  KeyExchange.Offered offer() {
    return KeyExchange.offer(master, challenge, Randomness.secure());
  }

  /** Sends an exchange; its answer may come under the key. */
  IsoMessage exchange(SecretBytes key, KeyExchange exchange) throws IOException, MalformedMessage {
    wire.guard().expect(key);
    wire.send(
        network(Network.KEY_CHANGE, "111")
            .put(Network.WRAPPED_KEY, exchange.wrapped())
            .put(Network.CHECK_VALUE, exchange.check())
            .build());
    IsoMessage answer = receive();
    challenge = answer.text(Network.CHALLENGE).orElse("");
    return answer;
  }

  void under(SecretBytes key) {
    wire.guard().sendUnder(key);
  }

  /** Sends what the keys say; with wrong ones, a wrong code. */
  void send(IsoMessage message) throws IOException {
    wire.send(message);
  }

  /** Sends without a code, or with the one that is in it. */
  void bare(IsoMessage message) throws IOException {
    byte[] frame = IsoCodec.encode(Variant.ASCII, message, 2);
    frame[0] = (byte) (frame.length - 2 >> 8);
    frame[1] = (byte) (frame.length - 2);
    socket.getOutputStream().write(frame);
  }

  IsoMessage receive() throws IOException, MalformedMessage {
    return wire.read().orElseThrow(() -> new IOException("closed"));
  }

  Optional<IsoMessage> next() throws IOException, MalformedMessage {
    return wire.read();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
