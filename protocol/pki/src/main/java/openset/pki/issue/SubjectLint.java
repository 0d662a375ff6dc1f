package openset.pki.issue;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import openset.pki.Certificate;
import openset.pki.CertificateType;
import openset.pki.MerchantData;
import openset.pki.x509.DistinguishedName;

/** The rules for what a certificate of ours says of its subject. */
final class SubjectLint {
  private static final Pattern UNCLEAN = Pattern.compile("[<>]|^ | $|  ");
  private static final Pattern ACCOUNT = Pattern.compile("[0-9](?:[ -]?[0-9]){12,18}");
  private static final Pattern BLINDED = Pattern.compile("[A-Za-z0-9+/]{43}=");
  private static final Pattern GATEWAY = Pattern.compile("[0-9]{6}:[0-9]{1,6}");
  private static final Pattern BIN = Pattern.compile("[0-9]{6}");
  private static final Pattern CATEGORY = Pattern.compile("[0-9]{4}");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private SubjectLint() {}

  static void look(Certificate draft, Lint.Findings findings) {
    DistinguishedName subject = draft.subject();
    boolean card = draft.types().contains(CertificateType.CARD);
    findings.require(texts(subject).stream().allMatch(SubjectLint::clean), "CERT-08 text");
    findings.require(subject.units().size() == 1, "CERT-08 organizational unit");
    findings.require(card || subject.name().isEmpty(), "CERT-33 name of no cardholder");
    if (card) card(subject, findings);
    draft.merchantData().ifPresent(data -> merchant(subject, data, findings));
    draft.uri().ifPresent(uri -> findings.require(origin(uri), "CERT-34 web origin"));
    if (draft.types().contains(CertificateType.PGWY)) {
      boolean named = subject.commonName().filter(cn -> GATEWAY.matcher(cn).matches()).isPresent();
      findings.require(named, "CERT-35 gateway's name");
    }
    if (draft.types().stream().noneMatch(CertificateType::endEntity)) {
      findings.require(subject.commonName().isEmpty(), "CERT-36 authority's common name");
    }
  }

  private static void card(DistinguishedName subject, Lint.Findings findings) {
    boolean blinded = subject.commonName().filter(cn -> BLINDED.matcher(cn).matches()).isPresent();
    findings.require(blinded, "CERT-33 common name not blinded");
    boolean account = texts(subject).stream().anyMatch(text -> ACCOUNT.matcher(text).find());
    findings.require(!account, "CERT-33 an account number");
  }

  private static void merchant(
      DistinguishedName subject, MerchantData data, Lint.Findings findings) {
    String name = data.names().getFirst().name() + ":" + data.id();
    findings.require(subject.commonName().filter(name::equals).isPresent(), "CERT-34 name");
    findings.require(BIN.matcher(data.acquirerBin()).matches(), "CERT-34 BIN");
    findings.require(
        data.category().map(code -> CATEGORY.matcher(code).matches()).orElse(true),
        "CERT-34 category");
    findings.require(
        data.names().stream().allMatch(names -> clean(names.name())), "CERT-34 text");
  }

  /** All texts but the common name, whose form is checked by itself. */
  private static List<String> texts(DistinguishedName name) {
    List<String> texts = new ArrayList<>(name.units());
    texts.add(name.organization());
    name.name().ifPresent(texts::add);
    return texts;
  }

  private static boolean clean(String text) {
    return !UNCLEAN.matcher(text).find() && Normalizer.isNormalized(text, Normalizer.Form.NFC);
  }

  private static boolean origin(String text) {
    try {
      URI uri = new URI(text);
      String host = Optional.ofNullable(uri.getHost()).orElse("");
      boolean here = LOOPBACK.contains(host) || host.endsWith(".localhost");
      boolean plain = "http".equals(uri.getScheme()) && here;
      return ("https".equals(uri.getScheme()) || plain)
          && !host.isEmpty()
          && uri.getRawUserInfo() == null
          && "".equals(uri.getRawPath())
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
