package openset.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import openset.crypto.SecretBytes;
import openset.http.client.ClientLimits;
import openset.http.client.HttpFailure;
import openset.http.client.SetClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TlsTest {
  private static final String WORD = "a test's passphrase";
  private static final SecretBytes PASSPHRASE = SecretBytes.of(WORD.getBytes(UTF_8));

  @TempDir private static Path temp;
  private static HttpServer server;
  private static URI place;

  @BeforeAll
  static void start() throws Exception {
    server = serve(keyFile("right", "dns:localhost"));
    place = place(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static URI place(HttpServer server) {
    return URI.create("https://localhost:" + server.port() + "/set");
  }

  private static HttpServer serve(Path keyFile) {
    return HttpServer.start(
        new Listen("127.0.0.1", 0, Optional.of(new Tls(keyFile, PASSPHRASE))),
        HttpLimits.OPEN.withTimes(Duration.ofSeconds(3), Duration.ofSeconds(3)),
        List.of(SetMount.payment("/set", (peer, type, body) -> body)),
        InstantSource.system());
  }

  private static Path keyFile(String name, String host) throws Exception {
    Path file = temp.resolve(name + ".p12");
    keytool("-genkeypair -keyalg EC -groupname secp256r1 -dname CN=test -validity 2", file,
        Tls.ALIAS, "-ext", "san=" + host);
    keytool("-exportcert", file, Tls.ALIAS, "-file", temp.resolve(name + ".cer").toString());
    keytool("-importcert -noprompt", temp.resolve(name + "-trust.p12"), name, "-file",
        temp.resolve(name + ".cer").toString());
    return file;
  }

  private static void keytool(String command, Path store, String alias, String... more)
      throws Exception {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    words.addAll(List.of(command.split(" ")));
    words.addAll(List.of("-alias", alias, "-storetype", "PKCS12", "-storepass", WORD));
    words.addAll(List.of("-keystore", store.toString()));
    words.addAll(List.of(more));
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static byte[] post(String trusted, URI to) throws HttpFailure {
    var trust = Tls.trusting(temp.resolve(trusted + "-trust.p12"), PASSPHRASE);
    ClientLimits limits =
        ClientLimits.USUAL.withTimes(Duration.ofSeconds(5), Duration.ofSeconds(10));
    try (SetClient client = new SetClient(limits, trust)) {
      return client.post(to, MediaType.SET_PAYMENT, new byte[] {1, 2, 3});
    }
  }

  @Test
  void bringsAMessageThereAndBack() throws HttpFailure {
    assertThat(server.uri().getScheme()).isEqualTo("https");
    assertThat(post("right", place)).containsExactly(1, 2, 3);
  }

  @Test
  @Tag("W17")
  void refusesAServerThatItDoesNotTrust() throws Exception {
    keyFile("other", "dns:localhost");
    assertThat(
            catchThrowableOfType(
                HttpFailure.class, () -> post("other", place)))
        .isNotNull();
  }

  @Test
  @Tag("W17")
  void refusesAServerOfAnotherName() throws Exception {
    try (HttpServer elsewhere = serve(keyFile("elsewhere", "dns:elsewhere.example"))) {
      assertThat(
              catchThrowableOfType(
                  HttpFailure.class, () -> post("elsewhere", place(elsewhere))))
          .isNotNull();
    }
  }

  @Test
  @Tag("W17")
  void speaksNoOlderVersion() throws Exception {
    try (Socket plain = SSLSocketFactory.getDefault().createSocket("127.0.0.1", server.port());
        SSLSocket socket = (SSLSocket) plain) {
      socket.setEnabledProtocols(new String[] {"TLSv1.2"});
      assertThatThrownBy(socket::startHandshake)
          .isInstanceOf(SSLException.class)
          .hasMessageContaining("protocol_version");
    }
  }

  @Test
  void endsAHandshakeThatDoesNotCome() throws Exception {
    long begun = System.nanoTime();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(new byte[] {22, 3, 1});
      assertThat(socket.getInputStream().readAllBytes()).hasSizeLessThan(50);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(9));
  }

  @Test
  void asksForAKeyOfItsName() throws Exception {
    Path file = temp.resolve("misnamed.p12");
    keytool("-genkeypair -keyalg EC -groupname secp256r1 -dname CN=test", file, "other");
    assertThatThrownBy(() -> serve(file))
        .hasMessageContaining("alias tls")
        .hasMessageNotContaining(WORD);
  }

  @Test
  void tellsNoPassphraseWhenPrinted() {
    assertThat(new Tls(Path.of("a.p12"), PASSPHRASE).toString()).doesNotContain(WORD);
  }
}
