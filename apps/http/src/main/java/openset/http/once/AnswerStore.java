package openset.http.once;

import java.time.Instant;

/**
 * Keeps which keyed requests were begun and how they were answered. A participant may keep this in
 * its database; {@link RememberedAnswers} keeps it in memory.
 *
 * <p>Every operation is atomic: of any number of concurrent claims of one key exactly one is
 * {@link Claim.First}.
 */
public interface AnswerStore {
  /**
   * Claims the right to do a request.
   *
   * @param key whose request, where and under which key
   * @param digest digest of the request's body, to tell a repetition from another request
   * @param now the present
   */
  Claim claim(RequestKey key, RequestDigest digest, Instant now);

  /** Keeps the answer of a request that was claimed first. */
  void complete(RequestKey key, KeptAnswer answer);

  /** Gives a first claim back, when the request had no effect and may be tried again. */
  void abandon(RequestKey key);
}
