package openset.cardholder.purchase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import openset.asn1.Asn1Exception;
import openset.asn1.Der;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.Trust;
import openset.pki.Untrusted;
import openset.pki.cms.SignedData;
import openset.set.message.MessageWrapper;
import openset.set.message.PInitRes;
import openset.set.operator.Signed;
import openset.set.treatment.Means;

/**
 * What a merchant told of authorities and their CRLs with its offer, in PInitRes or published. PRes
 * and the receipt in it come without, so a wallet that knows little but the root proves them with
 * this. It is believed only as far as it is signed by authorities below the root.
 */
final class Learned {
  private Learned() {}

  /** The same means, whose trust knows what the merchant's signed offer brought along. */
  static Means from(Purchase.Ordered ordered, Means means) {
    SignedData offer =
        ordered.order().published().map(Signed::cms).orElseGet(() -> said(ordered.pInitRes()));
    Trust trust = means.trust().withCertificates(certificates(offer));
    for (Der crl : offer.crls()) trust = with(trust, crl, means.now());
    return trust == means.trust()
        ? means
        : new Means(means.now(), means.randomness(), trust, means.keys(), means.policy());
  }

  private static SignedData said(Der pInitRes) {
    MessageWrapper wrapper = MessageWrapper.TYPE.decode(pInitRes.bytes());
    return ((PInitRes) wrapper.message()).signed().cms();
  }

  private static List<Certificate> certificates(SignedData offer) {
    List<Certificate> certificates = new ArrayList<>();
    for (Der der : offer.certificates()) {
      certificates.add(Certificate.of(der.bytes()));
    }
    return certificates;
  }

  /** A CRL that is unfit to be taken is left aside. */
  private static Trust with(Trust trust, Der crl, Instant now) {
    try {
      return trust.withCrls(List.of(CertificateList.of(crl.bytes())), now);
    } catch (Asn1Exception | Untrusted e) {
      return trust;
    }
  }
}
