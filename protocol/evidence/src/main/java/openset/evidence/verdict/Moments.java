package openset.evidence.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openset.asn1.Asn1Exception;
import openset.asn1.Der;
import openset.evidence.EvidenceBundle;
import openset.evidence.Word;
import openset.pki.BrandCrlIdentifier;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.pki.Trust;
import openset.pki.TrustedCertificate;
import openset.pki.Untrusted;
import openset.pki.cms.SignedData;
import openset.set.Refused;
import openset.set.data.order.PublishedOffer;
import openset.set.message.PInitResData;
import openset.set.operator.Content;
import openset.set.operator.Expected;
import openset.set.operator.S;
import openset.set.operator.SO;
import openset.set.operator.Signed;
import openset.set.operator.Verified;

/**
 * Whom to trust at which time: the root, the authorities of the bundle, and of its lists those that
 * were in force at that time (EVID-10 to EVID-12).
 */
final class Moments {
  /** How far ahead of ours a clock may be, as path validation allows (CERT-07). */
  static final Duration SKEW = Duration.ofMinutes(5);

  /** More are somebody's attempt to cost time. */
  private static final int AUTHORITIES_MAX = 500;

  private final Certificate root;
  private final Trust base;
  private final List<Certificate> certificates;
  private final List<CertificateList> crls;
  private final List<BrandCrlIdentifier> brandCrls;
  private final Map<Instant, Trust> made = new HashMap<>();

  /** Those of {@code bundle}, by {@code root} alone. */
  Moments(EvidenceBundle bundle, Certificate root, Instant now) {
    Set<Certificate> all = new LinkedHashSet<>(bundle.lists().certificates());
    Set<CertificateList> lists = new LinkedHashSet<>(bundle.lists().crls());
    Set<BrandCrlIdentifier> brands = new LinkedHashSet<>(bundle.lists().brandCrls());
    enclosed(bundle, all, lists, brands);
    this.root = root;
    this.certificates = List.copyOf(all);
    String brand = bundle.agreement().oiData().value().brandID().name();
    lists.removeIf(one -> !bundle.lists().crls().contains(one) && isOfAnother(one, brand));
    Set<Certificate> known = new LinkedHashSet<>(all);
    bundle
        .agreement()
        .consent()
        .ifPresent(consent -> authorities(consent.piSignature().cms(), known));
    for (Word word : bundle.words()) authorities(word.signed().cms(), known);
    this.base =
        roots(root, certificates, now)
            .withCertificates(known.stream().limit(AUTHORITIES_MAX).toList());
    this.crls =
        lists.stream().sorted(Comparator.comparing(CertificateList::number)).toList();
    this.brandCrls =
        brands.stream()
            .sorted(Comparator.comparing(BrandCrlIdentifier::sequenceNumber))
            .toList();
  }

  private static void enclosed(
      EvidenceBundle bundle,
      Set<Certificate> certificates,
      Set<CertificateList> crls,
      Set<BrandCrlIdentifier> brandCrls) {
    SignedData offer = bundle.pInitRes().cms();
    // What cannot be read here is found where the signature is verified, and named there.
    try {
      for (Der one : offer.certificates()) certificates.add(Certificate.of(one.bytes()));
      for (Der one : offer.crls()) crls.add(CertificateList.of(one.bytes()));
      offer.content().content()
          .flatMap(
              octets ->
                  bundle.published().isPresent()
                      ? PublishedOffer.TYPE.decode(octets.bytes()).brandCRLIdentifier()
                      : PInitResData.TYPE.decode(octets.bytes()).brandCRLIdentifier())
          .ifPresent(brandCrls::add);
    } catch (Asn1Exception e) {
      return;
    }
  }

  /** The chain that came along with a signature; what cannot be read is named elsewhere. */
  private static void authorities(SignedData signed, Set<Certificate> known) {
    for (Der one : signed.certificates()) {
      try {
        known.add(Certificate.of(one.bytes()));
      } catch (Asn1Exception e) {
        continue;
      }
    }
  }

  private static Trust roots(Certificate root, List<Certificate> known, Instant now) {
    Trust trust = Trust.in(List.of(root));
    for (Certificate other : known) {
      if (!other.selfIssued() || other.equals(root)) continue;
      try {
        trust = trust.withNextRoot(other, now);
      } catch (Untrusted e) {
        continue;
      }
    }
    return trust;
  }

  /** The certificate of this thumb, unproved. */
  List<Certificate> certificates() {
    return certificates;
  }

  List<CertificateList> crls() {
    return crls;
  }

  List<BrandCrlIdentifier> brandCrls() {
    return brandCrls;
  }

  /**
   * Whether a list is of another brand, of which nothing is to be said here: a merchant of several
   * brands sends the lists of all. One that names the key of an authority in the bundle is not,
   * whatever it calls its issuer.
   */
  boolean isOfAnother(CertificateList list, String brand) {
    boolean named =
        list.authorityKey().filter(key -> certificates.stream().anyMatch(key::names)).isPresent();
    return !named
        && !list.issuer().organization().equals(brand)
        && !list.issuer().equals(root.subject());
  }

  /** The trust without any list. */
  Trust base() {
    return base;
  }

  /** Whom to trust at {@code time}. */
  Trust at(Instant time) {
    return made.computeIfAbsent(time, this::make);
  }

  private Trust make(Instant time) {
    Instant latest = time.plus(SKEW);
    Trust trust = base;
    for (CertificateList crl : crls) {
      if (crl.thisUpdate().isAfter(latest)) continue;
      try {
        trust = trust.withCrls(List.of(crl), time);
      } catch (Untrusted e) {
        continue;
      }
    }
    for (BrandCrlIdentifier brand : brandCrls) {
      if (brand.notBefore().isAfter(latest)) continue;
      try {
        trust = trust.withBrandCrls(brand, time);
      } catch (Untrusted e) {
        continue;
      }
    }
    return trust;
  }

  /** Who must have signed, at a time. */
  record By(CertificateType type, String brand, Instant time, Words who) {}

  /** What {@code signed} says, proved to be by such a certificate at that time. */
  <T> Verified<T> proved(Signed<T> signed, Content<T> content, By by) throws Unproved {
    try {
      return S.verify(signed, content, expected(by));
    } catch (Refused refused) {
      throw Unproved.of(refused, by.who());
    }
  }

  /** That {@code value} was signed, kept elsewhere. */
  <T> Verified<T> proved(
      openset.set.operator.DetachedSignature<T> signature, Content<T> content, T value, By by)
      throws Unproved {
    try {
      return SO.verify(signature, content, value, expected(by));
    } catch (Refused refused) {
      throw Unproved.of(refused, by.who());
    }
  }

  /** A certificate for key exchange, proved at that time. */
  TrustedCertificate proved(Certificate certificate, By by) throws Unproved {
    try {
      return at(by.time())
          .validate(
              certificate,
              List.of(),
              Required.of(by.type(), KeyUse.AGREE, by.brand()),
              by.time());
    } catch (Untrusted untrusted) {
      throw Unproved.of(untrusted, by.who());
    }
  }

  private Expected expected(By by) {
    Required signer = Required.of(by.type(), KeyUse.SIGN, by.brand());
    return Expected.of(signer, at(by.time()), by.time()).holding(new ArrayList<>(leaves()));
  }

  /** Certificates of participants, which a message may leave out. */
  private List<Certificate> leaves() {
    return certificates.stream()
        .filter(certificate -> !certificate.basicConstraints().authority())
        .limit(32)
        .toList();
  }
}
