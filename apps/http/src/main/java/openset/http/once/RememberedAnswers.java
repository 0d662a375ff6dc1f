package openset.http.once;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers kept in memory, for a bounded time and in a bounded number; the oldest finished one goes
 * first. They are lost when the process ends, so that a participant whose writes must survive that
 * keeps them in its database instead.
 */
public final class RememberedAnswers implements AnswerStore {
  private final Map<RequestKey, Entry> entries = new LinkedHashMap<>();
  private final int countMax;
  private final Duration kept;

  /**
   * Nothing remembered yet.
   *
   * @param countMax how many answers are kept at most
   * @param kept how long each is kept
   */
  public RememberedAnswers(int countMax, Duration kept) {
    this.countMax = countMax;
    this.kept = kept;
  }

  @Override
  public synchronized Claim claim(RequestKey key, RequestDigest digest, Instant now) {
    forget(now);
    Entry entry = entries.get(key);
    if (entry == null) {
      entries.put(key, new Entry(digest, now, Optional.empty()));
      return new Claim.First();
    }
    if (!entry.digest.equals(digest)) {
      return new Claim.OtherRequest();
    }
    return entry.answer.<Claim>map(Claim.Done::new).orElseGet(Claim.InProgress::new);
  }

  @Override
  public synchronized void complete(RequestKey key, KeptAnswer answer) {
    Entry entry = entries.get(key);
    if (entry == null) {
      throw new IllegalStateException("completes a request that nobody claimed");
    }
    entries.put(key, new Entry(entry.digest, entry.since, Optional.of(answer)));
  }

  @Override
  public synchronized void abandon(RequestKey key) {
    entries.remove(key);
  }

  private void forget(Instant now) {
    var oldest = entries.entrySet().iterator();
    while (oldest.hasNext()) {
      Entry entry = oldest.next().getValue();
      boolean old = entry.since.plus(kept).isBefore(now);
      if (!old && entries.size() < countMax) {
        return;
      }
      // What is being done now must not be forgotten, or it could be done twice.
      if (entry.answer.isPresent()) {
        oldest.remove();
      }
    }
  }

  private record Entry(RequestDigest digest, Instant since, Optional<KeptAnswer> answer) {}
}
