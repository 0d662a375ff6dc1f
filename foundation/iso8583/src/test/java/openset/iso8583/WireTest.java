package openset.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WireTest {
  @Test
  void aConnectionThatLeadsToItselfIsRefused() throws Exception {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      socket.connect(socket.getLocalSocketAddress(), 5000);
      assertThat(socket.isConnected()).isTrue();
      Wire.Tapped tapped = new Wire.Tapped("link", Tap.NONE);
      Wire.Rules rules = new Wire.Rules(LinkTerms.USUAL, 4096, Duration.ofSeconds(5));
      assertThatThrownBy(() -> new Wire(socket, rules, tapped))
          .isInstanceOf(IOException.class)
          .hasMessage("connected to itself");
    }
  }
}
