package openset.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class LoopbackNamesTest {
  @Test
  void namesUnderLocalhostAreOfThisMachine() throws UnknownHostException {
    assertThat(InetAddress.getByName("lantern.localhost").isLoopbackAddress()).isTrue();
    assertThat(InetAddress.getByName("Aurora-Bank.LOCALHOST").isLoopbackAddress()).isTrue();
  }

  @Test
  void otherNamesAreNot() {
    assertThatThrownBy(() -> InetAddress.getByName("localhost.invalid"))
        .isInstanceOf(UnknownHostException.class);
    assertThatThrownBy(() -> InetAddress.getByName("notlocalhost.invalid"))
        .isInstanceOf(UnknownHostException.class);
  }
}
