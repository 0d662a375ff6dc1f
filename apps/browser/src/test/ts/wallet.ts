import { decode, sequence } from '../../main/ts/asn1';
import type { Required } from '../../main/ts/pki';
import * as set from '../../main/ts/set';
import { expected, type Reader, REST } from './counterpart';
import type { VectorFile } from './file';
import { readPurchase } from './purchase';
import { readRegistration } from './registration';
import { OTHERS } from './types';

const REGISTRATION: readonly set.Message['is'][] = [
  'cardCInitResponse',
  'registrationFormResponse',
  'certificateResponse',
  'certificateInquiryResponse',
];

const ME_AQ_C_INIT_RES = {
  oid: '2.23.42.0.43',
  type: sequence('Me-AqCInitResTBS', { rest: REST }),
};

/** Who must have signed what an end entity gets in a registration, by who that is. */
const AUTHORITY: Readonly<Record<string, Required['type']>> = {
  wallet: 'cca',
  merchant: 'mca',
  gateway: 'pca',
};

/** What a merchant or gateway checks of its authority's answer: who signed it. @throws Refused */
export async function readByEndEntity(reader: Reader, who: string): Promise<void> {
  const { message } = reader.wrapper;
  const authority = expected(reader, AUTHORITY[who] ?? 'cca');
  set.fresh(reader.wrapper, reader.now);
  if (message.is === 'meAqCInitResponse') {
    const signed = decode(OTHERS['Me-AqCInitRes'], message.value);
    await set.verify(signed, ME_AQ_C_INIT_RES, authority);
  }
  if (message.is === 'certificateResponse' && message.value.is === 'certResSigned') {
    await set.verify(message.value.value, set.FORM.CertRes.content, authority);
  }
}

/** The wallet's own treatments. @throws Refused */
export async function readByWallet(reader: Reader, file: VectorFile): Promise<void> {
  const { message } = reader.wrapper;
  set.fresh(reader.wrapper, reader.now);
  if (message.is === 'error' && message.value.is === 'signedError') {
    await set.verify(message.value.value, set.CONTENT.ErrorTBS, expected(reader, 'mer'));
  }
  if (REGISTRATION.includes(message.is)) return readRegistration(reader, file);
  await readPurchase(reader, file);
}
