package openset.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;

/** A peer that sends whatever octets it likes and shows whatever comes back. */
final class RawSocket implements AutoCloseable {
  private final Socket socket = new Socket();

  RawSocket(HttpServer server) {
    try {
      socket.connect(new InetSocketAddress("127.0.0.1", server.port()), 20_000);
      socket.setSoTimeout(20_000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What comes back until the server closes, after these octets. */
  static String ask(HttpServer server, String octets) {
    try (RawSocket raw = new RawSocket(server)) {
      raw.send(octets);
      return raw.rest();
    }
  }

  /** Sends; false when the server has closed. */
  boolean send(String octets) {
    try {
      socket.getOutputStream().write(octets.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  void endSending() {
    try {
      socket.shutdownOutput();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything until the server closes; fails when it never does. */
  String rest() {
    StringBuilder rest = new StringBuilder();
    try {
      byte[] buffer = new byte[4096];
      int read = socket.getInputStream().read(buffer);
      while (read >= 0) {
        rest.append(new String(buffer, 0, read, ISO_8859_1));
        read = socket.getInputStream().read(buffer);
      }
    } catch (SocketException reset) {
      return rest.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("still open after: " + rest, e);
    }
    return rest.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
