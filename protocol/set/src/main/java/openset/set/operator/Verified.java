package openset.set.operator;

import java.util.List;
import openset.asn1.Der;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.Trust;
import openset.pki.TrustedCertificate;
import openset.pki.cms.SignedData;
import openset.set.Refused;

/**
 * A value whose signature was verified by a certificate that was proved. Only the operators of this
 * package make one; holding one is the proof.
 */
public final class Verified<T> {
  private final T value;
  private final Der bytes;
  private final TrustedCertificate signer;
  private final SignedData enclosing;

  Verified(T value, Der bytes, TrustedCertificate signer, SignedData enclosing) {
    this.value = value;
    this.bytes = bytes;
    this.signer = signer;
    this.enclosing = enclosing;
  }

  /** What was signed. */
  public T value() {
    return value;
  }

  /** The octets that were signed, as sent. */
  public Der bytes() {
    return bytes;
  }

  /** Who signed. */
  public TrustedCertificate signer() {
    return signer;
  }

  /**
   * The certificates that came along: nothing is proved of them.
   *
   * @throws Refused where one of them cannot be read (OP-14)
   */
  public List<Certificate> enclosedCertificates() throws Refused {
    return Expected.certificates(enclosing);
  }

  /**
   * The CRLs that came along: nothing is proved of them.
   *
   * @throws Refused where one of them cannot be read (OP-20)
   */
  public List<CertificateList> enclosedCrls() throws Refused {
    return Expected.crls(enclosing, crl -> true);
  }

  /**
   * The CRLs that came along and that {@code trust} does not hold: nothing is proved of them.
   *
   * @throws Refused where one of them cannot be read (OP-20)
   */
  public List<CertificateList> enclosedCrlsBeyond(Trust trust) throws Refused {
    return Expected.crls(enclosing, crl -> !trust.holdsCrl(crl));
  }

  /** The same proof for a part or another view of the value. */
  <U> Verified<U> as(U other) {
    return new Verified<>(other, bytes, signer, enclosing);
  }

  /** Tells the signer, never the value. */
  @Override
  public String toString() {
    return "Verified[by " + signer + "]";
  }
}
