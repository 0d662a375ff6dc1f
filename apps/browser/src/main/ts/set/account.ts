import {
  base64,
  concat,
  encode,
  NUMERIC_STRING,
  type Octets,
  sequence,
  utf8,
} from '../asn1';
import { hkdf, hmac } from '../crypto';

const BlindedAccountInput = sequence('BlindedAccountInput', {
  pan: NUMERIC_STRING,
  cardExpiry: NUMERIC_STRING,
});

/** PANSecret of a certified card (spec/conventions.md): from CardSecret and the CCA's nonce. */
export function panSecret(
  cardSecret: Octets,
  nonceCCA: Octets,
  pan: string,
  cardExpiry: string,
): Promise<Octets> {
  const info = concat([utf8('OpenSET PANSecret'), Uint8Array.of(0), utf8(pan + cardExpiry)]);
  return hkdf(cardSecret, nonceCCA, info);
}

/** TransStain of a purchase: proves at the gateway that the purchases of one card are its own. */
export function transStain(cardSecret: Octets, xid: Octets): Promise<Octets> {
  return hmac(cardSecret, xid);
}

/** The common name of the card's certificate, which hides the account (CERT-33). */
export async function cardholderId(
  secret: Octets,
  pan: string,
  cardExpiry: string,
): Promise<string> {
  return base64(await hmac(secret, encode(BlindedAccountInput, { pan, cardExpiry })));
}
