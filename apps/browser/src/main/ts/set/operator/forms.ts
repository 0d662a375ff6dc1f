import {
  asSent,
  type AsSent,
  encode,
  equal,
  type Octets,
  octets,
  sequence,
  toSend,
  type Type,
} from '../../asn1';
import { type AuthEnvelopedData, contentInfo, detached, SignedData } from '../../cms/types';
import type { TrustedCertificate } from '../../pki';
import { type Content, DD, holds } from './digest';
import { E, EK, isClosed, openE, openEK, type Opener } from './seal';
import { type Expected, S, type Signatory, SO, type Verified, verify } from './sign';

/** Two parts that were sealed together. */
export interface Both<T, P> {
  readonly value: T;
  readonly extra: P;
}

/** How EX of some message looks: its content type and its parts. */
export function exForm<T, P>(tbe: string, value: Type<T>, extra: Content<P>) {
  const link = sequence('L', { value, link: detached(extra.oid) });
  return { extra, inside: contentInfo(tbe, sequence('TBE', { link, extra: asSent(extra.type) })) };
}

/** EX(r, t, p): t and p sealed together; t belongs to p. @throws Refused */
export async function EX<T, P>(
  recipient: TrustedCertificate,
  form: ReturnType<typeof exForm<T, P>>,
  value: T,
  extra: P,
): Promise<AuthEnvelopedData> {
  const sent = toSend(form.extra.type, extra);
  const link = { value, link: await DD(sent.der) };
  return E(recipient, form.inside, { link, extra: sent });
}

/** What EX seals; the link holds (OP-36). @throws Refused */
export async function openEX<T, P>(
  own: Opener,
  form: ReturnType<typeof exForm<T, P>>,
  message: AuthEnvelopedData,
): Promise<Both<T, P>> {
  const { link, extra } = await openE(own, message, form.inside);
  if (!(await holds(link.link, extra.der))) throw isClosed();
  return { value: link.value, extra: extra.value };
}

/** How EXH of some message looks. */
export function exhForm<T, P>(tbe: string, value: Type<T>, extra: Content<P>) {
  const link = sequence('L', { value: asSent(value), link: detached(extra.oid) });
  const parts = { link, digest: octets(32), extra: asSent(extra.type) };
  return { value, extra, inside: contentInfo(tbe, sequence('TBE', parts)) };
}

/** EXH(r, t, p): as EX, where nobody signs. @throws Refused */
export async function EXH<T, P>(
  recipient: TrustedCertificate,
  form: ReturnType<typeof exhForm<T, P>>,
  value: T,
  extra: P,
): Promise<AuthEnvelopedData> {
  const sent = toSend(form.value, value);
  const sentExtra = toSend(form.extra.type, extra);
  const link = { value: sent, link: await DD(sentExtra.der) };
  return E(recipient, form.inside, { link, digest: await DD(sent.der), extra: sentExtra });
}

/** What EXH seals; link and digest hold (OP-37). @throws Refused */
export async function openEXH<T, P>(
  own: Opener,
  form: ReturnType<typeof exhForm<T, P>>,
  message: AuthEnvelopedData,
): Promise<Both<T, P>> {
  const { link, digest, extra } = await openE(own, message, form.inside);
  const hold = equal(digest, await DD(link.value.der)) && (await holds(link.link, extra.der));
  if (!hold) throw isClosed();
  return { value: link.value.value, extra: extra.value };
}

/** How Enc and EncK of some message look. */
export function encForm<T>(tbe: string, content: Content<T>) {
  return { content, inside: contentInfo(tbe, SignedData) };
}

/** Enc(s, r, t): signed, then sealed. @throws Refused */
export async function Enc<T>(
  signatory: Signatory,
  recipient: TrustedCertificate,
  form: ReturnType<typeof encForm<T>>,
  value: T,
): Promise<AuthEnvelopedData> {
  return E(recipient, form.inside, await S(signatory, form.content, value));
}

/** EncK(k, s, t): signed, then sealed under a key that both hold. */
export async function EncK<T>(
  key: Octets,
  signatory: Signatory,
  form: ReturnType<typeof encForm<T>>,
  value: T,
): Promise<AuthEnvelopedData> {
  return EK(key, form.inside, await S(signatory, form.content, value));
}

/** What EncK seals, proved to be by whom is expected (OP-39). @throws Refused */
export async function openEncK<T>(
  key: Octets,
  form: ReturnType<typeof encForm<T>>,
  message: AuthEnvelopedData,
  expected: Expected,
): Promise<Verified<T>> {
  return verify(await openEK(key, message, form.inside), form.content, expected);
}

/** How EncX of some message looks. */
export function encxForm<T, P>(tbe: string, tbs: string, value: Type<T>, extra: Type<P>) {
  const [t, p] = [asSent(value), asSent(extra)];
  const both: Content<Both<AsSent<T>, AsSent<P>>> = {
    oid: tbs,
    type: sequence('TBS', { value: t, extra: p }),
  };
  const parts = { value: t, signature: SignedData, extra: p };
  return { value, extra, both, inside: contentInfo(tbe, sequence('TBE', parts)) };
}

/** EncX(s, r, t, p): t and p signed together, then sealed with the signature. @throws Refused */
export async function EncX<T, P>(
  signatory: Signatory,
  recipient: TrustedCertificate,
  form: ReturnType<typeof encxForm<T, P>>,
  value: T,
  extra: P,
): Promise<AuthEnvelopedData> {
  const both = { value: toSend(form.value, value), extra: toSend(form.extra, extra) };
  const signature = await SO(signatory, form.both, both);
  return E(recipient, form.inside, { ...both, signature });
}

/** The octets that the signature of EncX covers (OP-40). */
export function encxOctets<T, P>(
  form: ReturnType<typeof encxForm<T, P>>,
  both: Both<AsSent<T>, AsSent<P>>,
): Octets {
  return encode(form.both.type, both);
}
