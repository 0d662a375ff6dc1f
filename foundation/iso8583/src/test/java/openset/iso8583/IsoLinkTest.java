package openset.iso8583;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import openset.iso8583.Answer.Answered;
import openset.iso8583.Answer.NoAnswer;
import openset.iso8583.Answer.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IsoLinkTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(150);
  private static final LinkConfig.Timing QUICK =
      new LinkConfig.Timing(
          Duration.ofSeconds(2),
          Duration.ofSeconds(20),
          Duration.ofMillis(10),
          Duration.ofMillis(100),
          Duration.ofMillis(50));

  private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

  /** Writes down what the link tells. */
  private final LinkEvents noted =
      new LinkEvents() {
        @Override
        public void late(IsoMessage request, IsoMessage answer) {
          events.add("late " + answer.text(11).orElse(""));
        }

        @Override
        public void lateReversed(IsoMessage answer, IsoMessage reversal) {
          events.add(answer.text(11).orElse("") + " by " + reversal.text(11).orElse(""));
        }

        @Override
        public void duplicate(IsoMessage answer) {
          events.add("duplicate " + answer.text(11).orElse(""));
        }

        @Override
        public void mismatch(IsoMessage request, IsoMessage answer, int field) {
          events.add("mismatch " + field);
        }

        @Override
        public void unexpected(IsoMessage message) {
          events.add("unexpected " + message.text(11).orElse(""));
        }
      };

  @AfterEach
  void stops() {
    askers.shutdownNow();
  }

  private static ServerSocket listener() throws IOException {
    return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  private IsoLink link(int port, LinkConfig.Timing timing) {
    LinkConfig config = LinkConfig.to("link", "127.0.0.1", port, "111").with(timing);
    return IsoLink.open(config, InstantSource.system(), noted);
  }

  private static IsoMessage request(int stan) {
    return IsoMessage.of(Mti.AUTHORIZATION)
        .put(3, "000000")
        .put(4, 1999)
        .put(7, "0101000000")
        .put(11, stan)
        .put(32, "999001")
        .padded(41, "T1")
        .put(49, 978)
        .build();
  }

  private Future<Answer> asked(IsoLink link, IsoMessage request, Duration timeout) {
    return askers.submit(() -> link.ask(request, timeout));
  }

  private String event() throws InterruptedException {
    return String.valueOf(events.poll(20, TimeUnit.SECONDS));
  }

  @Test
  @Tag("HL-06")
  void carriesManyRequestsAtOnceAndGivesEachItsOwnAnswer() throws Exception {
    ServerConfig config = ServerConfig.on("host", "127.0.0.1", 0, Set.of("111"));
    IsoHandler handler = (_, request) -> request.answer("00");
    try (IsoServer server = IsoServer.start(config, InstantSource.system(), handler);
        IsoLink link = link(server.port(), LinkConfig.Timing.USUAL)) {
      List<Future<Answer>> answers =
          IntStream.rangeClosed(1, 2000).mapToObj(i -> asked(link, request(i), LONG)).toList();
      for (int i = 1; i <= 2000; i++) {
        assertThat(answers.get(i - 1).get()).isEqualTo(new Answered(request(i).answer("00")));
      }
    }
    assertThat(events).isEmpty();
  }

  @Test
  void findsAnswersThatComeInAnotherOrder() throws Exception {
    try (ServerSocket listener = listener();
        IsoLink link = link(listener.getLocalPort(), LinkConfig.Timing.USUAL);
        RawPeer host = RawPeer.accepted(listener)) {
      host.acceptSignOn();
      Future<Answer> one = asked(link, request(1), LONG);
      IsoMessage first = host.receive();
      Future<Answer> two = asked(link, request(2), LONG);
      host.send(host.receive().answer("51"));
      host.send(first.answer("00"));
      assertThat(one.get()).isEqualTo(new Answered(request(1).answer("00")));
      assertThat(two.get()).isEqualTo(new Answered(request(2).answer("51")));
    }
  }

  @Test
  @Tag("H02")
  @Tag("HL-08")
  void anAnswerAfterTheTimeoutDecidesNothingAndIsReported() throws Exception {
    try (ServerSocket listener = listener();
        IsoLink link = link(listener.getLocalPort(), LinkConfig.Timing.USUAL);
        RawPeer host = RawPeer.accepted(listener)) {
      host.acceptSignOn();
      assertThat(link.awaitUp(LONG)).isTrue();
      Future<Answer> answer = asked(link, request(1), SHORT);
      IsoMessage asked = host.receive();
      assertThat(answer.get()).isEqualTo(new NoAnswer(Reason.TIMEOUT, true));
      host.send(asked.answer("00"));
      assertThat(event()).isEqualTo("late 000001");
    }
  }

  private static IsoMessage reversal(int stan, IsoMessage original) {
    return IsoMessage.of(Mti.REVERSAL)
        .put(4, 1999)
        .put(7, "0101000001")
        .put(11, stan)
        .put(90, "0100" + original.text(11).orElseThrow() + "0101000000" + "0".repeat(22))
        .build();
  }

  @Test
  @Tag("H02")
  @Tag("HL-119")
  void aLateAnswerIsMatchedToTheReversalOfItsRequestWhicheverCameFirst() throws Exception {
    try (ServerSocket listener = listener();
        IsoLink link = link(listener.getLocalPort(), LinkConfig.Timing.USUAL);
        RawPeer host = RawPeer.accepted(listener)) {
      host.acceptSignOn();
      assertThat(link.awaitUp(LONG)).isTrue();
      Future<Answer> silence = asked(link, request(1), SHORT);
      IsoMessage first = host.receive();
      assertThat(link.uses(1)).isTrue();
      assertThat(link.uses(2)).isFalse();
      silence.get();
      Future<Answer> reversed = asked(link, reversal(2, first), LONG);
      host.send(host.receive().answer("00"));
      assertThat(reversed.get()).isInstanceOf(Answered.class);
      host.send(first.answer("00"));
      assertThat(List.of(event(), event())).containsExactly("late 000001", "000001 by 000002");

      asked(link, request(3), SHORT).get();
      host.send(host.receive().answer("00"));
      assertThat(event()).isEqualTo("late 000003");
      asked(link, reversal(4, request(3)), LONG);
      assertThat(event()).isEqualTo("000003 by 000004");
    }
  }

  @Test
  @Tag("H03")
  void ignoresASecondAnswer() throws Exception {
    try (ServerSocket listener = listener();
        IsoLink link = link(listener.getLocalPort(), LinkConfig.Timing.USUAL);
        RawPeer host = RawPeer.accepted(listener)) {
      host.acceptSignOn();
      Future<Answer> answer = asked(link, request(1), LONG);
      IsoMessage asked = host.receive();
      host.send(asked.answer("51"));
      host.send(asked.answer("00"));
      assertThat(answer.get()).isEqualTo(new Answered(asked.answer("51")));
      assertThat(event()).isEqualTo("duplicate 000001");
    }
  }

  @Test
  @Tag("H04")
  @Tag("HL-08")
  void refusesAnswersOfAnotherNumberAmountTerminalOrClassAndGoesOnWaiting() throws Exception {
    try (ServerSocket listener = listener();
        IsoLink link = link(listener.getLocalPort(), LinkConfig.Timing.USUAL);
        RawPeer host = RawPeer.accepted(listener)) {
      host.acceptSignOn();
      Future<Answer> answer = asked(link, request(1), LONG);
      IsoMessage right = host.receive().answer("00");
      host.send(right.with().put(11, 7).build());
      host.send(right.with().put(4, 1998).build());
      host.send(right.with().padded(41, "T2").build());
      host.send(right.with().without(32).build());
      host.send(right.as(Mti.REVERSAL_ANSWER));
      host.send(right);
      assertThat(answer.get()).isEqualTo(new Answered(right));
      assertThat(List.of(event(), event(), event(), event(), event()))
          .containsExactly(
              "unexpected 000007", "mismatch 4", "mismatch 41", "mismatch 32", "unexpected 000001");
    }
  }

  @Test
  @Tag("H13")
  @Tag("HL-08")
  void takesALowerAmountOnlyWithAPartialApproval() throws Exception {
    try (ServerSocket listener = listener();
        IsoLink link = link(listener.getLocalPort(), LinkConfig.Timing.USUAL);
        RawPeer host = RawPeer.accepted(listener)) {
      host.acceptSignOn();
      Future<Answer> answer = asked(link, request(1), LONG);
      IsoMessage asked = host.receive();
      host.send(asked.answer().put(39, "10").put(4, 2000).build());
      IsoMessage partial = asked.answer().put(39, "10").put(4, 500).build();
      host.send(partial);
      assertThat(answer.get()).isEqualTo(new Answered(partial));
      assertThat(event()).isEqualTo("mismatch 4");
    }
  }

  @Test
  @Tag("H16")
  @Tag("HL-08")
  void believesAnAnswerOnlyOnTheConnectionOfItsRequest() throws Exception {
    try (ServerSocket listener = listener();
        IsoLink link = link(listener.getLocalPort(), QUICK)) {
      Future<Answer> answer;
      IsoMessage asked;
      try (RawPeer host = RawPeer.accepted(listener)) {
        host.acceptSignOn();
        answer = asked(link, request(1), LONG);
        asked = host.receive();
      }
      assertThat(answer.get()).isEqualTo(new NoAnswer(Reason.LINK_DOWN, true));
      try (RawPeer again = RawPeer.accepted(listener)) {
        again.acceptSignOn();
        again.send(asked.answer("00"));
        assertThat(event()).isEqualTo("unexpected 000001");
      }
    }
  }

  @Test
  void saysThatNothingWasSentWhenTheLinkIsDown() throws Exception {
    int nobody;
    try (ServerSocket closed = listener()) {
      nobody = closed.getLocalPort();
    }
    try (IsoLink link = link(nobody, QUICK)) {
      assertThat(link.ask(request(1), LONG)).isEqualTo(new NoAnswer(Reason.LINK_DOWN, false));
    }
  }

  @Test
  void connectsAgainWhenTheHostComesBack() throws Exception {
    ServerConfig config = ServerConfig.on("host", "127.0.0.1", 0, Set.of("111"));
    IsoHandler handler = (_, request) -> request.answer("00");
    IsoServer first = IsoServer.start(config, InstantSource.system(), handler);
    ServerConfig samePort =
        ServerConfig.on("host", "127.0.0.1", first.port(), Set.of("111"));
    try (IsoLink link = link(first.port(), QUICK)) {
      assertThat(link.awaitUp(LONG)).isTrue();
      first.close();
      while (link.isUp()) Thread.onSpinWait();
      try (IsoServer second = IsoServer.start(samePort, InstantSource.system(), handler)) {
        assertThat(second.port()).isEqualTo(first.port());
        assertThat(link.awaitUp(LONG)).isTrue();
        assertThat(link.ask(request(1), LONG)).isInstanceOf(Answered.class);
      }
    }
  }

  @Test
  @Tag("HL-04")
  void provesAnIdleLinkByEchoAndLeavesAHostThatDoesNotAnswer() throws Exception {
    LinkConfig.Timing impatient =
        new LinkConfig.Timing(
            Duration.ofSeconds(2), Duration.ofMillis(500), SHORT, SHORT, Duration.ofMillis(1));
    try (ServerSocket listener = listener();
        IsoLink link = link(listener.getLocalPort(), impatient);
        RawPeer host = RawPeer.accepted(listener)) {
      host.acceptSignOn();
      IsoMessage echo = host.receive();
      assertThat(echo.text(70)).contains("301");
      host.send(echo.answer("00"));
      assertThat(host.receive().text(70)).contains("301");
      assertThat(host.isClosedByPeer()).isTrue();
      assertThat(link.isUp()).isFalse();
    }
  }

  @Test
  void aRefusedSignOnNeverBringsTheLinkUp() throws Exception {
    ServerConfig config = ServerConfig.on("host", "127.0.0.1", 0, Set.of("222"));
    InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    try (IsoServer server = IsoServer.start(config, clock, (_, request) -> request.answer("00"));
        IsoLink link = link(server.port(), QUICK)) {
      assertThat(link.awaitUp(Duration.ofMillis(300))).isFalse();
    }
  }

  @Test
  void closingEndsEveryWait() throws Exception {
    try (ServerSocket listener = listener()) {
      IsoLink link = link(listener.getLocalPort(), QUICK);
      RawPeer host = RawPeer.accepted(listener);
      host.acceptSignOn();
      Future<Answer> answer = asked(link, request(1), LONG);
      host.receive();
      link.close();
      assertThat(answer.get()).isEqualTo(new NoAnswer(Reason.LINK_DOWN, true));
      assertThat(host.isClosedByPeer()).isTrue();
    }
  }
}
