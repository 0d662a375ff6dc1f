package openset.set.treatment.cardholder;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.pki.TrustedCertificate;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.Challenge;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.TransIDs;
import openset.set.data.XID;
import openset.set.data.order.Offer;
import openset.set.data.order.PublishedOffer;
import openset.set.operator.DD;
import openset.set.operator.Expected;
import openset.set.operator.S;
import openset.set.operator.Signed;
import openset.set.operator.Verified;
import openset.set.treatment.Means;

/**
 * Verifies a merchant who published its offer, {@code spec/published.md}: what PInitRes would have
 * proved is proved from what the wallet holds, and the wallet makes the identifiers itself.
 */
public final class ProcessPublishedOffer {
  private ProcessPublishedOffer() {}

  /**
   * Which purchase it becomes; XID and challenge are the wallet's own.
   *
   * @param lidC the wallet's label
   * @param brandID of the card that pays
   */
  public record Of(
      LocalID lidC, XID xid, Challenge challC, BrandID brandID, Language language) {
    /** PubOffer-C-05: XID and challenge are new. */
    public static Of fresh(LocalID lidC, BrandID brandID, Language language, Means means) {
      return new Of(
          lidC,
          XID.of(means.randomness().bytes(XID.OCTETS)),
          Challenge.of(means.randomness().bytes(Challenge.OCTETS)),
          brandID,
          language);
    }
  }

  /**
   * Checks {@code published} against the offer that was shown.
   *
   * @throws Refused with the rule that was broken; nothing may be paid then
   */
  public static ProcessPInitRes.Proved process(
      Signed<PublishedOffer> published, Of of, AsSent<Offer> offer, Means means)
      throws Refused {
    // PubOffer-C-01: signed by a merchant of the brand, as PInitRes-C-02 says.
    Required merchant = Required.of(CertificateType.MER, KeyUse.SIGN, of.brandID().name());
    Verified<PublishedOffer> signed =
        S.verify(
            published,
            PublishedOffer.CONTENT,
            Expected.of(merchant, means.trust().withoutBrandCrls(), means.now()));
    PublishedOffer data = signed.value();
    // PubOffer-C-02: it is the offer that we hold, to the octet, for the brand of the card.
    boolean same =
        data.offerDigest().equals(DD.of(Offer.CONTENT, offer))
            && data.brandID().equals(of.brandID());
    if (!same) throw new Refused(ErrorCode.unspecifiedFailure, "PubOffer-C-02");
    // PubOffer-C-03: it is published already, and still good.
    boolean good =
        !data.notBefore().isAfter(means.now().plus(means.policy().clockSkewMax()))
            && means.now().isBefore(data.notAfter());
    if (!good) throw new Refused(ErrorCode.messageTooOld, "PubOffer-C-03");
    // PubOffer-C-04: the gateway it names, as PInitRes-C-06 and PInitRes-C-07 say.
    TrustedCertificate gateway =
        new GatewayShown(data.peThumb(), data.brandCRLIdentifier(), data.brandID())
            .prove(signed, means);
    TransIDs ids =
        new TransIDs(
            of.lidC(),
            Optional.of(offer.value().lidM()),
            of.xid(),
            means.now().truncatedTo(ChronoUnit.SECONDS),
            Optional.empty(),
            of.language());
    return new ProcessPInitRes.Proved(
        ids, of.challC(), Optional.empty(), signed.signer(), gateway);
  }
}
