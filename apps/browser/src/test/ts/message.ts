import { decode } from '../../main/ts/asn1';
import { type Message, MessageWrapper, Refused } from '../../main/ts/set';
import { readByAuthority } from './authority';
import type { Reader } from './counterpart';
import { need, type VectorFile } from './file';
import { readByGateway } from './gateway';
import { readByMerchant } from './merchant';
import { nowOf } from './reading';
import type { Shelf } from './shelf';
import { MESSAGES } from './types';
import { readByEndEntity, readByWallet } from './wallet';

const ANSWERS: readonly Message['is'][] = ['meAqCInitResponse', 'certificateResponse'];

/** Whoever gets the message does its checks. @throws Refused, Untrusted, Asn1Error, Disagreed */
export async function readMessage(file: VectorFile, shelf: Shelf): Promise<void> {
  const wrapper = decode(MessageWrapper, file.body);
  if (wrapper.message.is !== MESSAGES[need(file, 'type')]) {
    throw new Refused('messageNotSupported', 'W-08');
  }
  const trust = await shelf.trust(need(file, 'world'), file.header.get('crl'));
  const reader: Reader = { wrapper, trust, now: nowOf(file), brand: 'Aurora' };
  const who = need(file, 'reader');
  if (who !== 'wallet' && ANSWERS.includes(wrapper.message.is)) {
    return readByEndEntity(reader, who);
  }
  switch (who) {
    case 'merchant':
      return readByMerchant(reader, file, shelf);
    case 'gateway':
      return readByGateway(reader, file, shelf);
    case 'wallet':
      return readByWallet(reader, file);
    default:
      return readByAuthority(reader, file, shelf);
  }
}
