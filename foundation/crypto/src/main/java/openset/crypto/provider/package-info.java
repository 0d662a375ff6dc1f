/**
 * The binding of algorithms to providers, and the forms and checks of curve keys and signatures.
 *
 * <p>No other package of the project may use this one but {@code openset.crypto} (and the command
 * line for the report). Knows no policy, no files, no names of parties. Start reading at {@link
 * openset.crypto.provider.Providers}, then {@link openset.crypto.provider.Curve}.
 */
package openset.crypto.provider;
