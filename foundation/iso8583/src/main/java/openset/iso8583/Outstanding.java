package openset.iso8583;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The requests under way on one connection and what became of the latest ones. Bound to the
 * connection: an answer on another one finds nothing here (H16).
 */
final class Outstanding {
  private static final int REMEMBERED = 4096;
  private static final int[] ECHOED = {3, 4, 7, 11, 32, 37, 41, 42, 49};
  private static final int AMOUNT = 4;

  /** What tells requests of one connection apart; the other elements must then agree. */
  private record Key(int kind, String stan, String time) {
    static Key of(IsoMessage message) {
      return new Key(
          message.mti().kind(), message.text(11).orElse(""), message.text(7).orElse(""));
    }
  }

  private enum End { ANSWERED, GIVEN_UP }

  private record Ended(IsoMessage request, End end) {}

  /** A request under way, and the promise of its answer. */
  static final class Pending {
    final IsoMessage request;
    final CompletableFuture<Answer> answer = new CompletableFuture<>();

    Pending(IsoMessage request) {
      this.request = request;
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, Pending> pending = new HashMap<>();
  private final Map<Key, Ended> ended =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Ended> eldest) {
          return size() > REMEMBERED;
        }
      };
  private boolean closed;

  /** Notes a request before it is sent. Two under one key at one time are a bug of the asker. */
  Pending add(IsoMessage request) {
    Pending mine = new Pending(request);
    lock.lock();
    try {
      if (closed) {
        mine.answer.complete(new Answer.NoAnswer(Answer.Reason.LINK_DOWN, false));
      } else if (pending.putIfAbsent(Key.of(request), mine) != null) {
        throw new IllegalStateException("STAN in use: " + request.text(11).orElse("none"));
      }
      return mine;
    } finally {
      lock.unlock();
    }
  }

  /** Stops waiting for a request; its answer, should it still come, is late. */
  void giveUp(Pending mine, Answer.NoAnswer outcome) {
    lock.lock();
    try {
      Key key = Key.of(mine.request);
      if (pending.remove(key, mine)) {
        ended.put(key, new Ended(mine.request, End.GIVEN_UP));
        mine.answer.complete(outcome);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Gives an answer to whoever waits for it, or tells what is wrong with it. */
  void take(IsoMessage answer, LinkEvents events) {
    sort(answer).accept(events);
  }

  private Consumer<LinkEvents> sort(IsoMessage answer) {
    Key key = Key.of(answer);
    lock.lock();
    try {
      Pending asked = pending.get(key);
      if (asked == null || !asked.request.mti().answer().equals(answer.mti())) {
        return leftOver(ended.get(key), answer);
      }
      OptionalInt wrong = contradiction(asked.request, answer);
      if (wrong.isPresent()) {
        return events -> events.mismatch(asked.request, answer, wrong.getAsInt());
      }
      pending.remove(key);
      ended.put(key, new Ended(asked.request, End.ANSWERED));
      asked.answer.complete(new Answer.Answered(answer));
      return _ -> {};
    } finally {
      lock.unlock();
    }
  }

  private static Consumer<LinkEvents> leftOver(Ended before, IsoMessage answer) {
    if (before == null || !before.request.mti().answer().equals(answer.mti())) {
      return events -> events.unexpected(answer);
    }
    return switch (before.end) {
      case ANSWERED -> events -> events.duplicate(answer);
      case GIVEN_UP -> events -> events.late(before.request, answer);
    };
  }

  /** The first echoed element in which the answer contradicts the request. */
  private static OptionalInt contradiction(IsoMessage request, IsoMessage answer) {
    boolean partial = answer.text(39).orElse("").equals("10");
    for (int field : ECHOED) {
      if (!request.has(field) || request.sameAs(answer, field)) continue;
      if (field == AMOUNT && partial && lower(request, answer)) continue;
      return OptionalInt.of(field);
    }
    return OptionalInt.empty();
  }

  private static boolean lower(IsoMessage request, IsoMessage answer) {
    return answer.number(AMOUNT).orElse(Long.MAX_VALUE) < request.number(AMOUNT).orElse(0);
  }

  /** The connection is gone: every request under way ends without answer, perhaps received. */
  void close() {
    lock.lock();
    try {
      closed = true;
      for (Pending each : pending.values()) {
        each.answer.complete(new Answer.NoAnswer(Answer.Reason.LINK_DOWN, true));
      }
      pending.clear();
    } finally {
      lock.unlock();
    }
  }
}
