import { concat, decode, encode, hex, type Octets, ofHex, toSend, utf8 } from '../../main/ts/asn1';
import { SignedData } from '../../main/ts/cms/types';
import { random, spkiOf } from '../../main/ts/crypto';
import { Certificate, Trust, type TrustedCertificate, withBundle } from '../../main/ts/pki';
import * as set from '../../main/ts/set';
import {
  createInqReq,
  createPInitReq,
  createPReq,
  type Means,
  type PayingCard,
  type PInitAsked,
  processPInitRes,
  processPRes,
  type Proved,
} from '../../main/ts/set/purchase';
import { PKCS8 } from './shelf';

/** What the other side gives; octets in hexadecimal. */
export interface Given {
  readonly now: number;
  readonly root: string;
  readonly bundle: string;
  readonly offer: string;
  readonly cca: string;
  readonly card: {
    readonly curve: 'P-256' | 'Ed25519';
    readonly key: string;
    readonly certificates: readonly string[];
    readonly pan: string;
    readonly expiry: string;
    readonly cardSecret: string;
    readonly panSecret: string;
  };
  /** What the issuer shall check, and how the other side writes it (PReq-C-07). */
  readonly checks: {
    readonly securityCode: string;
    readonly billingAddress: set.BillingAddress;
    readonly extensions: string;
  };
}

/** How it went, and how long it took in milliseconds, as the median of some. */
export interface Exchanged {
  readonly outcome: string;
  readonly milliseconds: Readonly<Record<string, number>>;
  readonly wrong: readonly string[];
}

const ROUNDS = 15;

/** A whole purchase, and the sealed messages of a registration, with who answers at `/…`. */
export async function exchange(given: Given): Promise<Exchanged> {
  return buy(given, await cardOf(given, await keyOf(given)));
}

/** The same with a passkey of this browser's authenticator as the card's key (spec/passkey.md). */
export async function exchangeByPasskey(given: Given): Promise<Exchanged> {
  const { signer, spki } = await newPasskey();
  const proof = { hPIData: random(32), hOIData: random(32) };
  const signed = await set.S(set.newKey(signer), set.CONTENT.PITBS, proof);
  const told = { spki: hex(spki), signed: hex(encode(SignedData, signed)) };
  const answer = await post('/certify', utf8(JSON.stringify(told)));
  const certificates = JSON.parse(new TextDecoder().decode(answer)) as string[];
  return buy(given, await cardOf({ ...given, card: { ...given.card, certificates } }, signer));
}

async function buy(given: Given, card: PayingCard): Promise<Exchanged> {
  const root = decode(Certificate, ofHex(given.root));
  const trust = await withBundle(await Trust.in([root]), ofHex(given.bundle), given.now);
  const means: Means = { now: given.now, trust, policy: set.STANDARD };
  const offer = toSend(set.Offer, decode(set.Offer, ofHex(given.offer)));
  const asking = { lidC: random(20), lidM: offer.value.lidM, brandID: card.brandID };
  const first = createPInitReq({ ...asking, bin: card.bin, language: 'en' }, given.now);
  const answer = set.unwrap(await post('/merchant', first.wrapper));
  const check = () => proves(answer, first.asked, offer, means);
  const proved = await check();
  const order = () => createPReq(proved, offer.value, card, given.checks, given.now);
  const milliseconds = {
    'PInitRes checked': await median(check),
    'PReq made': await median(order),
  };
  const ordered = await order();
  const told = set.unwrap(await post('/merchant', ordered.wrapper));
  if (told.message.is !== 'purchaseResponse') throw new Error('no PRes');
  const { asked } = ordered;
  const outcome = await processPRes(told, told.message.value, asked, asked, means);
  const inquiry = await createInqReq(proved.transIDs, card.signatory, given.now);
  await post('/inquiry', inquiry.wrapper);
  await register(given, trust, card);
  return { outcome: outcome.outcome.is, milliseconds, wrong: otherwise(given) };
}

/** Extensions that we write otherwise than the other side. */
function otherwise({ checks }: Given): string[] {
  const nothing = set.extensionsOf({}) === undefined ? [] : ['extensions of nothing'];
  const written = hex(encode(set.MsgExtensions, set.extensionsOf(checks)!));
  return written === checks.extensions ? nothing : [...nothing, written];
}

async function proves(
  wrapper: set.MessageWrapper,
  asked: PInitAsked,
  offer: ReturnType<typeof toSend<set.Offer>>,
  means: Means,
): Promise<Proved> {
  if (wrapper.message.is !== 'purchaseInitResponse') throw new Error('no PInitRes');
  return processPInitRes(wrapper, wrapper.message.value, asked, offer, means);
}

