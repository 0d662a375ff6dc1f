package openset.cli.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.iso8583.LinkTerms;
import openset.iso8583.secure.LinkKeys;
import openset.iso8583.secure.LinkTls;
import openset.iso8583.secure.TlsIdentity;
import openset.iso8583.table.LengthHeader;
import openset.iso8583.table.Variant;

/** Makes of what a configuration says about a host link what the link goes by. */
public final class AgreedTerms {
  private final Path folder;
  private final Randomness randomness;

  private AgreedTerms(Path folder, Randomness randomness) {
    this.folder = folder;
    this.randomness = randomness;
  }

  /**
   * The terms of that listener.
   *
   * @param folder of the configuration, where its files and secrets are
   * @throws BadConfig where a word is unknown or a key or certificate cannot be used
   */
  public static LinkTerms of(Host host, Path folder, Randomness randomness) throws BadConfig {
    if (host.link().isEmpty()) return LinkTerms.USUAL;
    return new AgreedTerms(folder, randomness).terms(host.link().get());
  }

  private LinkTerms terms(LinkSite link) throws BadConfig {
    LinkTerms terms = LinkTerms.of(variant(link), header(link));
    if (link.keys().isPresent()) terms = terms.with(keys(link.keys().get()));
    if (link.tls().isPresent()) terms = terms.with(tls(link.tls().get()));
    return terms;
  }

  private static Variant variant(LinkSite link) throws BadConfig {
    String name = link.variant().orElse(Variant.ASCII.name());
    Optional<Variant> variant = Variant.named(name);
    if (variant.isPresent()) return variant.get();
    throw new BadConfig(
        "There is no variant " + name + " of ISO 8583; there are "
            + String.join(", ", Variant.names()) + ".");
  }

  private static LengthHeader header(LinkSite link) throws BadConfig {
    String name = link.header().orElse("two-octets");
    try {
      return LengthHeader.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new BadConfig(
          "There is no header " + name + "; there are two-octets, four-octets and four-digits.");
    }
  }

  private LinkKeys keys(Map<String, SecretSource> sources) throws BadConfig {
    Map<String, SecretBytes> masters = new LinkedHashMap<>();
    for (Map.Entry<String, SecretSource> each : sources.entrySet()) {
      masters.put(each.getKey(), master(each.getKey(), each.getValue()));
    }
    return LinkKeys.of(masters, randomness);
  }

  private SecretBytes master(String institution, SecretSource source) throws BadConfig {
    String text = source.read(folder);
    if (text.length() == 2 * LinkKeys.OCTETS && text.chars().allMatch(AgreedTerms::isHex)) {
      return SecretBytes.of(HexFormat.of().parseHex(text));
    }
    throw new BadConfig(
        "The link master key of " + institution + " is not 64 hexadecimal digits.");
  }

  private static boolean isHex(int character) {
    return HexFormat.isHexDigit(character);
  }

  private LinkTls tls(LinkSite.Tls tls) throws BadConfig {
    try {
      return LinkTls.of(
          identity(tls),
          TlsIdentity.certificates(text(tls.authorities())),
          tls.names().orElse(Map.of()));
    } catch (GeneralSecurityException e) {
      throw new BadConfig("TLS of the host link: " + e.getMessage() + ".");
    }
  }

  private TlsIdentity identity(LinkSite.Tls tls) throws BadConfig, GeneralSecurityException {
    if (tls.key().isPresent()) {
      return TlsIdentity.pem(text(tls.key().get()), text(tls.identity()));
    }
    if (tls.password().isEmpty()) {
      throw new BadConfig("TLS of a host link wants \"key\" (PEM) or \"password\" (PKCS#12).");
    }
    char[] password = tls.password().get().read(folder).toCharArray();
    return TlsIdentity.pkcs12(octets(tls.identity()), password);
  }

  private String text(String file) throws BadConfig {
    return new String(octets(file), StandardCharsets.US_ASCII);
  }

  private byte[] octets(String file) throws BadConfig {
    Path path = folder.resolve(file);
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new BadConfig("Cannot read " + path + ": " + e.getMessage());
    }
  }
}
