import {
  asSent,
  type AsSent,
  decode,
  encode,
  equal,
  implicit,
  type Octets,
  optional,
  sequence,
  type Type,
  type Value,
  VISIBLE_STRING,
} from '../../main/ts/asn1';
import {
  AuthEnvelopedData,
  contentInfo,
  detached,
  SignedData,
} from '../../main/ts/cms/types';
import type { Required, Trust } from '../../main/ts/pki';
import * as set from '../../main/ts/set';
import type { Opener, Verified } from '../../main/ts/set';

/** Whoever is not the wallet and reads a message: what it holds, and its clock. */
export interface Reader {
  readonly wrapper: set.MessageWrapper;
  readonly trust: Trust;
  readonly now: number;
  /** The brand of the worlds. */
  readonly brand: string;
}

/** A message that is refused for a reason that is no error of the protocol. */
export class Disagreed extends Error {
  constructor(
    readonly code: string,
    readonly rule: string,
  ) {
    super(code);
  }
}

/** All that is left of a SEQUENCE, unread. */
export const REST: Type<Octets> = {
  name: 'ANY',
  begins: () => true,
  read: (from) => from.rest(),
  write: (value) => value,
};

export const RRTags = sequence('RRTags', {
  rrpid: set.RRPID,
  merTermIDs: sequence('MerTermIDs', { merchantID: set.MerchantID, rest: REST }),
  currentDate: set.SETDate,
});

export const AuthTags = sequence('AuthTags', {
  authRRTags: RRTags,
  transIDs: set.TransIDs,
  authRetNum: optional(implicit(0, VISIBLE_STRING)),
});
export type AuthTags = Value<typeof AuthTags>;

/** How EncB of some message looks: sealed Enc{L{t, b}} and baggage. */
export function encB<T, B>(
  tbe: string,
  tbs: string,
  value: Type<T>,
  baggage: string,
  carried: Type<B>,
) {
  const linked = sequence('L', { value, link: detached(baggage) });
  return {
    type: sequence('EncB', { sealed: AuthEnvelopedData, baggage: asSent(carried) }),
    content: { oid: tbs, type: linked },
    inside: contentInfo(tbe, SignedData),
  };
}

/** What EncB seals, by whom is required, with its baggage (OP-41). */
export async function openEncB<T, B>(
  reader: Reader,
  own: Opener,
  form: ReturnType<typeof encB<T, B>>,
  message: { readonly sealed: AuthEnvelopedData; readonly baggage: AsSent<B> },
  type: Required['type'],
): Promise<Verified<{ readonly value: T; readonly link: Octets }>> {
  const signed = await set.openE(own, message.sealed, form.inside);
  const verified = await set.verify(signed, form.content, expected(reader, type));
  if (!(await set.holds(verified.value.link, message.baggage.der))) {
    throw new set.Refused('signatureFailure', 'OP-41');
  }
  return verified;
}

/** A signer of that type and the reader's brand. */
export function expected(reader: Reader, type: Required['type']): set.Expected {
  const signer: Required = { type, use: 'digitalSignature', brand: reader.brand };
  return { signer, trust: reader.trust, now: reader.now };
}

/** Whether two values of a type are the same. */
export function alike<T>(type: Type<T>, a: T, b: T): boolean {
  return equal(encode(type, a), encode(type, b));
}

/** The labels of a registration outside are those inside (W-05, W-07). */
export function sameRegistration(
  wrapper: set.MessageWrapper,
  rrpid: Octets,
  lidEE: Octets,
  lidCA: Octets | undefined,
): void {
  set.sameRRPID(wrapper, rrpid);
  set.sameIDs(wrapper, { lidC: lidEE, lidM: lidCA });
}

/** The value of an alternative that stays unread in a wallet's Message. */
export function unread<T>(type: Type<T>, message: set.Message): T {
  return decode(type, message.value as Octets);
}
