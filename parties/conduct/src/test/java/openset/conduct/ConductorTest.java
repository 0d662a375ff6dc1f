package openset.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import openset.asn1.Der;
import openset.crypto.Vault;
import openset.set.ErrorCode;
import openset.set.data.RRPID;
import openset.set.message.Error;
import openset.set.message.MessageWrapper;
import openset.set.message.PInitRes;
import openset.store.Database;
import openset.store.EmbeddedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The conductor with a real database: every step once, whatever is repeated or breaks. */
final class ConductorTest {
  private static final Peer PEER = new Peer("somebody");
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static EmbeddedServer server;

  private final Vault vault = Toy.vault();
  private Database database;

  @BeforeAll
  static void startServer() {
    server = EmbeddedServer.start(Path.of("target/pg"));
  }

  @BeforeEach
  void openDatabase() {
    String name = "toy" + DATABASES.incrementAndGet();
    database = Database.open(server.database(name, name, "secret".toCharArray()));
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  private static int count(Conductor<Toy.Count, Integer> toy) {
    return toy.state(Toy.key(Toy.LABEL)).orElseThrow().count();
  }

  private static ErrorCode refusal(byte[] answer) {
    Error error = (Error) MessageWrapper.TYPE.decode(answer).message();
    return ((Error.UnsignedError) error).tbs().errorCode();
  }

  @Test
  void answersARequestAndKeepsTheState() {
    Conductor<Toy.Count, Integer> toy = Toy.conductor(database, vault, Hosts.NONE);
    byte[] answer = toy.receive(PEER, Toy.request(Toy.rrpid(), "en"));
    assertThat(MessageWrapper.TYPE.decode(answer).message()).isInstanceOf(PInitRes.class);
    assertThat(count(toy)).isEqualTo(1);
  }

  @Test
  @Tag("P01")
  void answersTheSameBytesWithTheSameBytesAndDoesNothingTwice() {
    Conductor<Toy.Count, Integer> toy = Toy.conductor(database, vault, Hosts.NONE);
    byte[] request = Toy.request(Toy.rrpid(), "en");
    byte[] first = toy.receive(PEER, request);
    byte[] again = toy.receive(new Peer("from elsewhere"), request);
    assertThat(again).isEqualTo(first);
    assertThat(count(toy)).isEqualTo(1);
  }

  @Test
  @Tag("L04")
  void refusesAnRrpidThatComesBackWithOtherContent() {
    Conductor<Toy.Count, Integer> toy = Toy.conductor(database, vault, Hosts.NONE);
    RRPID rrpid = Toy.rrpid();
    toy.receive(PEER, Toy.request(rrpid, "en"));
    byte[] answer = toy.receive(PEER, Toy.request(rrpid, "zh"));
    assertThat(refusal(answer)).isEqualTo(ErrorCode.unknownRRPID);
    assertThat(count(toy)).isEqualTo(1);
  }

  @Test
  void aRefusedRequestChangesNothingAndDoesNotUseUpItsRrpid() {
    Conductor<Toy.Count, Integer> toy = Toy.conductor(database, vault, Hosts.NONE);
    RRPID rrpid = Toy.rrpid();
    assertThat(refusal(toy.receive(PEER, Toy.request(rrpid, "refuse"))))
        .isEqualTo(ErrorCode.unspecifiedFailure);
    assertThat(toy.state(Toy.key(Toy.LABEL))).isEmpty();
    toy.receive(PEER, Toy.request(rrpid, "en"));
    assertThat(count(toy)).isEqualTo(1);
  }

  @Test
  void whatIsRefusedIsToldOnceWhetherByAnErrorOrWithinAnAnswer() {
    List<Effect.Refusal> heard = new java.util.concurrent.CopyOnWriteArrayList<>();
    Conductor<Toy.Count, Integer> toy =
        Toy.conductor("toy", database, vault, Hosts.NONE, heard::add);
    byte[] not = Toy.request(Toy.rrpid(), "not");
    toy.receive(PEER, not);
    toy.receive(PEER, not);
    toy.receive(PEER, Toy.request(Toy.rrpid(), "refuse"));
    toy.receive(PEER, new byte[0]);
    assertThat(heard)
        .containsExactly(
            new Effect.Refusal("PInitReq", "no", "Toy-03"),
            new Effect.Refusal("PInitReq", "unspecifiedFailure", "Toy-02"),
            new Effect.Refusal("?", "decodingFailure", "W-01"));
  }

  @Test
  @Tag("W-01")
  void bytesThatAreNoWrapperGetAnErrorThatSaysOnlyThat() {
    Conductor<Toy.Count, Integer> toy = Toy.conductor(database, vault, Hosts.NONE);
    assertThat(refusal(toy.receive(PEER, new byte[] {0x30, 0x03, 1, 2, 3})))
        .isEqualTo(ErrorCode.decodingFailure);
    assertThat(refusal(toy.receive(PEER, new byte[0]))).isEqualTo(ErrorCode.decodingFailure);
  }

  @Test
  @Tag("W-09")
  void neverAnswersAnErrorWithAnError() {
    Conductor<Toy.Count, Integer> toy = Toy.conductor(database, vault, Hosts.NONE);
    byte[] error = toy.receive(PEER, new byte[0]);
    assertThat(toy.receive(PEER, error)).isEmpty();
  }

  @Test
  void carriesOnFromABanksAnswerToItsOwn() {
    Conductor<Toy.Count, Integer> toy =
        Toy.conductor(
            database, vault, (host, request) -> new Peers.Reply.Bytes(Der.of(new byte[] {9})));
    byte[] answer = toy.receive(PEER, Toy.request(Toy.rrpid(), "bank"));
    assertThat(MessageWrapper.TYPE.decode(answer).message()).isInstanceOf(PInitRes.class);
  }

  @Test
  void anOrderToAnotherConversationIsTakenOnceAndItsReportIsAnswered() {
    Conductor<Toy.Count, Integer> toy = Toy.conductor(database, vault, Hosts.NONE);
    byte[] request = Toy.request(Toy.rrpid(), "tell");
    byte[] answer = toy.receive(PEER, request);
    assertThat(MessageWrapper.TYPE.decode(answer).message()).isInstanceOf(PInitRes.class);
    assertThat(toy.receive(PEER, request)).isEqualTo(answer);
    assertThat(toy.state(Toy.key(Toy.OTHER)).orElseThrow().count()).isEqualTo(3);
    assertThat(count(toy)).isEqualTo(2);
  }

  @Test
  void anOrderThatAnotherConversationRefusesIsReportedToTheOneThatGaveIt() {
    Conductor<Toy.Count, Integer> toy = Toy.conductor(database, vault, Hosts.NONE);
    byte[] answer = toy.receive(PEER, Toy.request(Toy.rrpid(), "tell-no"));
    assertThat(MessageWrapper.TYPE.decode(answer).message()).isInstanceOf(PInitRes.class);
    assertThat(toy.state(Toy.key(Toy.OTHER))).isEmpty();
    assertThat(count(toy)).isEqualTo(101);
  }

  @Test
  void repeatsAQuestionThatHadNoAnswerUntilItHasOne() {
    AtomicInteger asked = new AtomicInteger();
    Hosts slow =
        (host, request) ->
            asked.incrementAndGet() < 3
                ? new Peers.Reply.Nothing("timeout")
                : new Peers.Reply.Bytes(Der.of(new byte[] {9}));
    try (Conductor<Toy.Count, Integer> toy = Toy.conductor(database, vault, slow)) {
      toy.start();
      byte[] answer = toy.receive(PEER, Toy.request(Toy.rrpid(), "bank"));
      assertThat(MessageWrapper.TYPE.decode(answer).message()).isInstanceOf(PInitRes.class);
      assertThat(asked.get()).isEqualTo(3);
      assertThat(count(toy)).isEqualTo(1);
    }
  }

  @Test
  @Tag("F02")
  void aNewProcessTakesUpWhatADeadOneLeftBetweenTwoSteps() {
    Hosts death =
        (host, request) -> {
          throw new IllegalStateException("the process dies here");
        };
    Conductor<Toy.Count, Integer> dead = Toy.conductor(database, vault, death);
    byte[] request = Toy.request(Toy.rrpid(), "bank");
    assertThatThrownBy(() -> dead.receive(PEER, request)).hasMessageContaining("dies here");
    AtomicInteger asked = new AtomicInteger();
    Hosts bank =
        (host, details) -> {
          asked.incrementAndGet();
          assertThat(details.bytes()).containsExactly(1, 2, 3);
          return new Peers.Reply.Bytes(Der.of(new byte[] {9}));
        };
    try (Conductor<Toy.Count, Integer> next = Toy.conductor(database, vault, bank)) {
      next.start();
      byte[] answer = next.receive(PEER, request);
      assertThat(MessageWrapper.TYPE.decode(answer).message()).isInstanceOf(PInitRes.class);
      assertThat(asked.get()).isEqualTo(1);
      assertThat(count(next)).isEqualTo(1);
    }
  }

  @Test
  @Tag("F02")
  void whatAnotherConductorOverTheSameDatabaseLeftIsLeftToIt() {
    Hosts death =
        (host, request) -> {
          throw new IllegalStateException("the process dies here");
        };
    byte[] request = Toy.request(Toy.rrpid(), "bank");
    Conductor<Toy.Count, Integer> dead = Toy.conductor(database, vault, death);
    assertThatThrownBy(() -> dead.receive(PEER, request)).hasMessageContaining("dies here");
    AtomicInteger others = new AtomicInteger();
    AtomicInteger own = new AtomicInteger();
    try (Conductor<Toy.Count, Integer> other =
            Toy.conductor("other", database, vault, counted(others));
        Conductor<Toy.Count, Integer> next = Toy.conductor(database, vault, counted(own))) {
      other.start();
      next.start();
      assertThat(next.receive(PEER, request)).isNotEmpty();
      assertThat(other.state(Toy.key(Toy.LABEL))).isEmpty();
    }
    assertThat(own).hasValue(1);
    assertThat(others).hasValue(0);
  }

  @Test
  void anotherConductorOverTheSameDatabaseDoesNotHoldUpWhatItCannotDo() {
    AtomicInteger others = new AtomicInteger();
    AtomicInteger asked = new AtomicInteger();
    Hosts slow =
        (host, request) ->
            asked.incrementAndGet() < 5
                ? new Peers.Reply.Nothing("timeout")
                : new Peers.Reply.Bytes(Der.of(new byte[] {9}));
    try (Conductor<Toy.Count, Integer> other =
            Toy.conductor("other", database, vault, counted(others));
        Conductor<Toy.Count, Integer> toy = Toy.conductor(database, vault, slow)) {
      other.start();
      toy.start();
      byte[] answer = toy.receive(PEER, Toy.request(Toy.rrpid(), "bank"));
      assertThat(MessageWrapper.TYPE.decode(answer).message()).isInstanceOf(PInitRes.class);
    }
    assertThat(asked).hasValue(5);
    assertThat(others).hasValue(0);
    // The other's looks are no tries: pauses grow by our own alone.
    assertThat(tries()).containsExactly(4);
  }

  private List<Integer> tries() {
    return database
        .transactions()
        .inTransaction(
            tx ->
                tx.handle()
                    .createQuery("select attempts from outbox where kind like 'host:%'")
                    .mapTo(Integer.class)
                    .list());
  }

  private static Hosts counted(AtomicInteger count) {
    return (host, request) -> {
      count.incrementAndGet();
      return new Peers.Reply.Bytes(Der.of(new byte[] {9}));
    };
  }

  @Test
  void manyRepeatsAtOnceAreOneStep() throws Exception {
    try (Conductor<Toy.Count, Integer> toy =
            Toy.conductor(
                database, vault, (host, request) -> new Peers.Reply.Bytes(Der.of(new byte[1])));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      byte[] request = Toy.request(Toy.rrpid(), "bank");
      Callable<byte[]> repeat = () -> toy.receive(PEER, request);
      var answers = threads.invokeAll(java.util.Collections.nCopies(12, repeat));
      byte[] first = answers.getFirst().get();
      assertThat(first).isNotEmpty();
      for (var answer : answers) assertThat(answer.get()).isEqualTo(first);
      assertThat(count(toy)).isEqualTo(1);
    }
  }

  @Test
  void ordersFromInsideMoveAConversationToo() throws Exception {
    Conductor<Toy.Count, Integer> toy = Toy.conductor(database, vault, Hosts.NONE);
    toy.receive(PEER, Toy.request(Toy.rrpid(), "en"));
    Toy.Count after =
        toy.tell(Toy.key(Toy.LABEL), new Input.Told("add", Der.of(new byte[] {1, 1})));
    assertThat(after.count()).isEqualTo(3);
  }

  @Test
  void aStateAtRestOpensUnderNoOtherKey() {
    Toy.conductor(database, vault, Hosts.NONE).receive(PEER, Toy.request(Toy.rrpid(), "en"));
    Conductor<Toy.Count, Integer> stranger =
        Toy.conductor(database, Toy.vault(), Hosts.NONE);
    assertThatThrownBy(() -> stranger.state(Toy.key(Toy.LABEL)))
        .hasMessageContaining("another key");
  }

  @Test
  void twoPurchasesAtOnceDoNotWaitForEachOtherForEver() throws Exception {
    try (Conductor<Toy.Count, Integer> toy = Toy.conductor(database, vault, Hosts.NONE);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<byte[]>> different =
          java.util.stream.IntStream.range(0, 8)
              .<Callable<byte[]>>mapToObj(
                  i -> () -> toy.receive(PEER, Toy.request(Toy.rrpid(), "en")))
              .toList();
      for (var answer : threads.invokeAll(different)) assertThat(answer.get()).isNotEmpty();
      assertThat(count(toy)).isEqualTo(8);
    }
  }
}
