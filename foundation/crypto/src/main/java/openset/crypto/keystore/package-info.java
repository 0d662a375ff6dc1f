/**
 * How a key file is written: PKCS#12 octets, and a file that only its owner may read.
 *
 * <p>No other package of the project may use this one but {@code openset.crypto}. Never decides
 * what a key is for. Start reading at {@link openset.crypto.keystore.Pkcs12}.
 */
package openset.crypto.keystore;
