package openset.http.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import openset.crypto.SecretBytes;
import openset.merchant.event.OrderEvent;
import openset.merchant.hook.Delivery;
import openset.merchant.hook.Webhook;
import openset.set.data.LocalID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A webhook leads to nobody's inner network. */
@Tag("W04")
final class HookAddressesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/", "file:///etc/passwd", "ftp://example.com/", "https://", "//x",
        "https://user@example.com/", "https://example.com/#a", "https://example.com:0/",
        "https://example.com:99999/", "https://exa mple.com/", "https://ex\u00e4mple.com/",
        "javascript:alert(1)", ""
      })
  void takesNothingButHttps(String text) {
    assertThatThrownBy(() -> HookAddresses.OPEN.taken(text))
        .isInstanceOf(HookAddresses.NotTaken.class);
  }

  @Test
  void takesHttpsAndWhatTheOperatorNames() {
    assertThatCode(() -> HookAddresses.OPEN.taken("https://shop.example/hook?a=b"))
        .doesNotThrowAnyException();
    HookAddresses own = new HookAddresses(Set.of("http://127.0.0.1:9000"));
    assertThatCode(() -> own.taken("http://127.0.0.1:9000/x")).doesNotThrowAnyException();
    assertThatThrownBy(() -> own.taken("http://127.0.0.1:9001/x"))
        .isInstanceOf(HookAddresses.NotTaken.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1",
        "169.254.169.254", "100.64.0.1", "198.18.0.1", "192.0.0.8", "203.0.113.5", "224.0.0.1",
        "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd12::1", "ff02::1",
        "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "2001::1", "2001:db8::1"
      })
  void anAddressOfASpecialNetworkIsNotOpen(String address) throws IOException {
    assertThat(HookAddresses.isOpen(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"9.9.9.9", "100.128.0.1", "172.32.0.1", "2a00:1450::1", "2620:fe::fe"})
  void anAddressOfTheWorldIsOpen(String address) throws IOException {
    assertThat(HookAddresses.isOpen(InetAddress.getByName(address))).isTrue();
  }

  private static Delivery.Answer carried(HookAddresses addresses, String url) {
    OrderEvent event =
        new OrderEvent(
            new UUID(1, 2),
            LocalID.ofText("order"),
            "ABC",
            java.util.Optional.empty(),
            1,
            OrderEvent.Happened.of(OrderEvent.Kind.placed, Instant.EPOCH));
    Webhook hook = new Webhook(new UUID(3, 4), url, "", true, Instant.EPOCH);
    return new HookCourier(addresses, InstantSource.system())
        .carry(hook, SecretBytes.of(new byte[32]), event);
  }

  @Test
  void neitherConnectsInsideNorFollowsThere() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    HttpServer inside = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    inside.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    inside.start();
    try {
      int port = inside.getAddress().getPort();
      for (String host : List.of("127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f000001")) {
        Delivery.Answer answer = carried(HookAddresses.OPEN, "https://" + host + ":" + port + "/");
        assertThat(answer.status()).as(host + answer.text()).isZero();
      }
      assertThat(carried(HookAddresses.OPEN, "https://localhost:" + port + "/").text())
          .isEqualTo("The address is not on the open network.");
      assertThat(asked).hasValue(0);
      HookAddresses own = new HookAddresses(Set.of("http://127.0.0.1"));
      assertThat(carried(own, "http://127.0.0.1:" + port + "/").status()).isEqualTo(302);
      assertThat(asked).hasValue(1);
    } finally {
      inside.stop(0);
    }
    assertThat(carried(HookAddresses.OPEN, "https://no-such-host.invalid/").text())
        .isEqualTo("The host is not known.");
  }
}
