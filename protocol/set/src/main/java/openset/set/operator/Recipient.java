package openset.set.operator;

import openset.crypto.AgreementPublicKey;
import openset.crypto.BadKey;
import openset.pki.Certificate;
import openset.pki.KeyUse;
import openset.pki.OpeningCredential;
import openset.pki.TrustedCertificate;
import openset.pki.cms.IssuerAndSerialNumber;
import openset.set.ErrorCode;
import openset.set.Refused;

/** Whom to seal to: the key of one proved certificate. Keep it; making it costs a key check. */
public final class Recipient {
  private final IssuerAndSerialNumber name;
  private final AgreementPublicKey key;

  private Recipient(Certificate certificate) throws Refused {
    this.name = IssuerAndSerialNumber.of(certificate);
    try {
      this.key = AgreementPublicKey.of(certificate.spki().bytes());
    } catch (BadKey e) {
      throw new Refused(ErrorCode.invalidCertificate, "OP-33");
    }
  }

  /**
   * The holder of {@code certificate}.
   *
   * @throws Refused where it was not proved for key agreement, or its key is not one (OP-33)
   */
  public static Recipient of(TrustedCertificate certificate) throws Refused {
    if (certificate.provedFor().use() != KeyUse.AGREE) {
      throw new Refused(ErrorCode.invalidCertificate, "OP-33");
    }
    return new Recipient(certificate.certificate());
  }

  /**
   * Oneself: what a gateway hands out and takes back, such as tokens.
   *
   * @throws Refused where the certificate is not for key agreement, or its key is not one (OP-33)
   */
  public static Recipient self(OpeningCredential own) throws Refused {
    if (!own.certificate().keyUsage().contains(KeyUse.AGREE)) {
      throw new Refused(ErrorCode.invalidCertificate, "OP-33");
    }
    return new Recipient(own.certificate());
  }

  IssuerAndSerialNumber name() {
    return name;
  }

  AgreementPublicKey key() {
    return key;
  }
}
