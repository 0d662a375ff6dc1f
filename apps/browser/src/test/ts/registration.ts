import {
  decode,
  enumerated,
  explicit,
  implicit,
  type Octets,
  ofHex,
  optional,
  sequence,
  sequenceOf,
} from '../../main/ts/asn1';
import { BrandCRLIdentifier, Certificate, CertificateList } from '../../main/ts/pki';
import * as set from '../../main/ts/set';
import { certRes } from '../../main/ts/wallet/registration/certified';
import { cardCInitRes, regFormRes } from '../../main/ts/wallet/registration/messages';
import type { State } from '../../main/ts/wallet/registration/state';
import { learn } from '../../main/ts/wallet/trust';
import type { Reader } from './counterpart';
import { need, type VectorFile } from './file';

const KnownAuthority = sequence('KnownAuthority', {
  registrant: enumerated('Registrant', { cardholder: 0, merchant: 1, gateway: 2 }),
  brandID: set.BrandID,
  caeThumb: set.CertThumb,
  certificates: sequenceOf(Certificate),
  crls: sequenceOf(CertificateList),
  bci: optional(explicit(0, BrandCRLIdentifier)),
});

const CardCInitAsked = sequence('CardCInitAsked', {
  rrpid: set.RRPID,
  lidEE: set.LocalID,
  challEE: set.Challenge,
  brandID: set.BrandID,
  thumbs: optional(implicit(0, set.Thumbs)),
});

const RegFormAsked = sequence('RegFormAsked', {
  rrpid: set.RRPID,
  lidEE: set.LocalID,
  challEE2: set.Challenge,
  lidCA: optional(implicit(0, set.LocalID)),
  requestType: set.RequestType,
  thumbs: optional(implicit(1, set.Thumbs)),
  authority: KnownAuthority,
});

const CertReqAsked = sequence('CertReqAsked', {
  rrpid: set.RRPID,
  lidEE: set.LocalID,
  challEE3: set.Challenge,
  lidCA: optional(implicit(0, set.LocalID)),
  requestType: set.RequestType,
  idData: optional(explicit(1, set.IDData)),
  publicKeySorE: set.PublicKeySorE,
  card: optional(
    implicit(
      2,
      sequence('CardAsked', {
        pan: set.PAN,
        cardExpiry: set.CardExpiry,
        cardSecret: set.CardSecret,
        caBackKey: set.BackKeyData,
      }),
    ),
  ),
  thumbs: optional(implicit(3, set.Thumbs)),
  authority: KnownAuthority,
});

const NOBODY = { pan: '', expiry: '', language: 'en', cca: '', type: 'cardInitialSig' } as const;

/** The wallet's checks of what a CCA answers, at the reader's clock and trust. @throws Refused */
export async function readRegistration(reader: Reader, file: VectorFile): Promise<void> {
  const [clock, reach] = [Date.now, globalThis.fetch];
  Date.now = () => reader.now;
  globalThis.fetch = () => Promise.reject(new TypeError('nobody is reached'));
  try {
    await learn(reader.trust);
    await read(reader.wrapper.message.is, file.body, ofHex(need(file, 'asked')));
  } finally {
    Date.now = clock;
    globalThis.fetch = reach;
  }
}

async function read(is: set.Message['is'], octets: Octets, known: Octets): Promise<void> {
  if (is === 'cardCInitResponse') {
    const { brandID: brand, challEE: challenge, ...asked } = decode(CardCInitAsked, known);
    await cardCInitRes(octets, state(brand, challenge, asked));
  } else if (is === 'registrationFormResponse') {
    const { challEE2: challenge, ...asked } = decode(RegFormAsked, known);
    await regFormRes(octets, state(asked.authority.brandID, challenge, asked));
  } else {
    const { challEE3: challenge, card, ...asked } = decode(CertReqAsked, known);
    if (card === undefined) throw new Error('no card');
    const { pan, cardExpiry: expiry, cardSecret, caBackKey: backKey } = card;
    const about = state(asked.authority.brandID, challenge, asked);
    const spki = asked.publicKeySorE.publicKeyS ?? new Uint8Array();
    await certRes(octets, { ...about, pan, expiry, cardSecret, backKey }, spki);
  }
}

interface Asked {
  readonly rrpid: Octets;
  readonly lidEE: Octets;
  readonly lidCA?: Octets | undefined;
  readonly thumbs?: set.Thumbs | undefined;
  readonly requestType?: set.RequestType;
  readonly authority?: ReturnType<typeof KnownAuthority.read>;
}

function state(brand: string, challenge: Octets, asked: Asked): State {
  const { rrpid, lidEE, lidCA, thumbs, authority } = asked;
  const type = asked.requestType ?? NOBODY.type;
  const about = { ...NOBODY, type, brand, lidEE, lidCA, asked: { rrpid, challenge, thumbs } };
  if (authority === undefined) return about;
  const certificates = authority.certificates.map((one) => one.der);
  return { ...about, authority: { caeThumb: authority.caeThumb, certificates } };
}
