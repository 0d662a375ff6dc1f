package openset.http;

import java.util.Optional;
import openset.http.keys.ApiKeys;
import openset.http.once.AnswerStore;

/**
 * A typed route: a record in, a record out, as JSON.
 *
 * <p>Unknown fields, missing fields, wrong types, duplicate names and deep nesting are refused with
 * status 400 and the place of the fault. A field of type {@link Optional} may be absent.
 *
 * @param method by which method
 * @param path where
 * @param input the record of the body; {@code Call.None} for none
 * @param handler who answers
 * @param status the status of success
 * @param keys who may call; none means everybody
 * @param once where answers are kept so that a repeated Idempotency-Key is done once; none means
 *     that the route takes no such key
 * @param <I> type of the request's body
 * @param <O> type of the answer's body; {@code Call.None} for none
 */
public record JsonRoute<I, O>(
    Method method,
    PathTemplate path,
    Class<I> input,
    Handler<I, O> handler,
    int status,
    Optional<ApiKeys> keys,
    Optional<AnswerStore> once)
    implements Mount {

  /** Answers a call. */
  @FunctionalInterface
  public interface Handler<I, O> {
    /**
     * Does what is asked.
     *
     * @throws HttpRefused when it is not granted; nothing has changed then
     */
    O answer(Call<I> call) throws HttpRefused;
  }

  /** A route that only reads. */
  public static <O> JsonRoute<Call.None, O> get(String path, Handler<Call.None, O> handler) {
    return of(Method.GET, path, Call.None.class, handler);
  }

  /** A route that writes by POST. */
  public static <I, O> JsonRoute<I, O> post(String path, Class<I> input, Handler<I, O> handler) {
    return of(Method.POST, path, input, handler);
  }

  /** A route by any method, open to everybody, answering with status 200. */
  public static <I, O> JsonRoute<I, O> of(
      Method method, String path, Class<I> input, Handler<I, O> handler) {
    return new JsonRoute<>(
        method,
        PathTemplate.of(path),
        input,
        handler,
        200,
        Optional.empty(),
        Optional.empty());
  }

  /** The same with another status of success. */
  public JsonRoute<I, O> answering(int success) {
    return new JsonRoute<>(method, path, input, handler, success, keys, once);
  }

  /** The same for holders of these keys only. */
  public JsonRoute<I, O> only(ApiKeys holders) {
    return new JsonRoute<>(method, path, input, handler, status, Optional.of(holders), once);
  }

  /**
   * The same, done once for each Idempotency-Key of a client: the key becomes required, its answer
   * is kept, and the same key with another body is refused with status 422.
   */
  public JsonRoute<I, O> once(AnswerStore store) {
    return new JsonRoute<>(method, path, input, handler, status, keys, Optional.of(store));
  }
}
