import { decode, encode, hex, type Octets, OWN } from '../asn1';
import { sha256 } from '../crypto';
import { bundleOf, type Certificate, Trust, TrustBundle, Untrusted, withBundle } from '../pki';
import { config } from './config';
import { Unreached } from './problem';
import { get, put } from './store';
import { bodyOf } from './wire';

/** The longest bundle that is read, in octets. */
const BUNDLE_LONGEST = 1024 * 1024;
/** How old what was fetched may be before it is fetched again, in milliseconds. */
const FRESH = 20_000;

interface Bundle {
  readonly id: 'bundle';
  readonly der: Octets;
}

let held: { readonly trust: Trust; readonly at: number } | undefined;

/**
 * Whom the wallet trusts now: the root of the configuration's digest, and all that the authority
 * publishes and that is proved under it. What was learnt is stored, so that no older list is taken
 * for a newer one after a restart (CRL-04).
 *
 * @throws Unreached where nothing is known yet and the authority does not answer
 * @throws Untrusted where what it publishes is not proved
 */
export async function trust(): Promise<Trust> {
  const now = Date.now();
  if (held && now - held.at < FRESH) return held.trust;
  const before = held?.trust ?? (await stored(now));
  try {
    const bundle = await fetched();
    const after = await withBundle(before ?? (await rooted(bundle)), bundle, now);
    held = { trust: after, at: now };
    await keep(after);
    return after;
  } catch (e) {
    // What is held goes on until its lists end; they are looked at with every proof.
    if (!(e instanceof Unreached) || !before) throw e;
    return before;
  }
}

/** Holds more from now on, such as lists that came along with a message. */
export async function learn(more: Trust): Promise<void> {
  held = { trust: more, at: held?.at ?? 0 };
  await keep(more);
}

async function stored(now: number): Promise<Trust | undefined> {
  const kept = await get<Bundle>('trust', 'bundle');
  // Another root by configuration is another world, of which nothing was learnt yet.
  const root = kept && (await rootOf(kept.der));
  return root && withBundle(await Trust.in([root]), kept.der, now);
}

async function fetched(): Promise<Octets> {
  try {
    const answer = await fetch((await config()).trust, { cache: 'no-store' });
    if (!answer.ok) throw new Unreached();
    return await bodyOf(answer, BUNDLE_LONGEST);
  } catch {
    throw new Unreached();
  }
}

async function rootOf(bundle: Octets): Promise<Certificate | undefined> {
  const { root } = await config();
  for (const one of decode(TrustBundle, bundle, OWN).certificates) {
    if (hex(await sha256(one.der)) === root) return one;
  }
  return undefined;
}

async function rooted(bundle: Octets): Promise<Trust> {
  const root = await rootOf(bundle);
  if (!root) throw new Untrusted('MISSING', 'CERT-21');
  return Trust.in([root]);
}

async function keep(trust: Trust): Promise<void> {
  const below = decode(TrustBundle, bundleOf(trust), OWN);
  const certificates = [...trust.roots, ...below.certificates];
  const kept: Bundle = { id: 'bundle', der: encode(TrustBundle, { ...below, certificates }) };
  await put('trust', kept);
}
