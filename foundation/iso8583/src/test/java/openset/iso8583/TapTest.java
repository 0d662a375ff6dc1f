package openset.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TapTest {
  private static final IsoMessage REQUEST =
      IsoMessage.of(Mti.AUTHORIZATION)
          .put(2, "9990010000000002")
          .put(4, 995)
          .put(7, "0101000000")
          .put(11, 1)
          .build();

  private final List<Tap.Passed> atLink = new CopyOnWriteArrayList<>();
  private final List<Tap.Passed> atServer = new CopyOnWriteArrayList<>();

  private static IsoServer server(Tap tap) throws Exception {
    ServerConfig config = ServerConfig.on("host", "127.0.0.1", 0, Set.of("111")).with(tap);
    return IsoServer.start(
        config, InstantSource.system(), (peer, asked) -> asked.answer("00"));
  }

  private static IsoLink link(IsoServer server, Tap tap) {
    LinkConfig config = LinkConfig.to("link", "127.0.0.1", server.port(), "111").with(tap);
    return IsoLink.open(config, InstantSource.system(), LinkEvents.NONE);
  }

  @Test
  void bothEndsSeeEachMessageOnceWithItsWayTypeAndSize() throws Exception {
    try (IsoServer server = server(atServer::add);
        IsoLink link = link(server, atLink::add)) {
      assertThat(link.awaitUp(Duration.ofSeconds(5))).isTrue();
      Answer answer = link.ask(REQUEST, Duration.ofSeconds(5));

      assertThat(answer).isInstanceOf(Answer.Answered.class);
      int asked = REQUEST.encode().length;
      int answered = ((Answer.Answered) answer).message().encode().length;
      assertThat(atLink.subList(2, atLink.size()))
          .containsExactly(
              new Tap.Passed("link", Tap.Way.OUT, Mti.AUTHORIZATION, asked),
              new Tap.Passed("link", Tap.Way.IN, Mti.AUTHORIZATION_ANSWER, answered));
      assertThat(atServer.subList(2, atServer.size()))
          .containsExactly(
              new Tap.Passed("host", Tap.Way.IN, Mti.AUTHORIZATION, asked),
              new Tap.Passed("host", Tap.Way.OUT, Mti.AUTHORIZATION_ANSWER, answered));
    }
  }

  @Test
  void theSignOnIsSeenBeforeAnythingElse() throws Exception {
    try (IsoServer server = server(atServer::add);
        IsoLink link = link(server, atLink::add)) {
      assertThat(link.awaitUp(Duration.ofSeconds(5))).isTrue();
      assertThat(atLink)
          .extracting(Tap.Passed::way, Tap.Passed::mti)
          .containsExactly(
              tuple(Tap.Way.OUT, Mti.NETWORK),
              tuple(Tap.Way.IN, Mti.NETWORK_ANSWER));
    }
  }

  @Test
  void aTapThatThrowsChangesNothing() throws Exception {
    Tap broken =
        _ -> {
          throw new IllegalStateException("a bug of the tap");
        };
    try (IsoServer server = server(broken);
        IsoLink link = link(server, broken)) {
      assertThat(link.awaitUp(Duration.ofSeconds(5))).isTrue();
      assertThat(link.ask(REQUEST, Duration.ofSeconds(5)))
          .isInstanceOf(Answer.Answered.class);
    }
  }

  @Test
  void whatIsSeenShowsNothingOfTheContent() throws Exception {
    try (IsoServer server = server(atServer::add);
        IsoLink link = link(server, atLink::add)) {
      link.ask(REQUEST, Duration.ofSeconds(5));
      assertThat(atServer.toString()).doesNotContain("9990010000000002").doesNotContain("995");
    }
  }
}
