package openset.set.initiation;

import java.util.List;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.asn1.Asn1Exception;
import openset.asn1.Der;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.Digest;
import openset.set.data.LocalID;
import openset.set.data.order.Offer;
import openset.set.data.order.PublishedOffer;
import openset.set.operator.DD;
import openset.set.operator.Signed;

/**
 * A shop asks a wallet to pay an order.
 *
 * @param lidM the order's label, which PInitReq repeats
 * @param purchAmt what the shop says it costs
 * @param offerDigest SHA-256 of the offer's octets
 * @param offer the offer itself where it follows in the same text; else the wallet has it otherwise
 * @param published the same offer, signed for each brand when it was published; then PInit is not
 *     needed ({@code spec/published.md})
 */
public record PaymentInitiation(
    WebAddress setUrl,
    LocalID lidM,
    List<BrandID> brands,
    CurrencyAmount purchAmt,
    Digest offerDigest,
    Returns returns,
    Optional<Der> offer,
    List<Signed<PublishedOffer>> published)
    implements Initiation {
  /** {@code .setpay} */
  public static final String MEDIA_TYPE = "application/set-payment-initiation";

  /** Copies the lists. */
  public PaymentInitiation {
    brands = Initiation.checked(brands);
    published = List.copyOf(published);
  }

  /** The initiation for an offer, which goes along. */
  public static PaymentInitiation of(AsSent<Offer> offer, WebAddress setUrl, Returns returns) {
    return new PaymentInitiation(
        setUrl,
        offer.value().lidM(),
        offer.value().brandIDs(),
        offer.value().total(),
        digest(offer),
        returns,
        Optional.of(offer.der()),
        List.of());
  }

  /** The same for an offer that was published. */
  public PaymentInitiation publishing(List<Signed<PublishedOffer>> signed) {
    return new PaymentInitiation(
        setUrl, lidM, brands, purchAmt, offerDigest, returns, offer, signed);
  }

  /**
   * What was published for a brand. It says itself for which, which is proved later.
   *
   * @return empty where PInit is needed
   */
  public Optional<Signed<PublishedOffer>> publishedFor(BrandID brand) {
    return published.stream()
        .filter(signed -> brand(signed).equals(Optional.of(brand)))
        .findFirst();
  }

  private static Optional<BrandID> brand(Signed<PublishedOffer> signed) {
    try {
      return signed.cms().content().content()
          .map(octets -> PublishedOffer.TYPE.decode(octets.bytes()).brandID());
    } catch (Asn1Exception e) {
      return Optional.empty();
    }
  }

  @Override
  public String mediaType() {
    return MEDIA_TYPE;
  }

  /**
   * The offer that {@code octets} hold, if it is the one this initiation speaks of.
   *
   * @throws Refused with the rule of INIT-10 to INIT-14 that it breaks
   */
  public AsSent<Offer> offerOf(Der octets) throws Refused {
    AsSent<Offer> given = decoded(octets);
    // INIT-11: the digest is that of the octets.
    if (!digest(given).equals(offerDigest)) throw mismatch("INIT-11");
    // INIT-12: order, amount and brands are those of the offer.
    if (!given.value().lidM().equals(lidM)) throw mismatch("INIT-12");
    if (!given.value().total().equals(purchAmt)) throw mismatch("INIT-13");
    if (!given.value().brandIDs().equals(brands)) throw mismatch("INIT-14");
    return given;
  }

  private static AsSent<Offer> decoded(Der octets) throws Refused {
    // INIT-10: the offer is DER.
    try {
      return AsSent.type(Offer.TYPE).decode(octets.bytes());
    } catch (Asn1Exception e) {
      throw new Refused(ErrorCode.decodingFailure, "INIT-10");
    }
  }

  private static Digest digest(AsSent<Offer> offer) {
    return new Digest(DD.of(Offer.CONTENT, offer).digest());
  }

  private static Refused mismatch(String rule) {
    return new Refused(ErrorCode.unspecifiedFailure, rule);
  }
}
