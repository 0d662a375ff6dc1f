package openset.evidence.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1Exception;
import openset.asn1.AsSent;
import openset.evidence.EvidenceBundle;
import openset.pki.Certificate;
import openset.set.data.order.HODInput;
import openset.set.data.order.Offer;
import openset.set.operator.DD;

/**
 * Says what an evidence bundle proves to somebody who trusts one root certificate and asks nobody
 * ({@code spec/evidence.md}, EVID-10 to EVID-45). Certificates are judged at the time of what they
 * signed, by the lists in the bundle.
 */
public final class Verify {
  private Verify() {}

  /**
   * What {@code bundle} proves.
   *
   * @param root the only certificate that is trusted by itself
   * @param now so that nothing of the future is believed
   */
  public static EvidenceVerdict verify(EvidenceBundle bundle, Certificate root, Instant now) {
    Optional<Finding> other = otherRoot(bundle, root);
    if (other.isPresent()) return new EvidenceVerdict(List.of(other.get()), Optional.empty());
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.proved(Kind.FORM, "", Phrase.IS_BUNDLE.words()));
    findings.add(
        Finding.proved(
            Kind.ROOT, "lists.certificates", Phrase.SAME_ROOT.words(fingerprint(root))));
    Moments moments = new Moments(bundle, root, now);
    Inquest inquest = new Inquest(bundle, moments, Purchase.of(bundle), now, findings);
    BeforeGateway before = new BeforeGateway(inquest);
    before.order();
    before.offer();
    AfterAgreement after = new AfterAgreement(inquest);
    after.words();
    before.agreement(after.decidedAt());
    new ListsInquest(inquest).lists();
    after.sums();
    inquest.beyond();
    return new EvidenceVerdict(findings, Optional.of(inquest.facts()));
  }

  /** What a file of these octets proves, which may be anything. */
  public static EvidenceVerdict verify(byte[] file, Certificate root, Instant now) {
    try {
      return verify(EvidenceBundle.of(file), root, now);
    } catch (Asn1Exception e) {
      Finding none =
          Finding.wrong(
              Kind.FORM, e.place(), Cause.CONTENT, Phrase.NO_BUNDLE.words(e.getMessage()));
      return new EvidenceVerdict(List.of(none), Optional.empty());
    }
  }

  /** The root certificate in {@code bundle} whose SHA-256 this is. */
  public static Optional<Certificate> root(EvidenceBundle bundle, byte[] sha256) {
    String wanted = HexFormat.of().formatHex(sha256);
    return bundle.lists().certificates().stream()
        .filter(Certificate::selfIssued)
        .filter(certificate -> fingerprint(certificate).equals(wanted))
        .findFirst();
  }

  /**
   * Whether {@code offer}, from the file called {@code name}, is the order that the cardholder
   * signed.
   */
  public static Finding orderFile(EvidenceBundle bundle, AsSent<Offer> offer, String name) {
    var oiData = bundle.agreement().oiData().value();
    boolean same =
        DD.ofValue(HODInput.CONTENT, offer.value().hodInput(oiData.odSalt()))
            .equals(oiData.hod());
    return same
        ? Finding.proved(Kind.ORDER_FILE, name, Phrase.FILE_PROVED.words(name))
        : Finding.wrong(
            Kind.ORDER_FILE, name, Cause.OTHER_ORDER, Phrase.FILE_WRONG.words(name));
  }

  /** That a line which somebody asks for is not shown. */
  public static Finding lineAbsent(int lineNumber) {
    return Finding.notProved(
        Kind.LINE,
        "order.lines[" + lineNumber + "]",
        Cause.CONTENT,
        Phrase.LINE_ABSENT.words(lineNumber));
  }

  private static Optional<Finding> otherRoot(EvidenceBundle bundle, Certificate root) {
    List<Certificate> roots =
        bundle.lists().certificates().stream().filter(Certificate::selfIssued).toList();
    if (roots.isEmpty() || roots.contains(root)) return Optional.empty();
    return Optional.of(
        Finding.wrong(
            Kind.ROOT,
            "lists.certificates",
            Cause.UNTRUSTED,
            Phrase.OTHER_ROOT.words(fingerprint(roots.getFirst()), fingerprint(root))));
  }

  private static String fingerprint(Certificate certificate) {
    return certificate.fingerprint().toString();
  }
}
