import { concat, decode, type Octets, ofHex } from '../../main/ts/asn1';
import { Certificate, certificateListOf, Trust } from '../../main/ts/pki';
import type { Opener } from '../../main/ts/set';
import type { VectorFile } from './file';

/** The clock of the worlds. */
export const NOW = Date.parse('2026-06-01T12:00:00Z');

const AUTHORITIES = ['brand', 'cca', 'mca', 'pca', 'other-brand', 'other-mca'];

/** PKCS #8 around the 32 octets of a private key of each curve. */
export const PKCS8 = {
  'P-256': '3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420',
  X25519: '302e020100300506032b656e04220420',
  Ed25519: '302e020100300506032b657004220420',
};

/** Certificates, CRLs and keys of vectors/world. */
export class Shelf {
  private readonly files: ReadonlyMap<string, VectorFile>;
  private readonly trusts = new Map<string, Promise<Trust>>();

  constructor(files: readonly VectorFile[]) {
    this.files = new Map(files.map((file) => [file.path, file]));
  }

  octets(world: string, name: string): Octets {
    const file = this.files.get(`world/${world}/${name}.txt`);
    if (file === undefined) throw new Error(`no ${name} in ${world}`);
    return file.body;
  }

  certificate(world: string, name: string): Certificate {
    return decode(Certificate, this.octets(world, name));
  }

  /** Knows the root and the authorities, and holds the first CRL of each, and one more. */
  trust(world: string, more?: string): Promise<Trust> {
    const key = `${world} ${more ?? ''}`;
    const known = this.trusts.get(key);
    if (known !== undefined) return known;
    const made = this.make(world, more);
    this.trusts.set(key, made);
    return made;
  }

  private async make(world: string, more?: string): Promise<Trust> {
    const crls = ['root', ...AUTHORITIES].map((name) => this.octets(world, name + '-crl'));
    const trust = await Trust.in([this.certificate(world, 'root')]);
    const informed = await trust
      .withCertificates(AUTHORITIES.map((name) => this.certificate(world, name)))
      .withCrls(crls.map(certificateListOf), NOW);
    if (more === undefined) return informed;
    return informed.withCrls([certificateListOf(this.octets(world, more))], NOW);
  }

  /** Who opens what is sealed to that participant. */
  async opener(world: string, participant: string): Promise<Opener> {
    const edwards = world === 'edwards';
    const prefix = ofHex(PKCS8[edwards ? 'X25519' : 'P-256']);
    const key = await crypto.subtle.importKey(
      'pkcs8',
      concat([prefix, this.octets(world, participant + '-open-key')]),
      edwards ? { name: 'X25519' } : { name: 'ECDH', namedCurve: 'P-256' },
      false,
      ['deriveBits'],
    );
    return { name: this.certificate(world, participant + '-open').name, key };
  }

  /** The private key with which that authority signs its messages. */
  signingKey(world: string, authority: string): Promise<CryptoKey> {
    const edwards = world === 'edwards';
    const prefix = ofHex(PKCS8[edwards ? 'Ed25519' : 'P-256']);
    const octets = concat([prefix, this.octets(world, authority + '-sign-key')]);
    const algorithm = edwards ? { name: 'Ed25519' } : { name: 'ECDSA', namedCurve: 'P-256' };
    return crypto.subtle.importKey('pkcs8', octets, algorithm, false, ['sign']);
  }
}
