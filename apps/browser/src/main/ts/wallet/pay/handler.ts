/**
 * The wallet's payment handler: takes a payment request, opens the wallet's page for it, and hands
 * the page what the shop asked and who the browser says is asking (spec/entrance.md). It keeps
 * nothing and sees no card.
 */

/** What the page is told, and the browser's word for who asks. */
export interface Requested {
  openset: 'initiation';
  text: string;
  /** The page that asks and the page in whose tab that is; both must be the shop's. */
  origins: string[];
  /** What the browser was told to be the total, ISO 4217 letters and major units. */
  total: { currency: string; value: string };
}

interface PaymentRequestEvent extends ExtendableEvent {
  readonly topOrigin: string;
  readonly paymentRequestOrigin: string;
  readonly methodData: readonly { supportedMethods: string; data?: { initiation?: unknown } }[];
  readonly total: { currency: string; value: string };
  respondWith(answer: Promise<{ methodName: string; details: Details }>): void;
  openWindow(url: string): Promise<WindowClient | null>;
}
interface CanMakePaymentEvent extends ExtendableEvent {
  respondWith(answer: boolean): void;
}
interface Details {
  status: string;
  order: string;
}
interface ExtendableEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface WindowClient {
  postMessage(message: unknown): void;
}
interface Told extends ExtendableEvent {
  readonly data: { openset?: unknown; status?: unknown; order?: unknown };
  readonly source: WindowClient | null;
}
interface Scope {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', heard: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'canmakepayment', heard: (event: CanMakePaymentEvent) => void): void;
  addEventListener(type: 'paymentrequest', heard: (event: PaymentRequestEvent) => void): void;
  addEventListener(type: 'message', heard: (event: Told) => void): void;
}

const scope = self as unknown as Scope;
let waiting: { requested: Requested; finish: (details: Details) => void } | undefined;

scope.addEventListener('install', () => void scope.skipWaiting());
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener('canmakepayment', (event) => event.respondWith(true));

scope.addEventListener('paymentrequest', (event) => {
  // One payment at a time: who comes later takes the place of who waited.
  waiting?.finish({ status: 'cancelled', order: '' });
  const method = event.methodData[0];
  const answer = new Promise<Details>((resolve) => {
    waiting = {
      requested: {
        openset: 'initiation',
        text: String(method?.data?.initiation ?? ''),
        origins: [event.topOrigin, event.paymentRequestOrigin].map((url) => new URL(url).origin),
        total: { currency: event.total.currency, value: event.total.value },
      },
      finish: (details) => {
        waiting = undefined;
        resolve(details);
      },
    };
  });
  // A rejection would leave the browser's own page standing there: a person who says no is told
  // as a result.
  event.respondWith(
    answer.then((details) => ({ methodName: method?.supportedMethods ?? '', details })),
  );
  void event.openWindow('/pay#handler').then((page) => {
    if (!page) waiting?.finish({ status: 'cancelled', order: '' });
  });
});

scope.addEventListener('message', ({ data, source }) => {
  if (!waiting) return;
  if (data.openset === 'ready') source?.postMessage(waiting.requested);
  if (data.openset === 'done') {
    waiting.finish({ status: String(data.status), order: String(data.order) });
  }
});
