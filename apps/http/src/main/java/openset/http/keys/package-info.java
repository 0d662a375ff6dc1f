/**
 * API keys: who a program on the other side is, proved on every request.
 *
 * <p>Knows secrets only as {@link openset.crypto.SecretBytes}; never what a name may do. Start at
 * {@link openset.http.keys.ApiKeys}.
 */
package openset.http.keys;
