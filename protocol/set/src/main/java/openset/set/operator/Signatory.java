package openset.set.operator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openset.asn1.Der;
import openset.crypto.Signer;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.SigningCredential;
import openset.pki.cms.IssuerAndSerialNumber;

/**
 * Who signs, and what travels along to help the peer check it: the signer's certificate and chain
 * without the root, further certificates and CRLs, less what the peer holds (OP-19). Immutable;
 * keep one and derive from it.
 */
public final class Signatory {
  /** A key and how signatures by it name it. */
  record Hand(Signer signer, IssuerAndSerialNumber name) {}

  private final List<Hand> hands;
  private final Map<Der, Der> certificates;
  private final Map<Der, Der> crls;

  private Signatory(List<Hand> hands, Map<Der, Der> certificates, Map<Der, Der> crls) {
    this.hands = hands;
    this.certificates = certificates;
    this.crls = crls;
  }

  /** The holder of a certificate. */
  public static Signatory of(SigningCredential credential) {
    Map<Der, Der> certificates = new LinkedHashMap<>();
    put(certificates, List.of(credential.certificate()));
    put(certificates, credential.chain());
    Hand hand = new Hand(credential.signer(), IssuerAndSerialNumber.of(credential.certificate()));
    return new Signatory(List.of(hand), certificates, Map.of());
  }

  /** A new key that has no certificate yet and proves to be held by signing (OP-21). */
  public static Signatory newKey(Signer signer) {
    return new Signatory(
        List.of(new Hand(signer, IssuerAndSerialNumber.NEW_KEY)), Map.of(), Map.of());
  }

  /** The holder of a certificate who wants one for a new key: both keys sign (OP-22). */
  public static Signatory renewal(SigningCredential old, Signer newKey) {
    Signatory holder = of(old);
    Hand hand = new Hand(newKey, IssuerAndSerialNumber.NEW_KEY);
    return new Signatory(List.of(hand, holder.hands.getFirst()), holder.certificates, Map.of());
  }

  /** The same, with further certificates the peer may need. */
  public Signatory enclosing(Collection<Certificate> more) {
    Map<Der, Der> all = new LinkedHashMap<>(certificates);
    put(all, more);
    return new Signatory(hands, all, crls);
  }

  /** The same, with CRLs the peer may need. */
  public Signatory enclosingCrls(Collection<CertificateList> more) {
    Map<Der, Der> all = new LinkedHashMap<>(crls);
    for (CertificateList crl : more) all.put(crl.thumb(), crl.der());
    return new Signatory(hands, certificates, all);
  }

  /** The same, without the certificates and CRLs of {@code thumbs}, which the peer holds. */
  public Signatory toPeerHolding(Set<Der> thumbs) {
    Map<Der, Der> otherCertificates = new LinkedHashMap<>(certificates);
    Map<Der, Der> otherCrls = new LinkedHashMap<>(crls);
    otherCertificates.keySet().removeAll(thumbs);
    otherCrls.keySet().removeAll(thumbs);
    return new Signatory(hands, otherCertificates, otherCrls);
  }

  List<Hand> hands() {
    return hands;
  }

  List<Der> certificates() {
    return new ArrayList<>(certificates.values());
  }

  List<Der> crls() {
    return new ArrayList<>(crls.values());
  }

  private static void put(Map<Der, Der> all, Collection<Certificate> certificates) {
    for (Certificate certificate : certificates) all.put(certificate.thumb(), certificate.der());
  }
}
