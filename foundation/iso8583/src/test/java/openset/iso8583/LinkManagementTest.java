package openset.iso8583;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sign-off and cut-over, from both sides, with requests under way. */
@Timeout(60)
class LinkManagementTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final MonthDay DAY = MonthDay.of(12, 31);
  private static final MonthDay NEXT = MonthDay.of(1, 1);

  private final BlockingQueue<String> days = new LinkedBlockingQueue<>();
  private final CountDownLatch slow = new CountDownLatch(1);
  private final CountDownLatch begun = new CountDownLatch(1);
  private IsoServer server;
  private IsoLink link;

  @BeforeEach
  void starts() throws Exception {
    IsoHandler handler =
        new IsoHandler() {
          @Override
          public IsoMessage answer(Peer peer, IsoMessage request) {
            if (request.number(4).orElse(0) == 1) waits();
            return request.answer("00");
          }

          @Override
          public void cutOver(Peer peer, MonthDay day) {
            days.add(peer.institution() + " says " + day);
          }
        };
    ServerConfig config = ServerConfig.on("host", "127.0.0.1", 0, Set.of("111"));
    server = IsoServer.start(config, InstantSource.system(), handler);
    link = link(server.port());
    assertThat(link.awaitUp(LONG)).isTrue();
  }

  private IsoLink link(int port) {
    LinkConfig.Timing quick =
        new LinkConfig.Timing(LONG, LONG, Duration.ofMillis(10), LONG, Duration.ofMillis(100));
    return IsoLink.open(
        LinkConfig.to("link", "127.0.0.1", port, "111").with(quick),
        InstantSource.system(),
        new LinkEvents() {
          @Override
          public void cutOver(MonthDay day) {
            days.add("host says " + day);
          }
        });
  }

  @AfterEach
  void stops() {
    slow.countDown();
    link.close();
    server.close();
  }

  private void waits() {
    begun.countDown();
    try {
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
  @Tag("HL-118")
  void aSignOffWaitsForWhatIsUnderWayAndNothingIsAskedAfterIt() throws Exception {
    Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    Thread asker = Thread.startVirtualThread(() -> answers.add(link.ask(request(1, 1), LONG)));
    begun.await();
    Thread ends = Thread.startVirtualThread(() -> answers.add(signedOff()));
    while (link.isUp()) Thread.onSpinWait();
    assertThat(link.ask(request(2, 5), LONG))
        .isEqualTo(new Answer.NoAnswer(Answer.Reason.LINK_DOWN, false));
    slow.countDown();
    asker.join();
    ends.join();
    assertThat(answers)
        .containsExactly(
            new Answer.Answered(request(1, 1).answer("00")),
            new Answer.Answered(request(9, 9)));
    link.signOn();
    assertThat(link.awaitUp(LONG)).isTrue();
    assertThat(link.ask(request(3, 5), LONG)).isInstanceOf(Answer.Answered.class);
  }

  /** Something to tell an agreed sign-off by. */
  private Answer signedOff() {
    return link.signOff(LONG)
        ? new Answer.Answered(request(9, 9))
        : new Answer.NoAnswer(Answer.Reason.TIMEOUT, true);
  }

  @Test
  @Tag("HL-118")
  void afterASignOffTheAcceptingSideTakesNoRequest() throws Exception {
    try (RawPeer peer = RawPeer.to(server.port())) {
      peer.signOn("111");
      peer.send(Network.request(Network.SIGN_OFF, "111", 2, Instant.EPOCH));
      assertThat(peer.receive().text(39)).contains("00");
      peer.send(request(1, 5));
      assertThat(peer.isClosedByPeer()).isTrue();
    }
  }

  @Test
  @Tag("HL-117")
  void eitherSideCutsOverAndTrafficInTheMiddleLosesNothing() throws Exception {
    Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    List<Thread> askers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      int from = 1 + 100 * i;
      askers.add(
          Thread.startVirtualThread(
              () -> {
                for (int n = 0; n < 100; n++) answers.add(link.ask(request(from + n, 5), LONG));
              }));
    }
    assertThat(server.cutOver(DAY, LONG)).isEqualTo(1);
    assertThat(link.cutOver(NEXT)).isTrue();
    for (Thread asker : askers) asker.join();
    assertThat(answers).hasSize(800).allMatch(Answer.Answered.class::isInstance);
    assertThat(List.of(day(), day()))
        .containsExactly("host says --12-31", "111 says --01-01");
  }

  private String day() throws InterruptedException {
    return days.poll(20, TimeUnit.SECONDS);
  }

  @Test
  @Tag("HL-117")
  void aCutOverIsToldOnceAndNeverGoesBack() throws Exception {
    assertThat(link.cutOver(DAY)).isTrue();
    assertThat(link.cutOver(DAY)).isTrue();
    assertThat(link.cutOver(NEXT)).isTrue();
    assertThat(link.cutOver(DAY)).isFalse();
    assertThat(days).containsExactly("111 says --12-31", "111 says --01-01");
    assertThat(server.cutOver(NEXT, LONG)).isEqualTo(1);
    assertThat(server.cutOver(DAY, LONG)).isZero();
  }

  @Test
  @Tag("HL-117")
  void aCutOverWithoutADayIsRefused() throws Exception {
    try (RawPeer peer = RawPeer.to(server.port())) {
      peer.signOn("111");
      IsoMessage none = Network.request(Network.CUT_OVER, "111", 2, Instant.EPOCH);
      peer.send(none);
      assertThat(peer.receive().text(39)).contains("12");
      peer.send(none.with().put(15, "1332").build());
      assertThat(peer.receive().text(39)).contains("12");
    }
    assertThat(days).isEmpty();
  }

  @Test
  @Tag("HL-118")
  void aHostThatSignsOffIsAskedNothingMoreAndGivesTheAnswersItOwes() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        IsoLink other = link(listener.getLocalPort());
        RawPeer host = RawPeer.accepted(listener)) {
      host.acceptSignOn();
      assertThat(other.awaitUp(LONG)).isTrue();
      Queue<Answer> answers = new ConcurrentLinkedQueue<>();
      Thread asker = Thread.startVirtualThread(() -> answers.add(other.ask(request(1, 5), LONG)));
      IsoMessage owed = host.receive();
      host.send(Network.request(Network.SIGN_OFF, "0", 7, Instant.EPOCH));
      assertThat(host.receive().text(39)).contains("00");
      assertThat(other.ask(request(2, 5), LONG))
          .isEqualTo(new Answer.NoAnswer(Answer.Reason.LINK_DOWN, false));
      host.send(owed.answer("00"));
      asker.join();
      assertThat(answers).containsExactly(new Answer.Answered(owed.answer("00")));
      assertThat(host.isClosedByPeer()).isTrue();
      try (RawPeer again = RawPeer.accepted(listener)) {
        again.acceptSignOn();
        assertThat(other.awaitUp(LONG)).isTrue();
      }
    }
  }

  @Test
  @Tag("HL-04")
  void aHostMayEchoTooAndWhatItAsksBesidesIsRefused() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        IsoLink other = link(listener.getLocalPort());
        RawPeer host = RawPeer.accepted(listener)) {
      host.acceptSignOn();
      assertThat(other.awaitUp(LONG)).isTrue();
      host.send(Network.request(Network.ECHO, "0", 8, Instant.EPOCH));
      assertThat(host.receive().text(39)).contains("00");
      host.send(Network.request(Network.KEY_CHANGE, "0", 9, Instant.EPOCH));
      assertThat(host.receive().text(39)).contains("12");
    }
  }
}
