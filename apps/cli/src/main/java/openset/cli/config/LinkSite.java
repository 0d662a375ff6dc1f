package openset.cli.config;

import java.util.Map;
import java.util.Optional;

/**
 * What was agreed about a host link beyond where it is. Whatever is absent is as spec/host-link.md
 * says for links without agreement: ASCII, a header of two octets, no codes, plain TCP.
 *
 * @param variant a line of variants.txt: ascii, ascii-hex, binary …
 * @param header two-octets, four-octets or four-digits
 * @param keys link master keys, 64 hexadecimal digits each, by the institution code that signs on
 *     under them: one's own where one asks, everybody's who may ask where one listens
 * @param tls certificates on both sides
 */
public record LinkSite(
    Optional<String> variant,
    Optional<String> header,
    Optional<Map<String, SecretSource>> keys,
    Optional<Tls> tls) {

  /**
   * Certificates for a link. Files are relative to the configuration's folder.
   *
   * @param identity own key and chain in PKCS#12, or the chain alone in PEM
   * @param key own key in PEM (PKCS#8), where the identity is PEM
   * @param password of the PKCS#12 file
   * @param authorities certificates in PEM of who may certify the other side
   * @param names for a listener: the dNSName that must stand in the certificate of who signs on,
   *     by institution code; absent: any certificate speaks for every institution
   */
  public record Tls(
      String identity,
      Optional<String> key,
      Optional<SecretSource> password,
      String authorities,
      Optional<Map<String, String>> names) {}
}
