package openset.set.data.card;

import openset.asn1.Asn1Exception;
import openset.asn1.Der;
import openset.asn1.Tagged;
import openset.crypto.Hmac;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.set.data.XID;

/**
 * The cardholder's half of what hides the account number in its certificate: made by the wallet,
 * told to the CCA alone. Of all zeros where there is no certificate; such a one is never accepted
 * from a peer.
 *
 * <pre>
 * CardSecret ::= Secret
 * Secret     ::= OCTET STRING (SIZE(32))    -- SET 1.0: SIZE(20)
 * </pre>
 */
public record CardSecret(SecretBytes secret) {
  /** How many octets. */
  public static final int OCTETS = 32;

  /** The card secret of a cardholder without certificate. */
  public static final CardSecret NONE = new CardSecret(SecretOctets.zero(OCTETS));

  public static final Tagged<CardSecret> TYPE =
      SecretOctets.type("CardSecret", OCTETS).map("CardSecret", CardSecret::sent, s -> s.secret);

  public CardSecret {
    SecretOctets.sized(secret, OCTETS);
  }

  /** A fresh card secret. */
  public static CardSecret random(Randomness randomness) {
    return new CardSecret(SecretBytes.random(OCTETS, randomness));
  }

  private static CardSecret sent(SecretBytes secret) {
    if (SecretOctets.isZero(secret)) throw new Asn1Exception("CardSecret of zeros");
    return new CardSecret(secret);
  }

  /** TransStain = HMAC(XID, CardSecret): ties a purchase to the card for whoever knows both. */
  public TransStain stain(XID xid) {
    return new TransStain(Der.of(Hmac.sha256(secret, xid.octets().bytes())));
  }
}
