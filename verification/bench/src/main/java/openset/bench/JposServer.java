package openset.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.jpos.core.ConfigurationException;
import org.jpos.core.SimpleConfiguration;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOServer;
import org.jpos.iso.ISOSource;
import org.jpos.iso.channel.NACChannel;
import org.jpos.iso.packager.ISO87APackagerBBitmap;

/** jPOS's server, which answers every echo, for {@link JposEnds} and {@link JposMux}. */
final class JposServer implements AutoCloseable {
  private final int port;
  private final ISOServer server;

  JposServer() throws IOException, ISOException, ConfigurationException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    server = new ISOServer(port, new NACChannel(new ISO87APackagerBBitmap(), null), 64);
    server.setConfiguration(new SimpleConfiguration());
    server.addISORequestListener(JposServer::answered);
    Thread.ofPlatform().daemon().start(server);
  }

  int port() {
    return port;
  }

  private static boolean answered(ISOSource source, ISOMsg request) {
    try {
      ISOMsg answer = (ISOMsg) request.clone();
      answer.setResponseMTI();
      answer.set(39, "00");
      source.send(answer);
      return true;
    } catch (ISOException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An echo with this STAN. */
  static ISOMsg echo(int number) throws ISOException {
    ISOMsg message = new ISOMsg("0800");
    message.set(7, "0601120000");
    message.set(11, String.format("%06d", number % 1_000_000));
    message.set(33, "111");
    message.set(70, "301");
    return message;
  }

  @Override
  public void close() {
    server.shutdown();
  }
}
