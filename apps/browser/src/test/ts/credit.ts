import {
  BOOLEAN,
  choice,
  decode,
  defaulted,
  equal,
  explicit,
  implicit,
  INTEGER,
  NULL,
  type Octets,
  ofHex,
  optional,
  sequence,
  sequenceOf,
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

const CapTokenSeq = sequenceOf(
  choice('CapTokenOrNone', { capToken: explicit(0, AuthEnvelopedData), none: NULL }),
  1,
);

const CapRevOrCredReqItem = sequence('CapRevOrCredReqItem', {
  transIDs: set.TransIDs,
  authRRPID: set.RRPID,
  capPayload: sequence('CapPayload', {
    capDate: set.SETDate,
    capReqAmt: set.CurrencyAmount,
    rest: REST,
  }),
  newBatchID: optional(implicit(0, INTEGER)),
  capRevOrCredReqDate: set.SETDate,
  capRevOrCredReqAmt: optional(implicit(1, set.CurrencyAmount)),
  newAccountInd: defaulted(implicit(2, BOOLEAN), false),
  cRvRqItemExtensions: optional(implicit(3, set.MsgExtensions)),
  originalRRPID: optional(implicit(4, set.RRPID)),
});
type Item = ReturnType<typeof CapRevOrCredReqItem.read>;

const CapRevOrCredReqData = sequence('CapRevOrCredReqData', {
  capRevOrCredRRTags: RRTags,
  mThumbs: optional(implicit(0, set.Thumbs)),
  capRevOrCredReqItemSeq: sequenceOf(CapRevOrCredReqItem, 1),
  rest: REST,
});

const CapRevOrCredResData = sequence('CapRevOrCredResData', {
  capRevOrCredRRTags: RRTags,
  capRevOrCredResItemSeq: sequenceOf(
    sequence('CapRevOrCredResItem', {
      transIDs: set.TransIDs,
      authRRPID: set.RRPID,
      capRevOrCredResPayload: sequence('CapRevOrCredResPayload', {
        capRevOrCredCode: set.CapRevOrCredCode,
        capRevOrCredActualAmt: set.CurrencyAmount,
        rest: REST,
      }),
    }),
    1,
  ),
  rest: REST,
});

const CONTENT = '2.23.42.0.';

function request(tbe: number, tbs: number) {
  return encB(CONTENT + tbe, CONTENT + tbs, CapRevOrCredReqData, CONTENT + 11, CapTokenSeq);
}

function answer(tbe: number, data: number) {
  return set.encForm(CONTENT + tbe, { oid: CONTENT + data, type: CapRevOrCredResData });
}

/** The three pairs, by the alternatives of Message. */
const REQUESTS = {
  captureReversalRequest: request(65, 29),
  creditRequest: request(68, 32),
  creditReversalRequest: request(71, 35),
};
const ANSWERS = {
  captureReversalResponse: answer(67, 31),
  creditResponse: answer(70, 34),
  creditReversalResponse: answer(73, 37),
};

type Asking = keyof typeof REQUESTS;
type Answering = keyof typeof ANSWERS;

function asked(number: number, name: string, form: (typeof REQUESTS)[Asking]) {
  return explicit(number, choice(name, { encB: explicit(0, form.type) }));
}

export const CREDIT_MESSAGES = {
  CapRevReq: asked(12, 'CapRevReq', REQUESTS.captureReversalRequest),
  CapRevRes: explicit(13, AuthEnvelopedData),
  CredReq: asked(14, 'CredReq', REQUESTS.creditRequest),
  CredRes: explicit(15, AuthEnvelopedData),
  CredRevReq: asked(16, 'CredRevReq', REQUESTS.creditReversalRequest),
  CredRevRes: explicit(17, AuthEnvelopedData),
};

const SENT = {
  captureReversalRequest: CREDIT_MESSAGES.CapRevReq,
  creditRequest: CREDIT_MESSAGES.CredReq,
  creditReversalRequest: CREDIT_MESSAGES.CredRevReq,
};

const TOLD = {
  captureReversalResponse: CREDIT_MESSAGES.CapRevRes,
  creditResponse: CREDIT_MESSAGES.CredRes,
  creditReversalResponse: CREDIT_MESSAGES.CredRevRes,
};

/** Whether a gateway reads it as a request about captured money. */
export function isCreditRequest(is: string): is is Asking {
  return is in REQUESTS;
}

/** Whether a merchant reads it as an answer about captured money. */
export function isCreditAnswer(is: string): is is Answering {
  return is in ANSWERS;
}

function amountOf(item: Item): set.CurrencyAmount {
  return item.capRevOrCredReqAmt ?? item.capPayload.capReqAmt;
}

/** A gateway's checks that tell the vectors apart. @throws Refused, Disagreed */
export async function readCreditRequest(
  reader: Reader,
  is: Asking,
  file: VectorFile,
  shelf: Shelf,
): Promise<void> {
  set.fresh(reader.wrapper, reader.now);
  const own = await shelf.opener(need(file, 'world'), 'gateway');
  const message = decode(SENT[is], reader.wrapper.message.value as Octets).value;
  const opened = await openEncB(reader, own, REQUESTS[is], message, 'mer');
  const data = opened.value.value;
  set.sameRRPID(reader.wrapper, data.capRevOrCredRRTags.rrpid);
  const item = data.capRevOrCredReqItemSeq[0];
  const token = message.baggage.value[0];
  if (item === undefined || token === undefined) {
    throw new set.Refused('unspecifiedFailure', 'CRvReq-P-04');
  }
  set.sameIDs(reader.wrapper, set.idsOf(item.transIDs));
  if (token.is === 'none') throw new Disagreed('missingCapToken', 'CRvReq-P-05');
  judge(is, item, file);
}

function judge(is: Asking, item: Item, file: VectorFile): void {
  const captured = decode(set.CurrencyAmount, ofHex(need(file, 'amount')));
  const amount = amountOf(item);
  switch (is) {
    case 'creditRequest':
      if (set.exceeds(amount, captured)) {
        throw new Disagreed('originalProcessed', 'CredReq-P-02');
      }
      return;
    case 'captureReversalRequest':
      return original(item, 'captured', captured, 'CapRevReq-P-01', file);
    case 'creditReversalRequest':
      return original(
        item,
        'credited',
        file.header.has('credit')
          ? decode(set.CurrencyAmount, ofHex(need(file, 'credit')))
          : undefined,
        'CredRevReq-P-01',
        file,
      );
  }
}

function original(
  item: Item,
  header: string,
  booked: set.CurrencyAmount | undefined,
  rule: string,
  file: VectorFile,
): void {
  const found =
    booked !== undefined &&
    item.originalRRPID !== undefined &&
    equal(item.originalRRPID, decode(set.RRPID, ofHex(need(file, header)))) &&
    set.sameAmount(amountOf(item), booked);
  if (!found) throw new Disagreed('originalNotFound', rule);
}

/** A merchant's checks that tell the vectors apart. @throws Refused */
export async function readCreditAnswer(
  reader: Reader,
  is: Answering,
  file: VectorFile,
  shelf: Shelf,
): Promise<void> {
  const tags = decode(RRTags, ofHex(need(file, 'tags')));
  const item = decode(CapRevOrCredReqItem, ofHex(need(file, 'item')));
  set.fresh(reader.wrapper, reader.now);
  set.sameRRPID(reader.wrapper, tags.rrpid);
  set.sameIDs(reader.wrapper, set.idsOf(item.transIDs));
  const own = await shelf.opener(need(file, 'world'), 'merchant');
  const sealed = decode(TOLD[is], reader.wrapper.message.value as Octets);
  const signed = await set.openE(own, sealed, ANSWERS[is].inside);
  const { value } = await set.verify(signed, ANSWERS[is].content, expected(reader, 'pgwy'));
  const told = value.capRevOrCredResItemSeq[0];
  if (!alike(RRTags, value.capRevOrCredRRTags, tags) || told === undefined) {
    throw new set.Refused('unknownRRPID', 'CRvRes-M-03');
  }
  const { capRevOrCredCode, capRevOrCredActualAmt } = told.capRevOrCredResPayload;
  const due =
    capRevOrCredCode === 'success' ? amountOf(item) : { ...amountOf(item), amount: 0 };
  if (!set.sameAmount(capRevOrCredActualAmt, due)) {
    throw new set.Refused('unspecifiedFailure', 'CRvRes-M-04');
  }
}
