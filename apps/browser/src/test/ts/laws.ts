import {
  Asn1Error,
  decode,
  encode,
  equal,
  hex,
  type Octets,
  PEER,
  Reader,
  type Type,
} from '../../main/ts/asn1';
import { Certificate, CertificateList } from '../../main/ts/pki';
import { MessageWrapper, Offer } from '../../main/ts/set';
import { need, parse, type VectorFile } from './file';
import { LAWS } from './arbitrary';
import { Random } from './random';

/** How much was tried, and what broke a law. */
export interface Laws {
  readonly tried: Readonly<Record<string, number>>;
  readonly wrong: readonly string[];
}

/**
 * Random values of every type come back from their DER, and every message of vectors/ with one
 * octet changed, left out or put in is refused or comes out with the same octets.
 */
export function holdLaws(texts: Readonly<Record<string, string>>): Laws {
  const wrong: string[] = [];
  const seed = Number(texts['seed'] ?? '20260601');
  const values = roundTrips(new Random(seed), wrong);
  const files = Object.entries(texts)
    .filter(([path]) => path.endsWith('.txt'))
    .map(([path, text]) => parse(path, text));
  const changes = changedOctets(files, new Random(seed), wrong);
  const lies = lyingLengths(wrong);
  return { tried: { values, changes, lies }, wrong };
}

function roundTrips(random: Random, wrong: string[]): number {
  let tried = 0;
  for (const [name, law] of Object.entries(LAWS)) {
    for (let i = 0; i < 200; i++) {
      tried++;
      const problem = law(random);
      if (problem !== undefined) wrong.push(`${name}: ${problem}`);
    }
  }
  return tried;
}

const WHOLE: Readonly<Record<string, Type<unknown>>> = { Certificate, CertificateList };

function changedOctets(files: readonly VectorFile[], random: Random, wrong: string[]): number {
  let tried = 0;
  for (const file of files) {
    const type = file.header.has('reader') ? MessageWrapper : WHOLE[need(file, 'type')];
    if (type === undefined || need(file, 'expect') !== 'success') continue;
    for (let i = 0; i < 60; i++) {
      tried++;
      const changed = change(file.body, random);
      const problem = refusedOrSame(type, changed);
      const shown = hex(changed).slice(0, 80);
      if (problem !== undefined) wrong.push(`${file.path} ${problem}: ${shown}`);
    }
  }
  return tried;
}

/** One octet changed, left out or put in. */
function change(octets: Octets, random: Random): Octets {
  const at = random.below(octets.length);
  switch (random.below(3)) {
    case 0: {
      const changed = octets.slice();
      changed[at] = (changed[at] ?? 0) ^ (1 + random.below(255));
      return changed;
    }
    case 1:
      return Uint8Array.from([...octets.subarray(0, at), ...octets.subarray(at + 1)]);
    default:
      return Uint8Array.from([
        ...octets.subarray(0, at),
        random.below(256),
        ...octets.subarray(at),
      ]);
  }
}

/** What breaks the law: neither a refusal nor the same octets. */
export function refusedOrSame<T>(type: Type<T>, octets: Octets): string | undefined {
  try {
    return equal(encode(type, decode(type, octets)), octets) ? undefined : 'comes out otherwise';
  } catch (e) {
    return e instanceof Asn1Error ? undefined : `breaks: ${String(e)}`;
  }
}

/** Lengths of up to 2^32 - 1 over few octets are refused and nothing is allocated for them. */
function lyingLengths(wrong: string[]): number {
  const lies = ['84ffffffff', '847fffffff', '83ffffff', '82ffff', '7f', '80', '8100', '820001'];
  for (const lie of lies) {
    const octets = Uint8Array.from([0x30, ...(lie.match(/../g) ?? []).map((x) => parseInt(x, 16))]);
    for (const type of [MessageWrapper, Offer] as readonly Type<unknown>[]) {
      const problem = refusedOrSame(type, octets);
      if (problem !== undefined) wrong.push(`length ${lie}: ${problem}`);
    }
    try {
      new Reader(octets, PEER).whole();
      wrong.push(`length ${lie} is believed`);
    } catch (e) {
      if (!(e instanceof Asn1Error)) wrong.push(`length ${lie}: ${String(e)}`);
    }
  }
  return lies.length;
}
