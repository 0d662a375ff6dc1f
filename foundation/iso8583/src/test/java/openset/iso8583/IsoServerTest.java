package openset.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import openset.iso8583.table.Variant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class IsoServerTest {
  private final Queue<IsoMessage> handled = new ConcurrentLinkedQueue<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch slow = new CountDownLatch(1);
  private IsoServer server;

  @BeforeEach
  void starts() throws Exception {
    ServerConfig config = ServerConfig.on("host", "127.0.0.1", 0, Set.of("111", "222"));
    server = IsoServer.start(config, InstantSource.fixed(Instant.EPOCH), this::handle);
  }

  @AfterEach
  void stops() {
    server.close();
  }

  private IsoMessage handle(IsoHandler.Peer peer, IsoMessage request) throws MalformedMessage {
    handled.add(request);
    if (request.number(4).orElse(0) == 1) awaitSlow();
    if (request.number(4).orElse(0) == 2) throw new MalformedMessage(49, "required");
    if (request.number(4).orElse(0) == 3) throw new IllegalStateException("a bug");
    String data = request.number(4).orElse(0) == 4 ? "x".repeat(900) : peer.institution();
    return request.answer().put(39, "00").put(48, data).build();
  }

  private void awaitSlow() {
    try {
      begun.countDown();
      slow.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static IsoMessage request(int stan, long amount) {
    return IsoMessage.of(Mti.AUTHORIZATION)
        .put(4, amount)
        .put(7, "0101000000")
        .put(11, stan)
        .build();
  }

  @Test
  @Tag("HL-06")
  void answersFastRequestsWhileASlowOneIsUnderWay() throws Exception {
    try (RawPeer peer = RawPeer.to(server.port())) {
      assertThat(peer.signOn("111").text(39)).contains("00");
      peer.send(request(1, 1));
      peer.send(request(2, 5));
      assertThat(peer.receive().text(11)).contains("000002");
      slow.countDown();
      assertThat(peer.receive().text(11)).contains("000001");
    }
  }

  @Test
  @Tag("H16")
  @Tag("HL-07")
  void answersOnTheConnectionTheRequestCameOn() throws Exception {
    try (RawPeer one = RawPeer.to(server.port());
        RawPeer other = RawPeer.to(server.port())) {
      one.signOn("111");
      other.signOn("222");
      other.send(request(9, 5));
      one.send(request(9, 5));
      assertThat(one.receive().text(48)).contains("111");
      assertThat(other.receive().text(48)).contains("222");
    }
  }

  @Test
  @Tag("HL-03")
  void wantsASignOnBeforeAnythingElse() throws Exception {
    try (RawPeer peer = RawPeer.to(server.port())) {
      peer.send(request(1, 5));
      assertThat(peer.isClosedByPeer()).isTrue();
    }
    assertThat(handled).isEmpty();
  }

  @Test
  @Tag("HL-03")
  void refusesAnInstitutionItDoesNotKnow() throws Exception {
    try (RawPeer peer = RawPeer.to(server.port())) {
      assertThat(peer.signOn("333").text(39)).contains("05");
      assertThat(peer.isClosedByPeer()).isTrue();
    }
  }

  @Test
  void aConnectionStaysWithTheInstitutionThatSignedOn() throws Exception {
    try (RawPeer peer = RawPeer.to(server.port())) {
      peer.signOn("111");
      assertThat(peer.signOn("222").text(39)).contains("05");
      assertThat(peer.isClosedByPeer()).isTrue();
    }
  }

  @Test
  void tellsAFormatErrorAndABugApartAndGivesNoDetails() throws Exception {
    try (RawPeer peer = RawPeer.to(server.port())) {
      peer.signOn("111");
      peer.send(request(1, 2));
      assertThat(peer.receive().text(39)).contains("30");
      peer.send(request(2, 3));
      assertThat(peer.receive()).isEqualTo(request(2, 3).answer("96"));
    }
  }

  @Test
  @Tag("H18")
  @Tag("HL-04")
  void closesAConnectionThatFloodsItWithEchoes() throws Exception {
    try (RawPeer peer = RawPeer.to(server.port())) {
      peer.signOn("111");
      for (int i = 1; i < ServerConfig.Limits.USUAL.networkBurst(); i++) {
        peer.send(Network.request(Network.ECHO, "111", i, Instant.EPOCH));
        assertThat(peer.receive().text(39)).contains("00");
      }
      peer.send(Network.request(Network.ECHO, "111", 99, Instant.EPOCH));
      assertThatThrownBy(peer::receive).isInstanceOf(EOFException.class);
    }
  }

  @Test
  @Tag("H18")
  void refusesSignOnsInALoopOverManyConnections() throws Exception {
    int most = 10 * ServerConfig.Limits.USUAL.networkBurst();
    for (int i = 0; i < most; i++) {
      try (RawPeer peer = RawPeer.to(server.port())) {
        assertThat(peer.signOn("111").text(39)).contains("00");
      }
    }
    try (RawPeer peer = RawPeer.to(server.port())) {
      assertThat(peer.signOn("111").text(39)).contains("05");
    }
  }

  @Test
  @Tag("HL-118")
  void answersWhatIsAtWorkBeforeItClosesAndTakesNothingMore() throws Exception {
    try (RawPeer busy = RawPeer.to(server.port());
        RawPeer idle = RawPeer.to(server.port())) {
      busy.signOn("111");
      idle.signOn("222");
      busy.send(request(1, 1));
      begun.await();
      Thread closing = Thread.startVirtualThread(server::close);
      assertThat(idle.isClosedByPeer()).isTrue();
      busy.send(request(2, 5));
      slow.countDown();
      assertThat(busy.receive().text(11)).contains("000001");
      assertThatThrownBy(busy::receive).isInstanceOf(IOException.class);
      closing.join();
    }
    assertThat(handled).hasSize(1);
  }

  @Test
  @Tag("H08")
  @Tag("HL-02")
  void aMalformedMessageHasNoEffectAndTheThirdClosesTheConnection() throws Exception {
    try (RawPeer peer = RawPeer.to(server.port())) {
      peer.signOn("111");
      byte[] garbage = new byte[22];
      garbage[1] = 20;
      peer.raw(garbage);
      peer.raw(garbage);
      peer.send(request(1, 5));
      assertThat(peer.receive().text(39)).contains("00");
      peer.raw(garbage);
      assertThat(peer.isClosedByPeer()).isTrue();
    }
    assertThat(handled).hasSize(1);
  }

  @Test
  @Tag("H09")
  @Tag("HL-01")
  void closesAConnectionWhoseFramingIsBroken() throws Exception {
    for (byte[] header : new byte[][] {{0, 0}, {-1, -1}, {0x10, 1}}) {
      try (RawPeer peer = RawPeer.to(server.port())) {
        peer.signOn("111");
        peer.raw(header);
        assertThat(peer.isClosedByPeer()).isTrue();
      }
    }
  }

  @Test
  void dropsAConnectionThatStaysSilent() throws Exception {
    ServerConfig.Limits limits =
        new ServerConfig.Limits(2, 4096, 8, 10, Duration.ofSeconds(1), Duration.ofMillis(150));
    ServerConfig config =
        ServerConfig.on("host", "127.0.0.1", 0, Set.of("111")).with(limits);
    try (IsoServer strict = IsoServer.start(config, InstantSource.system(), this::handle);
        RawPeer peer = RawPeer.to(strict.port())) {
      peer.raw((byte) 0);
      assertThat(peer.isClosedByPeer()).isTrue();
    }
  }

  @Test
  @Tag("H18")
  void dropsAConnectionWhoseFrameDrips() throws Exception {
    try (IsoServer strict = strict();
        RawPeer peer = RawPeer.to(strict.port())) {
      peer.signOn("111");
      peer.raw((byte) 0x0f, (byte) 0);
      isDroppedWhileIt(
          () -> {
            peer.raw((byte) '0');
            Thread.sleep(20);
          });
    }
    assertThat(handled).isEmpty();
  }

  @Test
  @Tag("H18")
  void dropsAConnectionThatTakesNoAnswers() throws Exception {
    try (IsoServer strict = strict();
        RawPeer peer = RawPeer.to(strict.port())) {
      peer.signOn("111");
      byte[] frame = frame(request(1, 4));
      isDroppedWhileIt(() -> peer.raw(frame));
    }
  }

  /** Does it again and again, and is dropped within 20 s. */
  private static void isDroppedWhileIt(ThrowingCallable sends) {
    long begun = System.nanoTime();
    assertThatThrownBy(
            () -> {
              while (System.nanoTime() - begun < 20_000_000_000L) sends.call();
            })
        .isInstanceOf(IOException.class);
  }

  @Test
  void aConnectionThatSendsWholeFramesInPiecesLivesOn() throws Exception {
    try (IsoServer strict = strict();
        RawPeer peer = RawPeer.to(strict.port())) {
      peer.signOn("111");
      for (int stan = 1; stan <= 6; stan++) {
        byte[] frame = frame(request(stan, 5));
        peer.raw(Arrays.copyOf(frame, 5));
        Thread.sleep(400);
        peer.raw(Arrays.copyOfRange(frame, 5, frame.length));
        assertThat(peer.receive().text(39)).contains("00");
      }
    }
  }

  @Test
  @Tag("H18")
  void refusesMoreConnectionsThanItsLimitAndServesThoseItHas() throws Exception {
    try (IsoServer strict = strict();
        RawPeer first = RawPeer.to(strict.port());
        RawPeer second = RawPeer.to(strict.port())) {
      assertThat(first.signOn("111").text(39)).contains("00");
      assertThat(second.signOn("111").text(39)).contains("00");
      try (RawPeer third = RawPeer.to(strict.port())) {
        assertThat(third.isClosedByPeer()).isTrue();
      }
      first.send(request(1, 5));
      assertThat(first.receive().text(39)).contains("00");
    }
  }

  /** Two connections, and two seconds for a frame. */
  private IsoServer strict() throws Exception {
    ServerConfig.Limits limits =
        new ServerConfig.Limits(2, 4096, 8, 10, Duration.ofSeconds(1), Duration.ofSeconds(2));
    return IsoServer.start(
        ServerConfig.on("host", "127.0.0.1", 0, Set.of("111")).with(limits),
        InstantSource.system(),
        this::handle);
  }

  private static byte[] frame(IsoMessage message) {
    byte[] frame = IsoCodec.encode(Variant.ASCII, message, 2);
    frame[1] = (byte) (frame.length - 2);
    return frame;
  }

  @Test
  void aClosedServerLeavesItsPortFreeAtOnce() throws Exception {
    server.close();
    for (int i = 0; i < 200; i++) {
      ServerConfig same = ServerConfig.on("host", "127.0.0.1", server.port(), Set.of("111"));
      IsoServer next = IsoServer.start(same, InstantSource.system(), this::handle);
      try (RawPeer peer = RawPeer.to(next.port())) {
        assertThat(peer.signOn("111").text(39)).contains("00");
        next.close();
        assertThat(peer.isClosedByPeer()).isTrue();
      }
    }
  }
}
