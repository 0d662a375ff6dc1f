package openset.iso8583;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import openset.crypto.Cmac;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.iso8583.secure.KeyExchange;
import openset.iso8583.secure.LinkKeys;
import openset.iso8583.table.LengthHeader;
import openset.iso8583.table.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Message authentication codes and their keys: both ends over TCP, and a peer that cheats. */
@Timeout(60)
class LinkKeysTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Randomness RANDOM = Randomness.secure();
  private static final SecretBytes MASTER = SecretBytes.random(32, RANDOM);
  private static final LinkTerms TERMS = LinkTerms.USUAL.with(keys(MASTER));

  private final Queue<IsoMessage> handled = new ConcurrentLinkedQueue<>();
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final LinkEvents noted =
      new LinkEvents() {
        @Override
        public void keyChanged(String check) {
          events.add("changed");
        }

        @Override
        public void keyRefused() {
          events.add("refused");
        }
      };
  private IsoServer server;

  private static LinkKeys keys(SecretBytes master) {
    return LinkKeys.of(Map.of("111", master), RANDOM);
  }

  @BeforeEach
  void starts() throws Exception {
    server = server(TERMS);
  }

  @AfterEach
  void stops() {
    server.close();
  }

  private IsoServer server(LinkTerms terms) throws Exception {
    ServerConfig config = ServerConfig.on("host", "127.0.0.1", 0, Set.of("111", "222")).with(terms);
    return IsoServer.start(
        config,
        InstantSource.system(),
        (_, request) -> {
          handled.add(request);
          return request.answer("00");
        });
  }

  private IsoLink link(int port, LinkTerms terms) {
    LinkConfig config = LinkConfig.to("link", "127.0.0.1", port, "111").with(terms);
    return IsoLink.open(config, InstantSource.system(), noted);
  }

  private static IsoMessage request(int stan) {
    return IsoMessage.of(Mti.AUTHORIZATION)
        .put(4, 1999)
        .put(7, "0101000000")
        .put(11, stan)
        .build();
  }

  private KeyedPeer peer() throws Exception {
    KeyedPeer peer = KeyedPeer.to(server.port(), TERMS, MASTER);
    assertThat(peer.signOn("111").text(39)).contains("00");
    return peer;
  }

  /** A peer with a session key in force. */
  private SecretBytes keyed(KeyedPeer peer) throws Exception {
    KeyExchange.Offered offered = peer.offer();
    assertThat(peer.exchange(offered.key(), offered.exchange()).text(39)).contains("00");
    peer.under(offered.key());
    return offered.key();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ascii", "ascii-hex", "binary", "binary-hex-bitmap"})
  @Tag("HL-112")
  void bothEndsAgreeOnAKeyAndHandlersSeeMessagesAsWithoutCodes(String variant) throws Exception {
    LinkTerms terms =
        LinkTerms.of(Variant.named(variant).orElseThrow(), LengthHeader.TWO_OCTETS)
            .with(keys(MASTER));
    try (IsoServer other = server(terms);
        IsoLink link = link(other.port(), terms)) {
      IsoMessage wide = request(2).with().put(100, "999100").build();
      for (IsoMessage each : List.of(request(1), wide)) {
        assertThat(link.ask(each, LONG)).isEqualTo(new Answer.Answered(each.answer("00")));
      }
      assertThat(handled).containsExactly(request(1), wide);
    }
  }

  @Test
  @Tag("HL-112")
  void theCodeIsTheFirstEightOctetsOfTheCmacOfAllBeforeIt() throws Exception {
    try (KeyedPeer peer = peer()) {
      SecretBytes key = keyed(peer);
      byte[] written = request(1).with().put(64, new byte[8]).build().encode();
      byte[] code =
          Arrays.copyOf(Cmac.of(key, written, 0, written.length - 8), 8);
      peer.bare(request(1).with().put(64, code).build());
      assertThat(peer.receive()).isEqualTo(request(1).answer("00"));
    }
  }

  @Test
  @Tag("HL-115")
  void theKeyChangesUnderTrafficAndNothingIsLost() throws Exception {
    try (IsoLink link = link(server.port(), TERMS)) {
      assertThat(link.awaitUp(LONG)).isTrue();
      List<Thread> askers = new ArrayList<>();
      Queue<Answer> answers = new ConcurrentLinkedQueue<>();
      for (int i = 0; i < 8; i++) {
        int from = 1 + 100 * i;
        askers.add(
            Thread.startVirtualThread(
                () -> {
                  for (int n = 0; n < 100; n++) answers.add(link.ask(request(from + n), LONG));
                }));
      }
      assertThat(link.changeKey()).isTrue();
      assertThat(link.changeKey()).isTrue();
      for (Thread asker : askers) asker.join();
      assertThat(answers).hasSize(800).allMatch(Answer.Answered.class::isInstance);
    }
    assertThat(events).containsExactly("changed", "changed", "changed");
  }

  @Test
  void anOldSessionKeyIsChangedByItself() throws Exception {
    LinkKeys brief = new LinkKeys(Map.of("111", MASTER), 3, Duration.ofMillis(1), RANDOM);
    LinkConfig.Timing quick =
        new LinkConfig.Timing(LONG, Duration.ofMillis(20), LONG, LONG, LONG);
    LinkConfig config =
        LinkConfig.to("link", "127.0.0.1", server.port(), "111")
            .with(LinkTerms.USUAL.with(brief))
            .with(quick);
    try (IsoLink link = IsoLink.open(config, InstantSource.system(), noted)) {
      assertThat(link.awaitUp(LONG)).isTrue();
      assertThat(events.poll(20, TimeUnit.SECONDS)).isEqualTo("changed");
      assertThat(events.poll(20, TimeUnit.SECONDS)).isEqualTo("changed");
    }
  }

  @Test
  @Tag("H06")
  @Tag("HL-114")
  void messagesWithAWrongCodeNoneOrAnOldKeysAreNotProcessedAndTheThirdSignsTheLineOff()
      throws Exception {
    try (KeyedPeer peer = peer()) {
      SecretBytes old = keyed(peer);
      SecretBytes now = keyed(peer);
      peer.send(request(1));
      assertThat(peer.receive()).isEqualTo(request(1).answer("00"));
      peer.under(SecretBytes.random(32, RANDOM));
      peer.send(request(2));
      peer.bare(request(3));
      peer.under(now);
      peer.send(request(4));
      assertThat(peer.receive()).isEqualTo(request(4).answer("00"));
      peer.under(old);
      peer.send(request(5));
      assertThat(peer.receive().text(70)).contains("002");
      assertThat(peer.next()).isEmpty();
    }
    assertThat(handled).containsExactly(request(1), request(4));
  }

  @Test
  @Tag("H06")
  @Tag("HL-114")
  void beforeAKeyIsExchangedNoRequestIsTaken() throws Exception {
    try (KeyedPeer peer = peer()) {
      peer.bare(request(1));
      assertThat(peer.next()).isEmpty();
    }
    assertThat(handled).isEmpty();
  }

  @Test
  @Tag("H07")
  @Tag("HL-113")
  void aReplayedExchangeAndAWrongCheckValueAreRefusedAndTheOldKeyStays() throws Exception {
    KeyExchange.Offered elsewhere;
    try (KeyedPeer other = peer()) {
      elsewhere = other.offer();
      assertThat(other.exchange(elsewhere.key(), elsewhere.exchange()).text(39)).contains("00");
    }
    try (KeyedPeer peer = peer()) {
      KeyExchange.Offered first = peer.offer();
      assertThat(peer.exchange(first.key(), first.exchange()).text(39)).contains("00");
      peer.under(first.key());
      assertThat(peer.exchange(first.key(), first.exchange()).text(39)).contains("63");
      assertThat(peer.exchange(first.key(), elsewhere.exchange()).text(39)).contains("63");
      KeyExchange.Offered second = peer.offer();
      KeyExchange wrong = new KeyExchange(second.exchange().wrapped(), "0011223344");
      assertThat(peer.exchange(first.key(), wrong).text(39)).contains("63");
      for (String wrapped : List.of("", "AB", "00".repeat(48))) {
        KeyExchange none = new KeyExchange(wrapped.isEmpty() ? "x" : wrapped, "0011223344");
        assertThat(peer.exchange(first.key(), none).text(39)).contains("63");
      }
      peer.send(request(1));
      assertThat(peer.receive()).isEqualTo(request(1).answer("00"));
    }
  }

  @Test
  @Tag("H07")
  @Tag("HL-113")
  void aLinkUnderAnotherMasterKeyOrNoneNeverComesUp() throws Exception {
    LinkTerms other = LinkTerms.USUAL.with(keys(SecretBytes.random(32, RANDOM)));
    LinkConfig.Timing quick =
        new LinkConfig.Timing(LONG, LONG, Duration.ofMillis(10), LONG, Duration.ofMillis(50));
    LinkConfig config = LinkConfig.to("link", "127.0.0.1", server.port(), "111").with(quick);
    try (IsoLink link = IsoLink.open(config.with(other), InstantSource.system(), noted)) {
      assertThat(events.poll(20, TimeUnit.SECONDS)).isEqualTo("refused");
      assertThat(link.isUp()).isFalse();
    }
    try (IsoLink link = IsoLink.open(config, InstantSource.system(), noted)) {
      assertThat(link.ask(request(1), Duration.ofSeconds(1)))
          .isInstanceOf(Answer.NoAnswer.class);
    }
    assertThat(handled).isEmpty();
  }

  @Test
  void anInstitutionWithoutAMasterKeyIsNotLetIn() throws Exception {
    try (KeyedPeer peer = KeyedPeer.to(server.port(), TERMS, MASTER)) {
      assertThat(peer.signOn("222").text(39)).contains("05");
    }
  }

  @Test
  @Tag("H06")
  void theAskingSideBelievesNoAnswerWithoutTheRightCode() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        IsoLink link = link(listener.getLocalPort(), TERMS);
        RawPeer host = RawPeer.accepted(listener)) {
      IsoMessage signOn = host.receive();
      host.send(signOn.answer().put(39, "00").put(53, "1234567890123456").build());
      IsoMessage exchange = host.receive();
      assertThat(exchange.text(70)).contains("161");
      host.send(exchange.answer("00"));
      assertThat(events.poll(20, TimeUnit.SECONDS)).isEqualTo("refused");
      assertThat(link.isUp()).isFalse();
      assertThat(exchange.toString()).doesNotContain(exchange.text(125).orElseThrow());
    }
  }
}
