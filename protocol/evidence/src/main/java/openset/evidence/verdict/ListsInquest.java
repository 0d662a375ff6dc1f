package openset.evidence.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openset.asn1.Asn1Exception;
import openset.evidence.Word;
import openset.pki.BrandCrlIdentifier;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.Required;
import openset.pki.Untrusted;
import openset.pki.cms.SignedData;

/** The certificates and lists of a bundle themselves, and what later lists say (EVID-40 on). */
final class ListsInquest {
  private final Inquest inquest;
  private final Moments moments;

  ListsInquest(Inquest inquest) {
    this.inquest = inquest;
    this.moments = inquest.moments();
  }

  void lists() {
    certificates();
    List<CertificateList> good = moments.crls().stream().filter(this::inOrder).toList();
    brandLists();
    for (Map.Entry<Inquest.Signer, Words> signer : inquest.signers().entrySet()) {
      later(signer.getKey(), signer.getValue(), good);
    }
  }

  private boolean inOrder(CertificateList crl) {
    String name = String.join(", ", crl.issuer().units()) + ", " + crl.issuer().organization();
    String part = "lists.crls[" + crl.number() + " " + name + "]";
    try {
      moments.base().withCrls(List.of(crl), crl.thisUpdate());
      inquest.add(
          Finding.proved(
              Kind.LISTS, part, Phrase.LIST_PROVED.words(crl.number(), name, crl.thisUpdate())));
      return true;
    } catch (Untrusted e) {
      inquest.add(
          Unproved.of(e, Phrase.LIST_WRONG.words(crl.number(), name)).as(Kind.LISTS, part));
      return false;
    }
  }

  private void brandLists() {
    boolean any = false;
    Instant at = inquest.purchase().at();
    for (BrandCrlIdentifier brand : moments.brandCrls()) {
      String part = "lists.brandCrls[" + brand.sequenceNumber() + "]";
      try {
        moments.base().withBrandCrls(brand, brand.notBefore());
        any |= brand.brand().equals(inquest.purchase().brand()) && isInForce(brand, at);
        inquest.add(
            Finding.proved(
                Kind.LISTS,
                part,
                Phrase.BRAND_PROVED.words(brand.sequenceNumber(), brand.notBefore())));
      } catch (Untrusted e) {
        Words who = Phrase.BRAND_WRONG.words(brand.sequenceNumber());
        inquest.add(Unproved.of(e, who).as(Kind.LISTS, part));
      }
    }
    if (any) return;
    inquest.add(
        Finding.notProved(
            Kind.LISTS, "lists.brandCrls", Cause.ABSENT, Phrase.BRAND_ABSENT.words()));
  }

  private static boolean isInForce(BrandCrlIdentifier brand, Instant at) {
    return !brand.notBefore().isAfter(at.plus(Moments.SKEW)) && !brand.notAfter().isBefore(at);
  }

  /** Each certificate is good for something at one of the times that matter, or named. */
  private void certificates() {
    Set<Instant> times =
        Stream.concat(
                Stream.of(inquest.purchase().at()),
                inquest.signers().keySet().stream().map(Inquest.Signer::at))
            .collect(Collectors.toSet());
    List<Finding> wrong = new ArrayList<>();
    List<Certificate> certificates = moments.certificates();
    for (int i = 0; i < certificates.size(); i++) {
      check(certificates.get(i), "lists.certificates[" + i + "]", times).ifPresent(wrong::add);
    }
    enclosed(inquest.bundle().pInitRes().cms(), "pInitRes", times, wrong);
    if (inquest.bundle().agreement().isSigned()) {
      SignedData signed = inquest.bundle().agreement().piSignature().cms();
      enclosed(signed, "agreement.piSignature", times, wrong);
    }
    List<Word> words = inquest.bundle().words();
    for (int i = 0; i < words.size(); i++) {
      enclosed(words.get(i).signed().cms(), "words[" + i + "]", times, wrong);
    }
    wrong.forEach(inquest::add);
    if (wrong.isEmpty()) {
      inquest.add(
          Finding.proved(
              Kind.LISTS, "lists.certificates", Phrase.CERTIFICATES_PROVED.words()));
    }
  }

