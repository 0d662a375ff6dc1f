package openset.set.treatment.endentity;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.asn1.Asn1;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.pki.BrandCrlIdentifier;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.pki.Trust;
import openset.pki.TrustedCertificate;
import openset.pki.Untrusted;
import openset.pki.issue.CertificatePlan;
import openset.pki.x509.Tunneling;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.operator.Recipient;
import openset.set.operator.Verified;
import openset.set.treatment.Means;
import openset.set.treatment.Registrant;

/**
 * An authority as it showed itself, kept between messages with what it sent to prove it, so that it
 * is proved anew whenever something is sealed to it.
 *
 * <pre>
 * KnownAuthority ::= SEQUENCE {
 *   registrant    ENUMERATED { cardholder (0), merchant (1), gateway (2) },
 *   brandID       BrandID,
 *   caeThumb      CertThumb,
 *   certificates  SEQUENCE OF Certificate,
 *   crls          SEQUENCE OF CertificateList,
 *   bci           [0] EXPLICIT BrandCRLIdentifier OPTIONAL }
 * </pre>
 *
 * @param registrant who registers with it
 * @param caeThumb its key-exchange certificate
 * @param certificates that came along; nothing is proved of them
 * @param crls that came along; nothing is proved of them
 */
public record KnownAuthority(
    Registrant registrant,
    BrandID brandID,
    CertThumb caeThumb,
    List<Certificate> certificates,
    List<CertificateList> crls,
    Optional<BrandCrlIdentifier> bci) {
  public static final Tagged<KnownAuthority> TYPE =
      Sequence.sequence(
          "KnownAuthority",
          field(
              "registrant",
              Asn1.enumerated("Registrant", Registrant.values(), Registrant::ordinal),
              KnownAuthority::registrant),
          field("brandID", BrandID.TYPE, KnownAuthority::brandID),
          field("caeThumb", CertThumb.TYPE, KnownAuthority::caeThumb),
          field(
              "certificates",
              Repeated.sequenceOf(Certificate.TYPE),
              KnownAuthority::certificates),
          field("crls", Repeated.sequenceOf(CertificateList.TYPE), KnownAuthority::crls),
          optional("bci", BrandCrlIdentifier.TYPE.explicit(0), KnownAuthority::bci),
          KnownAuthority::new);

  /** Copies the lists. */
  public KnownAuthority {
    certificates = List.copyOf(certificates);
    crls = List.copyOf(crls);
  }

  /** Who must sign what comes from an authority of {@code brand} for {@code registrant}. */
  static Required signer(Registrant registrant, BrandID brand) {
    return Required.of(registrant.authority(), KeyUse.SIGN, brand.name());
  }

  /**
   * The authority that signed {@code message}, proved, with its key-exchange certificate.
   *
   * @param caeThumb as the message says
   */
  static KnownAuthority of(
      Verified<?> message,
      Registrant registrant,
      CertThumb caeThumb,
      Optional<BrandCrlIdentifier> bci,
      Proving proving)
      throws Refused {
    return of(
        message,
        new KnownAuthority(
            registrant, proving.brand(), caeThumb, List.of(), List.of(), Optional.empty()),
        bci,
        proving);
  }

  /**
   * This authority, which signed {@code message} too, with its key-exchange certificate as the
   * message says. What it sent before holds on; an older CRL does not take the place of a newer.
   */
  KnownAuthority saying(
      Verified<?> message,
      CertThumb newThumb,
      Optional<BrandCrlIdentifier> newBci,
      Proving proving)
      throws Refused {
    return of(
        message,
        new KnownAuthority(registrant, brandID, newThumb, certificates, crls, bci),
        newBci,
        proving);
  }

  private static KnownAuthority of(
      Verified<?> message,
      KnownAuthority before,
      Optional<BrandCrlIdentifier> bci,
      Proving proving)
      throws Refused {
    Means means = proving.means();
    proveSigner(message, before.trust(means), bci, means);
    KnownAuthority known =
        new KnownAuthority(
            before.registrant,
            before.brandID,
            before.caeThumb,
            together(before.certificates, message.enclosedCertificates()),
            together(before.crls, message.enclosedCrls()),
            bci.or(before::bci));
    tunneling(known.proveKeyExchange(means, proving.named()), proving.tunneled());
    return known;
  }

  /**
   * Proves the signer of {@code message} once more, for the brand's list may name CRLs that are not
   * held.
   *
   * @return {@code trust} with what came along
   */
  static Trust proveSigner(
      Verified<?> message, Trust trust, Optional<BrandCrlIdentifier> bci, Means means)
      throws Refused {
    List<Certificate> enclosed = message.enclosedCertificates();
    Trust more = informed(trust, enclosed, message.enclosedCrls(), bci, means.now());
    prove(
        more,
        message.signer().certificate(),
        enclosed,
        message.signer().provedFor(),
        means.now());
    return more;
  }

  private static <T> List<T> together(List<T> before, List<T> more) {
    Set<T> all = new LinkedHashSet<>(before);
    all.addAll(more);
    return List.copyOf(all);
  }

  /**
   * How an authority is proved.
   *
   * @param named the rule that its key-exchange certificate is named
   * @param tunneled the rule that it understands an algorithm of ours
   */
  record Proving(BrandID brand, String named, String tunneled, Means means) {}

  /** Whom to seal to, proved by what is in force now. */
  Recipient recipient(Means means) throws Refused {
    return Recipient.of(proveKeyExchange(means, "REG-04"));
  }

  /** Our trust with what the authority sent: it can be held from now on. */
  public Trust trust(Means means) throws Refused {
    Optional<BrandCrlIdentifier> news = bci.filter(kept -> isNews(kept, means.trust()));
    return informed(means.trust(), certificates, crls, news, means.now());
  }

  /** The same for verifying what may bring the brand's list of now, with which it is used again. */
  Trust verifying(Means means) throws Refused {
    return trust(means).withoutBrandCrls();
  }

  /** Whether {@code trust} holds no later list of the brand: it may have learnt one since. */
  private static boolean isNews(BrandCrlIdentifier kept, Trust trust) {
    return trust.brandCrls().stream()
        .filter(held -> held.brand().equals(kept.brand()))
        .noneMatch(held -> held.sequenceNumber().compareTo(kept.sequenceNumber()) > 0);
  }

  private TrustedCertificate proveKeyExchange(Means means, String named) throws Refused {
    Trust trust = trust(means);
    Certificate certificate = named(certificates, caeThumb, named);
    Required required =
        Required.of(registrant.authority(), KeyUse.AGREE, brandID.name());
    return prove(trust, certificate, certificates, required, means.now());
  }

  private static void tunneling(TrustedCertificate keyExchange, String rule) throws Refused {
    boolean ours =
        keyExchange
            .certificate()
            .tunneling()
            .filter(Tunneling::supported)
            .flatMap(Tunneling::algorithms)
            .filter(list -> list.contains(CertificatePlan.Terms.AES_256_GCM))
            .isPresent();
    if (!ours) throw new Refused(ErrorCode.messageNotSupported, rule);
  }

  /** The certificate of {@code thumb} among {@code certificates}. */
  static Certificate named(List<Certificate> certificates, CertThumb thumb, String rule)
      throws Refused {
    return certificates.stream()
        .filter(certificate -> CertThumb.of(certificate).equals(thumb))
        .findFirst()
        .orElseThrow(() -> new Refused(ErrorCode.missingCertificate, rule));
  }

  static TrustedCertificate prove(
      Trust trust, Certificate leaf, List<Certificate> offered, Required required, Instant now)
      throws Refused {
    try {
      return trust.validate(leaf, offered, required, now);
    } catch (Untrusted e) {
      throw refused(e);
    }
  }

  /** {@code trust} with what came along; a CRL unfit to be taken is left aside (OP-20). */
  static Trust informed(
      Trust trust,
      List<Certificate> certificates,
      List<CertificateList> crls,
      Optional<BrandCrlIdentifier> bci,
      Instant now)
      throws Refused {
    Trust more = trust.withCertificates(certificates);
    for (CertificateList crl : crls) {
      try {
        more = more.withCrls(List.of(crl), now);
      } catch (Untrusted e) {
        continue;
      }
    }
    try {
      return bci.isPresent() ? more.withBrandCrls(bci.get(), now) : more;
    } catch (Untrusted e) {
      throw refused(e);
    }
  }

  private static Refused refused(Untrusted e) {
    ErrorCode code =
        switch (e.reason()) {
          case EXPIRED -> ErrorCode.expiredCertificate;
          case REVOKED -> ErrorCode.revokedCertificate;
          case MISSING -> ErrorCode.missingCertificate;
          case INVALID, BRAND, USAGE, NOT_CURRENT_CRL -> ErrorCode.invalidCertificate;
        };
    return new Refused(code, e.rule());
  }
}
