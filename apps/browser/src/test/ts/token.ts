import {
  decode,
  equal,
  implicit,
  integer,
  NUMERIC_STRING,
  type Octets,
  octets,
  ofHex,
  optional,
  sequence,
} from '../../main/ts/asn1';
import type { AuthEnvelopedData } from '../../main/ts/cms/types';
import * as set from '../../main/ts/set';
import { Disagreed, expected, type Reader, REST } from './counterpart';
import { need, type VectorFile } from './file';

const AuthTokenData = sequence('AuthTokenData', {
  transIDs: set.TransIDs,
  purchAmt: set.CurrencyAmount,
  merchantID: set.MerchantID,
  acqBackKeyData: optional(implicit(0, set.BackKeyData)),
  installRecurData: optional(implicit(1, set.InstallRecurData)),
  recurringCount: optional(implicit(2, integer(1, 999))),
  prevAuthDateTime: set.SETDate,
  totalAuthAmount: set.CurrencyAmount,
  authTokenOpaque: implicit(3, octets(0, 1024)),
});

const TokenOpaque = sequence('TokenOpaque', {
  authRRPID: set.RRPID,
  acquirerBIN: NUMERIC_STRING,
  rest: REST,
});

const PANToken = sequence('PANToken', {
  pan: set.PAN,
  cardExpiry: set.CardExpiry,
  exNonce: set.Nonce,
});

const FORM = set.encxForm('2.23.42.0.55', '2.23.42.0.19', AuthTokenData, PANToken);

/** What a gateway checks of a token that tells the vectors apart. @throws Refused, Disagreed */
export async function readAuthToken(
  reader: Reader,
  own: set.Opener,
  token: AuthEnvelopedData,
  wanted: set.CurrencyAmount,
  file: VectorFile,
): Promise<void> {
  const { value, signature, extra } = await set.openE(own, token, FORM.inside);
  const signed: Octets = set.encxOctets(FORM, { value, extra });
  await set.verifyDetached(signature, FORM.both, signed, expected(reader, 'pgwy'));
  const data = value.value;
  set.sameIDs(reader.wrapper, set.idsOf(data.transIDs));
  const { authRRPID } = decode(TokenOpaque, data.authTokenOpaque);
  if (!equal(authRRPID, decode(set.RRPID, ofHex(need(file, 'last'))))) {
    throw new Disagreed('piPreviouslyUsed', 'AuthToken-P-04');
  }
  const before = decode(set.CurrencyAmount, ofHex(need(file, 'authorized')));
  const together = { ...wanted, amount: wanted.amount + before.amount };
  if (set.exceeds(together, data.purchAmt)) {
    throw new Disagreed('amountError', 'AuthToken-P-05');
  }
}
