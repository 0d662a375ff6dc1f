package openset.iso8583.host;

import java.util.Optional;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;

/**
 * What SET tells the hosts about a purchase (element 127).
 *
 * @param key idempotency key of this business message: 20 to 24 octets
 * @param xid SET's transaction identifier, 20 octets
 * @param transStain proof that the cardholder took part, 20 to 32 octets
 * @param certificate serial number of the cardholder's certificate, 1 to 20 octets
 * @param merchantId SET MerchantID, 1 to 30 ASCII characters
 * @param checks what the issuer may check beside the card number
 */
public record Purchase(
    Octets key,
    Octets xid,
    Optional<Octets> transStain,
    Optional<Octets> certificate,
    Optional<String> merchantId,
    Checks checks) {

  /** Of a purchase with nothing more to check. */
  public Purchase(
      Octets key,
      Octets xid,
      Optional<Octets> transStain,
      Optional<Octets> certificate,
      Optional<String> merchantId) {
    this(key, xid, transStain, certificate, merchantId, Checks.NONE);
  }

  /** Of a message that names no more than its key and the purchase. */
  public static Purchase of(Octets key, Octets xid) {
    return new Purchase(key, xid, Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Purchase of(LinkData data) throws MalformedMessage {
    return new Purchase(
        data.need(LinkData.Tag.KEY),
        data.need(LinkData.Tag.XID),
        data.value(LinkData.Tag.TRANS_STAIN),
        data.value(LinkData.Tag.CERTIFICATE),
        data.text(LinkData.Tag.MERCHANT_ID),
        Checks.of(data));
  }

  static Purchase of(IsoMessage message) throws MalformedMessage {
    return of(LinkData.of(message));
  }

  /** The same without what nobody keeps after the authorization. */
  public Purchase kept() {
    return new Purchase(key, xid, transStain, certificate, merchantId, checks.kept());
  }

  LinkData data() {
    LinkData data =
        LinkData.empty().with(LinkData.Tag.KEY, key).with(LinkData.Tag.XID, xid);
    if (transStain.isPresent()) data = data.with(LinkData.Tag.TRANS_STAIN, transStain.get());
    if (certificate.isPresent()) data = data.with(LinkData.Tag.CERTIFICATE, certificate.get());
    if (merchantId.isPresent()) data = data.with(LinkData.Tag.MERCHANT_ID, merchantId.get());
    return checks.into(data);
  }
}
