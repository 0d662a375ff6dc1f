/** What the theatre's server tells: the records of openset.theatre as they arrive. */

export const LANES = [
  'authority',
  'cardholder',
  'merchant',
  'gateway',
  'acquirer',
  'clearing',
  'issuer',
] as const;

/** A kind of participant, in the order of the stage. */
export type Lane = (typeof LANES)[number];

export const FACTS = ['account', 'goods', 'address', 'amount', 'approval'] as const;

/** Something people ask who knows it. */
export type Fact = (typeof FACTS)[number];

export const SCENES = [
  'registration',
  'order',
  'payment',
  'authorization',
  'receipt',
  'capture',
  'refund',
  'clearing',
  'settlement',
  'other',
] as const;

/** What a message is part of. */
export type Scene = (typeof SCENES)[number];

export type How = 'digest' | 'carries' | 'reads';

export interface Purchase {
  readonly id: string;
  readonly at: string;
  readonly merchant: string;
  readonly order: string;
  readonly goods: readonly string[];
  readonly total: string;
  readonly brand: string;
  readonly standing: string;
}

/** A message of a purchase; `micros` is how long it travelled, where both ends tell. */
export interface Act {
  readonly number: number;
  readonly scene: Scene;
  readonly protocol: 'set' | 'iso8583' | 'offer';
  readonly name: string;
  readonly from: Lane;
  readonly to: Lane;
  readonly at: string;
  readonly micros?: number;
  readonly size: number;
}

export interface Play {
  readonly purchase: Purchase;
  readonly cast: readonly { readonly lane: Lane; readonly title: string }[];
  readonly acts: readonly Act[];
  readonly knowledge: {
    readonly [fact in Fact]?: {
      readonly [lane in Lane]?: readonly { readonly act: number; readonly how: How }[];
    };
  };
}

export type Kind =
  | 'sealed'
  | 'signed'
  | 'digest'
  | 'secret'
  | 'account'
  | 'certificate'
  | 'bitmap';

/** A part of a message, in its place among the bytes of its segment. */
export interface Node {
  readonly name: string;
  readonly type: string;
  readonly text?: string;
  readonly at: number;
  readonly length: number;
  readonly kind?: Kind;
  readonly opens?: number;
  readonly parts?: readonly Node[];
}

/** Bytes that lie open together, in hexadecimal. */
export interface Segment {
  readonly bytes: string;
  readonly hidden: readonly (readonly [number, number])[];
  readonly readers: readonly Lane[];
  readonly recipient?: Lane;
  readonly root: Node;
}

export interface Opened {
  readonly act: Act;
  readonly segments: readonly Segment[];
}

export interface Ledger {
  readonly lane: Lane;
  readonly title: string;
  readonly lines: readonly {
    readonly line: {
      readonly kind: 'posting' | 'hold';
      readonly transfer: string;
      readonly text: string;
      readonly at: string;
      readonly account: string;
      readonly amount: number;
    };
    readonly currency: string;
    readonly digits: number;
  }[];
  readonly sums: readonly {
    readonly currency: string;
    readonly digits: number;
    readonly entries: number;
    readonly debits: string;
    readonly credits: string;
  }[];
}

async function get<T>(path: string): Promise<T> {
  const answer = await fetch(path, { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return (await answer.json()) as T;
}

export const purchases = async (): Promise<readonly Purchase[]> =>
  (await get<{ purchases: readonly Purchase[] }>('/api/purchases')).purchases;

export const play = (id: string): Promise<Play> => get(`/api/purchases/${id}`);

export const opened = (id: string, act: number): Promise<Opened> =>
  get(`/api/purchases/${id}/acts/${act}`);

export const ledgers = async (id: string): Promise<readonly Ledger[]> =>
  (await get<{ ledgers: readonly Ledger[] }>(`/api/purchases/${id}/ledgers`)).ledgers;

/** A type's ASN.1, and the page of the specification on which it stands. */
export interface Definition {
  readonly page: string;
  readonly text: string;
}

export const definition = async (type: string): Promise<Definition | undefined> =>
  (await get<{ definition?: Definition }>(`/api/types/${encodeURIComponent(type)}`)).definition;

const SETTLE_MILLIS = 1500;

/**
 * Calls `stirred` whenever something was said, and once after the page has settled, for what was
 * said meanwhile; answers how to stop listening.
 */
export function live(stirred: () => void): () => void {
  const source = new EventSource('/api/live');
  let pulse: string | undefined;
  source.addEventListener('stir', ({ lastEventId }) => {
    if (pulse === undefined) setTimeout(stirred, SETTLE_MILLIS);
    else if (pulse !== lastEventId) stirred();
    pulse = lastEventId;
  });
  return () => source.close();
}
