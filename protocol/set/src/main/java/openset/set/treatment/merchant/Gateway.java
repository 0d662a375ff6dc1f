package openset.set.treatment.merchant;

import java.util.List;
import openset.pki.Certificate;
import openset.pki.TrustedCertificate;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.operator.Recipient;

/**
 * The gateway a merchant works with for one brand.
 *
 * @param keyExchange its proved key-exchange certificate
 * @param certificates that certificate and those above it without the root, for the cardholder
 */
public record Gateway(TrustedCertificate keyExchange, List<Certificate> certificates) {
  /** A gateway with a copy of the list. */
  public Gateway {
    certificates = List.copyOf(certificates);
  }

  /** PEThumb. */
  public CertThumb thumb() {
    return CertThumb.of(keyExchange.certificate());
  }

  /**
   * Whether it takes the payment of a cardholder without a certificate: the word of the brand,
   * whose authority signed it (CERT-19).
   */
  public boolean takesUnsigned() {
    return !keyExchange.certificate().cardCertRequired();
  }

  /** As the one to seal to. */
  Recipient recipient() throws Refused {
    return Recipient.of(keyExchange);
  }
}
