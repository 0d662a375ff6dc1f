import type { Octets } from '../../asn1';
import type { Card } from '../card';
import type { BackKeyData, RegField, RegFormItem, RequestType, Thumbs } from '../../set';

/** An answer to a question of the form. */
export type FormItem = RegFormItem;

/** What was asked, to which the answer is held. */
export interface Asked {
  readonly rrpid: Octets;
  readonly challenge: Octets;
  readonly thumbs: Thumbs | undefined;
}

/** The CCA as it showed itself; it is proved anew whenever something is sealed to it (REG-03). */
export interface Authority {
  /** Thumb of its key-exchange certificate. */
  readonly caeThumb: Octets;
  /** Certificates that came along, as DER; nothing is proved of them. */
  readonly certificates: readonly Octets[];
}

/** The form of the card's issuer. */
export interface Form {
  readonly challCA: Octets;
  readonly regFormID: number;
  readonly fields: readonly RegField[];
  readonly policy: string;
}

/**
 * A registration on its way, which lies sealed at rest whole: it holds the account and its secrets
 * (WAL-08).
 */
export interface State {
  readonly pan: string;
  /** YYYYMM. */
  readonly expiry: string;
  readonly language: string;
  readonly brand: string;
  /** Where the CCA is. */
  readonly cca: string;
  readonly type: RequestType;
  /** Whether the key is a passkey that signs by itself. */
  readonly signs?: boolean | undefined;
  /** Our label of this registration, drawn anew for each (REG-02). */
  readonly lidEE: Octets;
  readonly lidCA?: Octets | undefined;
  readonly authority?: Authority;
  readonly form?: Form;
  readonly cardSecret?: Octets;
  readonly backKey?: BackKeyData;
  readonly asked?: Asked;
  /** The request that waits for its answer, to be sent again octet for octet (WAL-04). */
  readonly out?: Octets | undefined;
}

/** A registration opened by the person's gesture, in this page's memory only. */
export interface Session {
  readonly card: Card;
  readonly state: State;
  /** The card's key, under which every step is sealed. */
  readonly key: CryptoKey;
}
