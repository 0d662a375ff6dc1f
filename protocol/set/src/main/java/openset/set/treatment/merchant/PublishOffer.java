package openset.set.treatment.merchant;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.pki.BrandCrlIdentifier;
import openset.pki.SigningCredential;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.data.TransIDs;
import openset.set.data.order.OIData;
import openset.set.data.order.Offer;
import openset.set.data.order.PublishedOffer;
import openset.set.operator.DD;
import openset.set.operator.S;
import openset.set.operator.Signatory;
import openset.set.treatment.Means;
import openset.set.treatment.WrapperCheck;

/**
 * Offers that are signed when they are published, and paid without PInit:
 * {@code spec/published.md}.
 */
public final class PublishOffer {
  private PublishOffer() {}

  /**
   * Signs the offer for a brand.
   *
   * @param with the brand's credential and gateway
   * @param until the instant from which it is no longer good
   */
  public static Publication publish(
      AsSent<Offer> offer, CreatePInitRes.With with, Instant until, Means means) {
    BrandID brand = new BrandID(with.credential().certificate().subject().organization());
    Optional<BrandCrlIdentifier> list =
        means.trust().brandCrls().stream()
            .filter(bci -> bci.brand().equals(brand.name()))
            .findFirst();
    // PubOffer-M-01: for one brand, with its gateway and an end; certificates and CRLs go along.
    PublishedOffer data =
        new PublishedOffer(
            DD.of(Offer.CONTENT, offer),
            brand,
            with.gateway().thumb(),
            means.now().truncatedTo(ChronoUnit.SECONDS),
            until,
            list);
    Signatory signatory =
        Signatory.of(with.credential())
            .enclosing(with.gateway().certificates())
            .enclosingCrls(means.trust().crls());
    return new Publication(
        S.sign(signatory, PublishedOffer.CONTENT, data),
        CertThumb.of(with.credential().certificate()));
  }

  /**
   * What is known when PReq comes without PInit.
   *
   * @param publication of the order's own offer for the brand; empty where it was not published
   * @param xidSeen whether the XID was seen in any sale before
   * @param merchantThumb the certificate that the merchant uses now
   * @param peThumb the gateway's that it uses now
   */
  public record Known(
      Optional<Publication> publication,
      boolean xidSeen,
      CertThumb merchantThumb,
      CertThumb peThumb) {}

  /** Opens the sale that PReq begins by itself. Whatever PReq-M asks is still to be proved. */
  public static OpenedSale open(OIData oiData, Known known, Means means) throws Refused {
    // PubOffer-M-03: the offer of this very order was published for the brand.
    Publication publication =
        known
            .publication()
            .orElseThrow(() -> new Refused(ErrorCode.unknownXID, "PubOffer-M-03"));
    PublishedOffer offer = publication.offer();
    // PubOffer-M-04: it is still good.
    if (!means.now().isBefore(offer.notAfter())) {
      throw new Refused(ErrorCode.unknownXID, "PubOffer-M-04");
    }
    // PubOffer-M-05: the cardholder made the XID, and it was never seen.
    if (known.xidSeen()) throw new Refused(ErrorCode.unknownXID, "PubOffer-M-05");
    // PubOffer-M-06: merchant and gateway still use the certificates that were published.
    boolean same =
        publication.merchantThumb().equals(known.merchantThumb())
            && offer.peThumb().equals(known.peThumb());
    if (!same) throw new Refused(ErrorCode.expiredCertificate, "PubOffer-M-06");
    // PubOffer-M-07: the cardholder dates the purchase, and dates it now.
    TransIDs ids = oiData.transIDs();
    WrapperCheck.age(ids.pReqDate(), means);
    return new OpenedSale(
        ids,
        oiData.challC(),
        Optional.empty(),
        offer.brandID(),
        oiData.bin(),
        offer.peThumb(),
        publication.merchantThumb());
  }
}
