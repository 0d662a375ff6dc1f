package openset.iso8583;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import openset.iso8583.table.Variant;

/** A peer that sends whatever a test wants, frame by frame. */
final class RawPeer implements AutoCloseable {
  private final Socket socket;
  private final DataInputStream in;

  private RawPeer(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(20_000);
    this.in = new DataInputStream(socket.getInputStream());
  }

  static RawPeer to(int port) throws IOException {
    return new RawPeer(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  static RawPeer accepted(ServerSocket listener) throws IOException {
    return new RawPeer(listener.accept());
  }

  void raw(byte... octets) throws IOException {
    socket.getOutputStream().write(octets);
  }

  void send(IsoMessage message) throws IOException {
    byte[] frame = IsoCodec.encode(Variant.ASCII, message, 2);
    frame[0] = (byte) (frame.length - 2 >> 8);
    frame[1] = (byte) (frame.length - 2);
    raw(frame);
  }

  /** The next message; an IOException when the other side closed. */
  IsoMessage receive() throws IOException, MalformedMessage {
    byte[] octets = new byte[in.readUnsignedShort()];
    in.readFully(octets);
    return IsoMessage.decode(octets);
  }

  boolean isClosedByPeer() throws IOException {
    return in.read() < 0;
  }

  IsoMessage signOn(String institution) throws IOException, MalformedMessage {
    send(Network.request(Network.SIGN_ON, institution, 1, Instant.EPOCH));
    return receive();
  }

  /** Takes the sign-on of a link that connected to this peer. */
  void acceptSignOn() throws IOException, MalformedMessage {
    send(receive().answer("00"));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
