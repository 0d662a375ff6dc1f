import {
  choice,
  decode,
  enumerated,
  explicit,
  implicit,
  type Octets,
  ofHex,
  optional,
  sequence,
  VISIBLE_STRING,
} from '../../main/ts/asn1';
import { AuthEnvelopedData } from '../../main/ts/cms/types';
import * as set from '../../main/ts/set';
import {
  alike,
  Disagreed,
  encB,
  expected,
  openEncB,
  type Reader,
  REST,
  RRTags,
} from './counterpart';
import { need, type VectorFile } from './file';
import type { Shelf } from './shelf';

const AuthRevTags = sequence('AuthRevTags', {
  authRevRRTags: RRTags,
  authRetNum: optional(implicit(0, VISIBLE_STRING)),
  transIDs: implicit(1, set.TransIDs),
  authRRPID: implicit(2, set.RRPID),
});

const AuthRevReqData = sequence('AuthRevReqData', {
  authRevTags: AuthRevTags,
  mThumbs: optional(implicit(0, set.Thumbs)),
  authNewAmt: set.CurrencyAmount,
  rest: REST,
});

const AuthRevReqBaggage = sequence('AuthRevReqBaggage', {
  capToken: optional(implicit(0, AuthEnvelopedData)),
});

const AuthRevResBaggage = sequence('AuthRevResBaggage', {
  capTokenNew: optional(implicit(0, AuthEnvelopedData)),
  authTokenNew: optional(implicit(1, AuthEnvelopedData)),
});

const AuthRevResData = sequence('AuthRevResData', {
  authRevCode: enumerated('AuthRevCode', {
    approved: 0,
    unspecifiedFailure: 1,
    noReply: 2,
    amountError: 3,
    expiredCard: 4,
    invalidTransaction: 5,
    systemError: 6,
    missingCapToken: 7,
    invalidCapToken: 8,
    invalidAmount: 9,
  }),
  authRevTags: AuthRevTags,
  brandCRLIdentifier: optional(explicit(0, REST)),
  peThumb: optional(implicit(1, set.CertThumb)),
  authNewAmt: set.CurrencyAmount,
  rest: REST,
});

const CONTENT = '2.23.42.0.';
const REQUEST = encB(CONTENT + 59, CONTENT + 23, AuthRevReqData, CONTENT + 9, AuthRevReqBaggage);
const WITH_TOKEN = encB(
  CONTENT + 61,
  CONTENT + 25,
  AuthRevResData,
  CONTENT + 10,
  AuthRevResBaggage,
);
const WITHOUT = set.encForm(CONTENT + 60, { oid: CONTENT + 24, type: AuthRevResData });

export const AuthRevReq = explicit(8, REQUEST.type);
export const AuthRevRes = explicit(
  9,
  choice('AuthRevRes', {
    encB: explicit(0, WITH_TOKEN.type),
    enc: explicit(1, AuthEnvelopedData),
  }),
);

/** A gateway's checks of AuthRevReq that tell the vectors apart. @throws Refused, Disagreed */
export async function readAuthRevReq(
  reader: Reader,
  file: VectorFile,
  shelf: Shelf,
): Promise<void> {
  set.fresh(reader.wrapper, reader.now);
  const own = await shelf.opener(need(file, 'world'), 'gateway');
  const request = decode(AuthRevReq, reader.wrapper.message.value as Octets);
  const opened = await openEncB(reader, own, REQUEST, request, 'mer');
  const { authRevTags, authNewAmt } = opened.value.value;
  set.sameRRPID(reader.wrapper, authRevTags.authRevRRTags.rrpid);
  set.sameIDs(reader.wrapper, set.idsOf(authRevTags.transIDs));
  if (request.baggage.value.capToken === undefined) {
    throw new Disagreed('missingCapToken', 'AuthRevReq-P-04');
  }
  if (!set.exceeds(decode(set.CurrencyAmount, ofHex(need(file, 'amount'))), authNewAmt)) {
    throw new Disagreed('invalidAmount', 'AuthRevReq-P-07');
  }
}

/** A merchant's checks of AuthRevRes that tell the vectors apart. @throws Refused */
export async function readAuthRevRes(
  reader: Reader,
  file: VectorFile,
  shelf: Shelf,
): Promise<void> {
  const tags = decode(AuthRevTags, ofHex(need(file, 'tags')));
  set.fresh(reader.wrapper, reader.now);
  set.sameRRPID(reader.wrapper, tags.authRevRRTags.rrpid);
  set.sameIDs(reader.wrapper, set.idsOf(tags.transIDs));
  const own = await shelf.opener(need(file, 'world'), 'merchant');
  const answer = decode(AuthRevRes, reader.wrapper.message.value as Octets);
  const data = await openAnswer(reader, own, answer);
  if (!alike(AuthRevTags, data.authRevTags, tags)) {
    throw new set.Refused('unknownRRPID', 'AuthRevRes-M-03');
  }
  const stays = decode(set.CurrencyAmount, ofHex(need(file, 'amount')));
  const token = answer.is === 'encB' && answer.value.baggage.value.capTokenNew !== undefined;
  if (!set.sameAmount(data.authNewAmt, stays) || token !== stays.amount > 0) {
    throw new set.Refused('unspecifiedFailure', 'AuthRevRes-M-04');
  }
}

async function openAnswer(
  reader: Reader,
  own: set.Opener,
  answer: ReturnType<typeof AuthRevRes.read>,
): Promise<ReturnType<typeof AuthRevResData.read>> {
  if (answer.is === 'encB') {
    const opened = await openEncB(reader, own, WITH_TOKEN, answer.value, 'pgwy');
    return opened.value.value;
  }
  const signed = await set.openE(own, answer.value, WITHOUT.inside);
  const { value } = await set.verify(signed, WITHOUT.content, expected(reader, 'pgwy'));
  return value;
}
