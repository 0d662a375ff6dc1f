/**
 * The sending side: posts SET messages and JSON to other participants, within limits.
 *
 * <p>Knows addresses, times and sizes; never decides what an answer means, and never tries again by
 * itself. Start at {@link openset.http.client.SetClient}.
 */
package openset.http.client;
