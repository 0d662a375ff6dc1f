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
import openset.set.operator.DD;

/**
 * A shop asks a wallet to pay an order.
 *
 * @param lidM the order's label, which PInitReq repeats
 * @param purchAmt what the shop says it costs
 * @param offerDigest SHA-256 of the offer's octets
 * @param offer the offer itself where it follows in the same text; else the wallet has it otherwise
 */
public record PaymentInitiation(
    WebAddress setUrl,
    LocalID lidM,
    List<BrandID> brands,
    CurrencyAmount purchAmt,
    Digest offerDigest,
    Returns returns,
    Optional<Der> offer)
    implements Initiation {
  /** {@code .setpay} */
  public static final String MEDIA_TYPE = "application/set-payment-initiation";

  /** Copies the brands. */
  public PaymentInitiation {
    brands = Initiation.checked(brands);
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
        Optional.of(offer.der()));
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
