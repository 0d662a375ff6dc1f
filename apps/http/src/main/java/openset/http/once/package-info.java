/**
 * Doing a request once: keeps the first answer to each Idempotency-Key and gives it again.
 *
 * <p>Never interprets what it keeps. Start at {@link openset.http.once.AnswerStore}.
 */
package openset.http.once;
