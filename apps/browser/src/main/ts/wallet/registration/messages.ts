import { encode, equal, type Octets, time } from '../../asn1';
import { random } from '../../crypto';
import {
  CONTENT,
  EncX,
  EXH,
  FORM,
  fresh,
  type Message,
  type MessageIDs,
  type MessageWrapper,
  newKey,
  type ReferralData,
  Refused,
  S,
  sameIDs,
  sameRRPID,
  type Signatory,
  type Signer,
  Thumbs,
  unwrap,
  wrap,
} from '../../set';
import { heldThumbs, knownBy, proved, recipient } from './authority';
import type { Asked, FormItem, State } from './state';

/** A request made: what its answer is held to, and the octets that go out until there is one. */
type Out = Required<Pick<State, 'asked' | 'out'>>;

async function asking(brand: string): Promise<Asked> {
  return { rrpid: random(20), challenge: random(20), thumbs: await heldThumbs(brand) };
}

function out(asked: Asked, message: Message, ids: MessageIDs): Out {
  return { asked, out: wrap(message, asked.rrpid, ids, Date.now()) };
}

/** CardCInitReq: nothing is said of the card but its brand (CardCInitReq-E-01, -02). */
export async function cardCInitReq({ brand, lidEE }: State): Promise<Out> {
  const asked = await asking(brand);
  const { rrpid, challenge: challEE, thumbs } = asked;
  const value = { rrpid, lidEE, challEE, brandID: brand, thumbs };
  return out(asked, { is: 'cardCInitRequest', value }, { lidC: lidEE });
}

/** Proves the CCA, before any account number is sealed to it. @throws Refused */
export async function cardCInitRes(octets: Octets, state: State): Promise<State> {
  const { wrapper, asked } = answer(octets, state);
  const { message } = wrapper;
  if (message.is !== 'cardCInitResponse') throw unexpected();
  const found = await proved(message.value, CONTENT.CardCInitResTBS, state.brand);
  const data = found.signed.value;
  sameExchange('CardCInitRes-E-03', wrapper, data, data.lidCA, state);
  // CardCInitRes-E-04: our challenge came back, so the answer is not an old one.
  if (!equal(data.challEE, asked.challenge)) throw stale('CardCInitRes-E-04');
  const rules = ['CardCInitRes-E-05', 'CardCInitRes-E-06'] as const;
  const authority = await knownBy(found, data.caeThumb, state.brand, undefined, rules);
  return { ...state, lidCA: data.lidCA, authority };
}

/** RegFormReq: the account number goes sealed to the CCA that was proved (RegFormReq-E-01, -02). */
export async function regFormReq(state: State): Promise<Out> {
  const { brand, lidEE, lidCA, type: requestType, language, pan } = state;
  const asked = await asking(brand);
  const { rrpid, challenge: challEE2, thumbs } = asked;
  const data = { rrpid, lidEE, challEE2, lidCA, requestType, language, thumbs };
  const to = await recipient(state.authority!, brand);
  const value = await EXH(to, FORM.RegFormReq, data, { pan, exNonce: random(20) });
  const ids = { lidC: lidEE, lidM: lidCA };
  return out(asked, { is: 'registrationFormRequest', value }, ids);
}

/** The form of the card's issuer, or why there is none. @throws Refused */
export async function regFormRes(
  octets: Octets,
  state: State,
): Promise<{ readonly state: State; readonly referral?: ReferralData }> {
  const { wrapper, asked } = answer(octets, state);
  const { message } = wrapper;
  if (message.is !== 'registrationFormResponse') throw unexpected();
  const found = await proved(message.value, CONTENT.RegFormResTBS, state.brand);
  const data = found.signed.value;
  sameExchange('RegFormRes-E-03', wrapper, data, data.lidCA, state);
  if (!alike(data.lidCA, state.lidCA)) throw new Refused('unknownLID', 'RegFormRes-E-03');
  if (data.requestType !== state.type) throw new Refused('unspecifiedFailure', 'RegFormRes-E-03');
  // RegFormRes-E-04: our challenge came back, so the form is not an old one.
  if (!equal(data.challEE2, asked.challenge)) throw stale('RegFormRes-E-04');
  const { is, value } = data.formOrReferral;
  if (is === 'referralData') return { state, referral: value };
  // RegFormRes-E-05: a new thumb is proved as the first was; without one that holds on.
  const rules = ['RegFormRes-E-05', 'RegFormRes-E-05'] as const;
  const authority = data.caeThumb
    ? await knownBy(found, data.caeThumb, state.brand, state.authority, rules)
    : state.authority!;
  const { regFormID = 0, regFieldSeq: fields = [] } = value.regTemplate ?? {};
  // RegFormRes-E-06: fields have different names, and there are 50 at most.
  if (fields.length > 50 || new Set(fields.map((one) => one.fieldName)).size < fields.length) {
    throw new Refused('unspecifiedFailure', 'RegFormRes-E-06');
  }
  const form = { challCA: data.challCA, regFormID, fields, policy: value.policy };
  return { state: { ...state, authority, form } };
}

