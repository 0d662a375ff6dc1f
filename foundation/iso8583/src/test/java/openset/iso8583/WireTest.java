package openset.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WireTest {
  private static final Duration SILENCE = Duration.ofSeconds(5);

  /** A socket whose writes return late: what they wrote has long arrived. */
  private static final class LateSocket extends Socket {
    final CountDownLatch written = new CountDownLatch(1);
    final CountDownLatch returns = new CountDownLatch(1);

    LateSocket(int port) throws IOException {
      super(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return new FilterOutputStream(super.getOutputStream()) {
        @Override
        public void write(byte[] octets, int from, int length) throws IOException {
          out.write(octets, from, length);
          written.countDown();
          try {
            if (!returns.await(20, TimeUnit.SECONDS)) throw new IOException("never returned");
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
        }
      };
    }
  }

  private static Wire wire(Socket socket) throws IOException {
    Wire.Rules rules = new Wire.Rules(LinkTerms.USUAL, 4096, SILENCE);
    return new Wire(socket, rules, new Wire.Tapped("link", Tap.NONE));
  }

  private static IsoMessage request(int stan) {
    return IsoMessage.of(Mti.AUTHORIZATION).put(11, stan).build();
  }

  private static void send(Wire wire, IsoMessage message) {
    try {
      wire.send(message);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aConnectionThatLeadsToItselfIsRefused() throws Exception {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      socket.connect(socket.getLocalSocketAddress(), 5000);
      assertThat(socket.isConnected()).isTrue();
      assertThatThrownBy(() -> wire(socket))
          .isInstanceOf(IOException.class)
          .hasMessage("connected to itself");
    }
  }

  @Test
  void whatWasLeftToAnotherThreadIsWrittenBeforeTheConnectionEnds() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        LateSocket socket = new LateSocket(listener.getLocalPort());
        RawPeer peer = RawPeer.accepted(listener)) {
      Wire wire = wire(socket);
      Thread first = Thread.ofPlatform().start(() -> send(wire, request(1)));
      assertThat(socket.written.await(20, TimeUnit.SECONDS)).isTrue();
      wire.send(request(2));
      Thread last = Thread.ofPlatform().start(wire::end);
      while (last.getState() == Thread.State.RUNNABLE) Thread.onSpinWait();
      socket.returns.countDown();
      assertThat(peer.receive()).isEqualTo(request(1));
      assertThat(peer.receive()).isEqualTo(request(2));
      assertThat(peer.isClosedByPeer()).isTrue();
      first.join();
      last.join();
    }
  }
}
