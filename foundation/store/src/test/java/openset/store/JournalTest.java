package openset.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import openset.store.Journal.Cursor;
import openset.store.Journal.Entry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123456Z");
  private static final Database DATABASE = Database.open(Fixture.fresh());
  private static final Transactions STORE = DATABASE.transactions();

  private static int count;
  private ConversationKey purchase;

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void newPurchase() {
    purchase = ConversationKey.of(("purchase " + count++).getBytes(UTF_8));
  }

  @Test
  void keepsTheExactBytesAndTheirDigest() throws Exception {
    byte[] bytes = {0, 1, 2, (byte) 0xff, 0};
    byte[] rrpid = rrpid("exact");
    STORE.inTransaction(tx -> tx.journal().append(request(rrpid, bytes)));
    Entry entry = STORE.inTransaction(tx -> tx.journal().byConversation(purchase)).getFirst();
    assertThat(entry.message().bytes()).isEqualTo(bytes);
    assertThat(entry.digest()).isEqualTo(MessageDigest.getInstance("SHA-256").digest(bytes));
    assertThat(entry.message().at()).isEqualTo(NOW);
    assertThat(entry.message().name()).isEqualTo("PReq");
    assertThat(entry.message().exchange().peer()).isEqualTo("cardholder");
    assertThat(entry.message().exchange().rrpid()).hasValue(rrpid);
    assertThat(entry.message().exchange().direction()).isEqualTo(Exchange.Direction.IN);
  }

  @Test
  void keepsOfWhatMayNotBeStoredTheDigestAndKnowsItWhenItComesAgain() throws Exception {
    byte[] bytes = {4, 1, 1, 1};
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    byte[] rrpid = rrpid("unstored");
    JournalMessage without = request(rrpid, new byte[0]);
    STORE.inTransaction(tx -> tx.journal().appendDigest(without, digest));
    Entry entry = STORE.inTransaction(tx -> tx.journal().byConversation(purchase)).getFirst();
    assertThat(entry.message().bytes()).isEmpty();
    assertThat(entry.digest()).isEqualTo(digest);
    assertThat(answerTo("cardholder", rrpid))
        .hasValueSatisfying(known -> assertThat(known.requestDigest()).isEqualTo(digest));
    assertThatThrownBy(
            () ->
                STORE.inTransaction(
                    tx -> tx.journal().appendDigest(request(rrpid("whole"), bytes), digest)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void takesNoDigestThatIsNotThatOfTheBytes() {
    String lie =
        """
        insert into journal (conversation, position, direction, peer, name, bytes, digest, at)
        values ('x', 1, 'in', 'p', 'PReq', 'abc', sha256('abd'), now())
        """;
    assertThatThrownBy(() -> STORE.inTransaction(tx -> tx.handle().execute(lie)))
        .hasMessageContaining("journal_digest");
  }

  @Test
  void answersARepeatedRequestWithTheStoredBytes() {
    byte[] rrpid = rrpid("repeat");
    byte[] answer = "answer".getBytes(UTF_8);
    assertThat(answerTo("cardholder", rrpid)).isEmpty();

    STORE.inTransaction(tx -> tx.journal().append(request(rrpid, new byte[] {1})));
    assertThat(answerTo("cardholder", rrpid))
        .hasValueSatisfying(known -> assertThat(known.answer()).isEmpty());

    Exchange out = Exchange.out("cardholder", rrpid);
    STORE.inTransaction(
        tx -> tx.journal().append(new JournalMessage(purchase, out, "PRes", answer, NOW)));
    assertThat(answerTo("cardholder", rrpid))
        .hasValueSatisfying(known -> assertThat(known.answer()).hasValue(answer));
    assertThat(answerTo("other", rrpid)).isEmpty();
  }

  @Test
  void refusesASecondRequestUnderTheSamePeerAndRrpid() {
    byte[] rrpid = rrpid("twice");
    STORE.inTransaction(tx -> tx.journal().append(request(rrpid, new byte[] {1})));
    assertThatThrownBy(
            () -> STORE.inTransaction(tx -> tx.journal().append(request(rrpid, new byte[] {2}))))
        .isInstanceOf(Conflict.class);
    assertThat(entries()).hasSize(1);
  }

  @Test
  void takesTheSameRrpidFromAnotherPeerAndMessagesWithoutAny() {
    byte[] rrpid = rrpid("peers");
    STORE.perform(
        tx -> {
          tx.journal().append(request(rrpid, new byte[] {1}));
          for (Exchange exchange :
              List.of(
                  Exchange.in("other", rrpid), Exchange.in("acquirer"), Exchange.in("acquirer"))) {
            tx.journal().append(new JournalMessage(purchase, exchange, "x", new byte[1], NOW));
          }
        });
    assertThat(entries())
        .extracting(entry -> entry.cursor().position())
        .containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void refusesToChangeOrRemoveAnEntry() {
    STORE.inTransaction(tx -> tx.journal().append(request(rrpid("fixed"), new byte[] {1})));
    for (String crime :
        List.of(
            "update journal set peer = 'x'",
            "update journal set bytes = '' where false",
            "delete from journal",
            "truncate journal")) {
      assertThatThrownBy(() -> STORE.inTransaction(tx -> tx.handle().execute(crime)))
          .hasMessageContaining("append-only");
    }
  }

  @Test
  void readerSkipsNothingWhenAnEarlierTransactionCommitsLater() throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Cursor start = drain(Cursor.START, new ArrayList<>());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var slow =
          threads.submit(
              () -> {
                STORE.perform(
                    tx -> {
                      tx.journal().append(request(rrpid("slow"), new byte[] {1}));
                      written.countDown();
                      goOn.await();
                    });
                return true;
              });
      written.await();
      ConversationKey fast = ConversationKey.of("fast".getBytes(UTF_8));
      Exchange in = Exchange.in("cardholder", rrpid("fast"));
      STORE.inTransaction(
          tx -> tx.journal().append(new JournalMessage(fast, in, "PReq", new byte[] {2}, NOW)));

      List<Entry> seen = new ArrayList<>();
      Cursor between = drain(start, seen);
      assertThat(seen).isEmpty();
      goOn.countDown();
      slow.get();
      drain(between, seen);
      assertThat(seen)
          .extracting(entry -> entry.message().bytes()[0])
          .containsExactly((byte) 1, (byte) 2);
    }
  }

  private static Optional<Journal.Answered> answerTo(String peer, byte[] rrpid) {
    return STORE.inTransaction(tx -> tx.journal().answerTo(peer, rrpid));
  }

  private List<Entry> entries() {
    return STORE.inTransaction(tx -> tx.journal().byConversation(purchase));
  }

  private static Cursor drain(Cursor from, List<Entry> into) {
    Cursor cursor = from;
    while (true) {
      Cursor after = cursor;
      List<Entry> page = STORE.inTransaction(tx -> tx.journal().since(after, 3));
      if (page.isEmpty()) {
        return cursor;
      }
      into.addAll(page);
      cursor = page.getLast().cursor();
    }
  }

  private JournalMessage request(byte[] rrpid, byte[] bytes) {
    return new JournalMessage(purchase, Exchange.in("cardholder", rrpid), "PReq", bytes, NOW);
  }

  private static byte[] rrpid(String text) {
    return text.getBytes(UTF_8);
  }
}
