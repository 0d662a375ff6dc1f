package openset.set.operator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import openset.asn1.Asn1Exception;
import openset.asn1.Der;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.pki.Trust;
import openset.pki.TrustedCertificate;
import openset.pki.Untrusted;
import openset.pki.cms.IssuerAndSerialNumber;
import openset.pki.cms.SignedData;
import openset.set.ErrorCode;
import openset.set.Refused;

/**
 * Who must have signed, whom we trust, and when that is.
 *
 * @param signer what the signer's certificate must be; its use must be {@link KeyUse#SIGN}
 * @param held certificates we told the peer we hold, so that it need not send them
 */
public record Expected(Required signer, Trust trust, Instant now, List<Certificate> held) {
  /** Copies the list. */
  public Expected {
    held = List.copyOf(held);
    if (signer.use() != KeyUse.SIGN) throw new IllegalArgumentException("not a signing use");
  }

  /** All certificates must come with the message, or be known to {@code trust}. */
  public static Expected of(Required signer, Trust trust, Instant now) {
    return new Expected(signer, trust, now, List.of());
  }

  /** The same, while we hold {@code certificates}. */
  public Expected holding(List<Certificate> certificates) {
    return new Expected(signer, trust, now, certificates);
  }

  /** The proved certificate that {@code name} names (OP-14, OP-15, OP-20). */
  TrustedCertificate prove(SignedData signed, IssuerAndSerialNumber name) throws Refused {
    List<Certificate> offered = new ArrayList<>(certificates(signed));
    offered.addAll(held);
    Certificate leaf = named(offered, name);
    Trust informed = with(offered, signed.crls());
    try {
      TrustedCertificate proved = informed.validate(leaf, offered, signer, now);
      keep(proved);
      return proved;
    } catch (Untrusted e) {
      throw refused(e);
    }
  }

  /** Keeps what was proved beside a signature, so that it need not be read again when it comes. */
  public static void keep(TrustedCertificate proved) {
    Read.keep(proved.certificate());
    proved.chain().forEach(Read::keep);
  }

  /** Our trust with the enclosed CRLs that are fit to be taken; the others are left aside. */
  private Trust with(List<Certificate> offered, List<Der> crls) {
    Trust more = crls.isEmpty() ? trust : trust.withCertificates(offered);
    for (Der crl : crls) {
      if (more.holdsCrl(crl)) continue;
      try {
        more = more.withCrls(List.of(CertificateList.of(crl.bytes())), now);
      } catch (Asn1Exception | Untrusted e) {
        continue;
      }
    }
    return more;
  }

  private static Certificate named(List<Certificate> offered, IssuerAndSerialNumber name)
      throws Refused {
    for (Certificate certificate : offered) {
      boolean same = certificate.serialNumber().equals(name.serialNumber());
      if (same && IssuerAndSerialNumber.of(certificate).equals(name)) return certificate;
    }
    throw new Refused(ErrorCode.missingCertificate, "OP-14");
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

  static List<Certificate> certificates(SignedData signed) throws Refused {
    try {
      return signed.certificates().stream().map(Read::certificate).toList();
    } catch (Asn1Exception e) {
      throw new Refused(ErrorCode.invalidCertificate, "OP-14");
    }
  }

  static List<CertificateList> crls(SignedData signed, Predicate<Der> wanted) throws Refused {
    try {
      return signed.crls().stream()
          .filter(wanted)
          .map(crl -> CertificateList.of(crl.bytes()))
          .toList();
    } catch (Asn1Exception e) {
      throw new Refused(ErrorCode.invalidCertificate, "OP-20");
    }
  }

  /**
   * Certificates read and proved before, by their octets: peers send the same ones again and
   * again, and reading one with its key costs nearly as much as verifying a signature. Bounded by
   * two generations.
   */
  private static final class Read {
    private static final int GENERATION_MAX = 2048;
    private static final AtomicReference<Read> CURRENT =
        new AtomicReference<>(new Read(Map.of()));

    private final Map<Der, Certificate> young = new ConcurrentHashMap<>();
    private final Map<Der, Certificate> old;

    private Read(Map<Der, Certificate> old) {
      this.old = old;
    }

    static Certificate certificate(Der der) {
      Read read = CURRENT.get();
      Certificate known = read.young.get(der);
      if (known == null) known = read.old.get(der);
      return known == null ? Certificate.of(der.bytes()) : known;
    }

    static void keep(Certificate proved) {
      Read read = CURRENT.get();
      if (read.young.size() >= GENERATION_MAX) {
        CURRENT.compareAndSet(read, new Read(read.young));
        read = CURRENT.get();
      }
      read.young.putIfAbsent(proved.der(), proved);
    }
  }
}