/** The key to be certified and who signs for it. */
export interface NewKeys {
  /** SubjectPublicKeyInfo. */
  readonly publicKeyS: Octets;
  /** The new key alone; in a renewal with the holder of the certificate that is renewed. */
  readonly by: Signatory;
  /** Thumb of the certificate that is renewed. */
  readonly eeThumb?: Octets;
}

/**
 * CertReq: the new key, signed by itself, with the form filled in and the account sealed beside it.
 * CardSecret and the key for the way back are drawn anew (CertReq-E-01 to E-05).
 */
export async function certReq(
  state: State,
  answers: readonly FormItem[],
  { publicKeyS, by, eeThumb }: NewKeys,
): Promise<State> {
  const { lidEE, lidCA, brand, form, type: requestType } = state;
  const asked = await asking(brand);
  const [cardSecret, backKey] = [random(32), { backKey: random(32) }];
  const data = {
    rrpid: asked.rrpid,
    lidEE,
    challEE3: asked.challenge,
    lidCA,
    challCA: form!.challCA,
    requestType,
    requestDate: time(Math.floor(Date.now() / 1000) * 1000),
    regFormID: form!.regFormID,
    regForm: answers.length > 0 ? answers : undefined,
    caBackKeyData: backKey,
    publicKeySorE: { publicKeyS },
    eeThumb,
    thumbs: asked.thumbs,
  };
  const account = { pan: state.pan, cardExpiry: state.expiry, cardSecret, exNonce: random(20) };
  const to = await recipient(state.authority!, brand);
  const encx = await EncX(by, to, FORM.CertReq, data, { is: 'panData0', value: account });
  const message = { is: 'certificateRequest', value: { is: 'encx', value: encx } } as const;
  return { ...state, cardSecret, backKey, ...out(asked, message, { lidC: lidEE, lidM: lidCA }) };
}

/** CertInqReq: asks how a request stands (CertInqReq-E-01, -02). */
export async function certInqReq(state: State, by: Signer): Promise<Out> {
  const { lidEE, lidCA } = state;
  const asked = { rrpid: random(20), challenge: random(20), thumbs: undefined };
  const data = { rrpid: asked.rrpid, lidEE, challEE3: asked.challenge, lidCA: lidCA! };
  const value = await S(newKey(by), CONTENT.CertInqReqTBS, data);
  const ids = { lidC: lidEE, lidM: lidCA };
  const message = { is: 'certificateInquiryRequest', value } as const;
  return out(asked, message, ids);
}

/**
 * The answer to the request that waits for one (W-01 to W-05).
 *
 * @throws Refused where it breaks a rule, by W-09 where it is an Error; Asn1Error where it is none
 */
export function answer(
  octets: Octets,
  state: State,
): { readonly wrapper: MessageWrapper; readonly asked: Asked } {
  const wrapper = unwrap(octets);
  const { message } = wrapper;
  if (message.is === 'error') {
    // Nobody proved it, so of what it says nothing is believed but that there is no answer.
    const { is, value } = message.value;
    throw new Refused(is === 'unsignedError' ? value.errorCode : 'unspecifiedFailure', 'W-09');
  }
  fresh(wrapper, Date.now());
  const asked = state.asked!;
  sameRRPID(wrapper, asked.rrpid);
  return { wrapper, asked };
}

interface Identified {
  readonly rrpid: Octets;
  readonly lidEE: Octets;
  readonly thumbs?: Thumbs | undefined;
}

/** RRPID, our label and thumbs are ours, and the header says the same. @throws Refused */
export function sameExchange(
  rule: string,
  wrapper: MessageWrapper,
  data: Identified,
  lidCA: Octets | undefined,
  state: State,
): void {
  const asked = state.asked!;
  if (!equal(data.rrpid, asked.rrpid)) throw new Refused('unknownRRPID', rule);
  if (!equal(data.lidEE, state.lidEE)) throw new Refused('unknownLID', rule);
  sameIDs(wrapper, { lidC: data.lidEE, lidM: lidCA });
  const der = (thumbs: Thumbs | undefined) => thumbs && encode(Thumbs, thumbs);
  if (!alike(der(data.thumbs), der(asked.thumbs))) throw new Refused('thumbsMismatch', rule);
}

/** Whether both are absent, or both are there with the same octets. */
export function alike(a: Octets | undefined, b: Octets | undefined): boolean {
  return a && b ? equal(a, b) : a === b;
}

/** An old answer: our challenge did not come back. */
export function stale(rule: string): Refused {
  return new Refused('challengeMismatch', rule);
}

/** Another message than the one that answers. */
export function unexpected(): Refused {
  return new Refused('messageNotSupported', 'W-08');
}