  /** What came along with a signature; most of it stands in the lists too. */
  private void enclosed(
      SignedData signed, String part, Set<Instant> times, List<Finding> wrong) {
    for (int i = 0; i < signed.certificates().size(); i++) {
      String place = part + ".certificates[" + i + "]";
      try {
        Certificate one = Certificate.of(signed.certificates().get(i).bytes());
        if (!moments.certificates().contains(one)) {
          check(one, place, times).ifPresent(wrong::add);
        }
      } catch (Asn1Exception e) {
        wrong.add(unreadable(place));
      }
    }
    for (int i = 0; i < signed.crls().size(); i++) {
      try {
        CertificateList list = CertificateList.of(signed.crls().get(i).bytes());
        boolean other = moments.isOfAnother(list, inquest.purchase().brand());
        if (!other && !moments.crls().contains(list)) inOrder(list);
      } catch (Asn1Exception e) {
        wrong.add(unreadable(part + ".crls[" + i + "]"));
      }
    }
  }

  private static Finding unreadable(String place) {
    Words words = Phrase.CERTIFICATE_WRONG.words(place).then(Phrase.of(Cause.CONTENT));
    return Finding.wrong(Kind.LISTS, place, Cause.CONTENT, words);
  }

  private Optional<Finding> check(Certificate one, String part, Set<Instant> times) {
    if (one.selfIssued()) return Optional.empty();
    Untrusted last = null;
    for (Instant time : times) {
      last = refusal(one, time);
      if (last == null || isUnlisted(last)) return Optional.empty();
    }
    Words who = Phrase.CERTIFICATE_WRONG.words(one.serialNumber().toString(16));
    return Optional.of(Unproved.of(last, who).as(Kind.LISTS, part));
  }

  /** What the missing list means is said where somebody signed with it. */
  private static boolean isUnlisted(Untrusted refusal) {
    return refusal.reason() == Untrusted.Reason.NOT_CURRENT_CRL;
  }

  private Untrusted refusal(Certificate one, Instant time) {
    try {
      if (one.types().isEmpty() || one.keyUsage().isEmpty()) {
        throw new Untrusted(Untrusted.Reason.INVALID, "CERT-13");
      }
      Required any =
          Required.anyBrand(
              one.types().iterator().next(), one.keyUsage().iterator().next());
      moments.at(time).validate(one, List.of(), any, time);
      return null;
    } catch (Untrusted e) {
      return e;
    }
  }

  /** What lists of a later time say of who signed (EVID-42). */
  private void later(Inquest.Signer signer, Words who, List<CertificateList> lists) {
    for (CertificateList crl : lists) {
      boolean issuers =
          crl.issuer().equals(signer.certificate().issuer())
              && crl.authorityKey().equals(signer.certificate().authorityKey());
      if (!issuers || !crl.thisUpdate().isAfter(signer.at().plus(Moments.SKEW))) continue;
      for (CertificateList.Revoked entry : crl.revoked()) {
        if (entry.serialNumber().equals(signer.certificate().serialNumber())) {
          inquest.add(later(signer, who, entry.at()));
          return;
        }
      }
    }
  }

  private static Finding later(Inquest.Signer signer, Words who, Instant revokedAt) {
    return revokedAt.isAfter(signer.at())
        ? Finding.proved(
            Kind.LATER_REVOCATION, "lists.crls", Phrase.REVOKED_LATER.about(who, revokedAt))
        : Finding.notProved(
            Kind.LATER_REVOCATION,
            "lists.crls",
            Cause.REVOKED,
            Phrase.REVOKED_BEFORE.about(who, revokedAt));
  }
}
