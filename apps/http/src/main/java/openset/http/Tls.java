package openset.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.common.configurable.Resource;
import io.helidon.common.pki.Keys;
import io.helidon.common.tls.TlsConfig;
import java.nio.file.Path;
import java.util.List;
import openset.crypto.SecretBytes;

/**
 * TLS 1.3 (RFC 8446), no older version, with a key and its chain from a PKCS#12 file.
 *
 * @param keyFile the PKCS#12 file; the key and its chain have the alias {@value #ALIAS}
 * @param passphrase its passphrase in UTF-8
 */
public record Tls(Path keyFile, SecretBytes passphrase) {
  /** The name of the key in its file. */
  public static final String ALIAS = "tls";

  private static final List<String> VERSIONS = List.of("TLSv1.3");

  io.helidon.common.tls.Tls server() {
    Keys keys =
        Keys.builder()
            .keystore(
                store ->
                    store
                        .keystore(Resource.create(keyFile))
                        .passphrase(text(passphrase))
                        .keyAlias(ALIAS)
                        .certChainAlias(ALIAS))
            .build();
    return TlsConfig.builder()
        .privateKey(keys)
        .privateKeyCertChain(keys)
        .enabledProtocols(VERSIONS)
        .build();
  }

  /** TLS of a client that trusts what a PKCS#12 file holds. */
  public static io.helidon.common.tls.Tls trusting(Path trustFile, SecretBytes passphrase) {
    Keys keys =
        Keys.builder()
            .keystore(
                store ->
                    store
                        .keystore(Resource.create(trustFile))
                        .passphrase(text(passphrase))
                        .trustStore(true))
            .build();
    return TlsConfig.builder().trust(keys).enabledProtocols(VERSIONS).build();
  }

  private static String text(SecretBytes passphrase) {
    return passphrase.use(octets -> new String(octets, UTF_8));
  }

  @Override
  public String toString() {
    return "Tls[" + keyFile.getFileName() + "]";
  }
}