async function cardOf({ card }: Given, signer: set.Signer): Promise<PayingCard> {
  const [own, ...chain] = card.certificates.map((der) => decode(Certificate, ofHex(der)));
  if (own === undefined) throw new Error('no certificate');
  return {
    signatory: await set.holder(signer, own, chain),
    brandID: own.subject.organization,
    bin: card.pan.slice(0, 6),
    pan: card.pan,
    expiry: card.expiry,
    cardSecret: ofHex(card.cardSecret),
    panSecret: ofHex(card.panSecret),
  };
}

async function keyOf({ card }: Given): Promise<set.Signer> {
  const algorithm = card.curve === 'Ed25519' ? 'Ed25519' : { name: 'ECDSA', namedCurve: 'P-256' };
  const pkcs8 = concat([ofHex(PKCS8[card.curve]), ofHex(card.key)]);
  return set.signerOf(await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']));
}

async function newPasskey(): Promise<{ signer: set.Signer; spki: Octets }> {
  const created = await navigator.credentials.create({
    publicKey: {
      challenge: random(32),
      rp: { id: location.hostname, name: 'OpenSET' },
      user: { id: random(16), name: 'Sample', displayName: 'Sample' },
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      authenticatorSelection: { userVerification: 'required' },
    },
  });
  const passkey = created as PublicKeyCredential;
  const allowCredentials = [{ type: 'public-key' as const, id: passkey.rawId }];
  const signer = set.passkeySigner(async (challenge) => {
    const publicKey = { challenge, allowCredentials, userVerification: 'required' as const };
    return (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
  });
  return { signer, spki: set.passkeyKey(passkey) };
}

/** RegFormReq, CertReq and CertInqReq by a key of their own. */
async function register(given: Given, trust: Trust, card: PayingCard): Promise<void> {
  const to = await cca(given, trust);
  const ids = { lidEE: random(20), lidCA: random(20) };
  const header = { lidC: ids.lidEE, lidM: ids.lidCA };
  const send = (path: string, message: set.Message, rrpid: Octets) =>
    post(path, set.wrap(message, rrpid, header, given.now));
  const [rrpid, challenge, exNonce] = [random(20), random(20), random(20)];
  const type = 'cardInitialSig' as const;
  const form = { rrpid, ...ids, challEE2: challenge, requestType: type, language: 'zh-Hans' };
  const exh = await set.EXH(to, set.FORM.RegFormReq, form, { pan: card.pan, exNonce });
  await send('/regform', { is: 'registrationFormRequest', value: exh }, rrpid);
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const keys = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const by = set.newKey(set.signerOf(keys.privateKey));
  const request: set.CertReqData = {
    rrpid,
    ...ids,
    challEE3: challenge,
    challCA: random(20),
    requestType: type,
    requestDate: '20260601120000Z',
    regFormID: 7,
    regForm: [{ fieldName: '姓名', fieldValue: 'Sample Cardholder' }],
    caBackKeyData: { backKey: random(32) },
    publicKeySorE: { publicKeyS: await spkiOf(keys.publicKey) },
  };
  const { pan, expiry: cardExpiry, cardSecret } = card;
  const account = { is: 'panData0', value: { pan, cardExpiry, cardSecret, exNonce } } as const;
  const encx = await set.EncX(by, to, set.FORM.CertReq, request, account);
  await send('/certreq', { is: 'certificateRequest', value: { is: 'encx', value: encx } }, rrpid);
  const asks = { rrpid, ...ids, challEE3: challenge };
  const value = await set.S(by, set.CONTENT.CertInqReqTBS, asks);
  await send('/certinq', { is: 'certificateInquiryRequest', value }, rrpid);
}

function cca(given: Given, trust: Trust): Promise<TrustedCertificate> {
  const required = { type: 'cca', use: 'keyAgreement', brand: 'Aurora' } as const;
  return trust.validate(decode(Certificate, ofHex(given.cca)), [], required, given.now);
}

async function post(path: string, body: Octets): Promise<Octets> {
  const answer = await fetch(path, { method: 'POST', body });
  if (!answer.ok) throw new Error(`${path} of ${hex(body).length / 2}: ${await answer.text()}`);
  return new Uint8Array(await answer.arrayBuffer());
}

async function median(act: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const begin = performance.now();
    await act();
    times.push(performance.now() - begin);
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}

