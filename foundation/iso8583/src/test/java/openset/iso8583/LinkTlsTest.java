package openset.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import openset.iso8583.secure.LinkTls;
import openset.iso8583.secure.TlsIdentity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Links under TLS 1.3, with the right certificates and with wrong ones. */
@Timeout(60)
@Tag("HL-116")
class LinkTlsTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final LinkConfig.Timing QUICK =
      new LinkConfig.Timing(
          Duration.ofSeconds(10), LONG, Duration.ofSeconds(20), LONG, Duration.ofMillis(10));
  private static final IsoMessage REQUEST =
      IsoMessage.of(Mti.AUTHORIZATION).put(4, 1999).put(7, "0101000000").put(11, 1).build();

  private static TlsAuthority authority;
  private static TlsAuthority stranger;
  private static IsoServer server;

  @BeforeAll
  static void starts() throws Exception {
    authority = new TlsAuthority("Network CA");
    stranger = new TlsAuthority("Another CA");
    Map<String, String> names = Map.of("111", "gateway.example", "222", "other.example");
    server = server(authority.pkcs12("localhost"), names);
  }

  @AfterAll
  static void stops() {
    server.close();
  }

  private static IsoServer server(TlsIdentity identity, Map<String, String> names)
      throws Exception {
    LinkTls tls = LinkTls.of(identity, authority.trusted(), names);
    ServerConfig config =
        ServerConfig.on("host", "127.0.0.1", 0, Set.of("111", "222"))
            .with(LinkTerms.USUAL.with(tls));
    return IsoServer.start(
        config, InstantSource.system(), (_, request) -> request.answer("00"));
  }

  private static LinkTls tls(TlsIdentity identity) throws Exception {
    return LinkTls.of(identity, authority.trusted(), Map.of());
  }

  private static IsoLink link(int port, LinkTls tls) {
    return IsoLink.open(
        LinkConfig.to("link", "localhost", port, "111")
            .with(QUICK)
            .with(LinkTerms.USUAL.with(tls)),
        InstantSource.system(),
        LinkEvents.NONE);
  }

  private static boolean comesUp(int port, LinkTls tls) {
    try (IsoLink link = link(port, tls)) {
      return link.awaitUp(Duration.ofSeconds(1));
    }
  }

  @Test
  void bothSidesProveThemselvesByPkcs12OrPem() throws Exception {
    for (TlsIdentity own :
        new TlsIdentity[] {authority.pkcs12("gateway.example"), authority.pem("gateway.example")}) {
      try (IsoLink link = link(server.port(), tls(own))) {
        assertThat(link.awaitUp(LONG)).isTrue();
        assertThat(link.ask(REQUEST, LONG)).isEqualTo(new Answer.Answered(REQUEST.answer("00")));
      }
    }
  }

  @Test
  void aHostWithACertificateOfAnotherNameIsNotSpokenTo() throws Exception {
    try (IsoServer other = server(authority.pkcs12("elsewhere.example"), Map.of())) {
      assertThat(comesUp(other.port(), tls(authority.pkcs12("gateway.example")))).isFalse();
    }
  }

  @Test
  void aHostCertifiedBySomebodyElseOrTooLongAgoIsNotSpokenTo() throws Exception {
    Instant over = Instant.now().minus(1, ChronoUnit.DAYS);
    for (TlsIdentity wrong :
        new TlsIdentity[] {stranger.pkcs12("localhost"), authority.pkcs12("localhost", over)}) {
      try (IsoServer other = server(wrong, Map.of())) {
        assertThat(comesUp(other.port(), tls(authority.pkcs12("gateway.example")))).isFalse();
      }
    }
  }

  @Test
  void whoConnectsWithoutTheRightCertificateIsNotLetIn() throws Exception {
    Instant over = Instant.now().minus(1, ChronoUnit.DAYS);
    assertThat(comesUp(server.port(), tls(stranger.pkcs12("gateway.example")))).isFalse();
    assertThat(comesUp(server.port(), tls(authority.pkcs12("gateway.example", over)))).isFalse();
  }

  @Test
  @Tag("H16")
  void aCertificateOfOneInstitutionDoesNotSpeakForAnother() throws Exception {
    assertThat(comesUp(server.port(), tls(authority.pkcs12("other.example")))).isFalse();
  }

  @Test
  void plainConnectionsAndOlderVersionsAreRefused() throws Exception {
    try (RawPeer plain = RawPeer.to(server.port())) {
      plain.send(Network.request(Network.SIGN_ON, "111", 1, Instant.EPOCH));
      assertThatThrownBy(
              () -> {
                while (true) plain.receive();
              })
          .isInstanceOfAny(IOException.class, MalformedMessage.class);
    }
    SSLContext any = SSLContext.getInstance("TLS");
    any.init(null, null, null);
    try (Socket open = new Socket(InetAddress.getLoopbackAddress(), server.port());
        SSLSocket old =
            (SSLSocket)
                any.getSocketFactory().createSocket(open, "localhost", server.port(), true)) {
      old.setEnabledProtocols(new String[] {"TLSv1.2"});
      assertThatThrownBy(old::startHandshake).hasMessageContaining("protocol_version");
    }
  }

  @Test
  void saysWhatIsWrongWithAKeyFile() throws Exception {
    byte[] file = authority.file("gateway.example", Instant.now().plus(1, ChronoUnit.DAYS));
    assertThatThrownBy(() -> TlsIdentity.pkcs12(file, "another".toCharArray()))
        .isInstanceOf(GeneralSecurityException.class)
        .hasMessage("not a PKCS#12 file of this password");
    assertThatThrownBy(() -> TlsIdentity.pem("no key", "no certificate"))
        .isInstanceOf(GeneralSecurityException.class);
  }
}
