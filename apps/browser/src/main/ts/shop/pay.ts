/**
 * The shop's end of a payment (spec/entrance.md). The page has a link to the wallet that carries
 * the initiation in its fragment, so that paying works without this script. With it, the wallet
 * opens where the person is: as a payment handler, else in a window of its own, else the link is
 * followed.
 *
 * What comes back is a hint of where to go on; the page there shows what the shop itself knows.
 */

/** How a visit to the wallet ended, as the wallet tells it. Nothing is proved by it. */
type Status = 'paid' | 'declined' | 'unconfirmed' | 'cancelled';

interface Order {
  /** The wallet's origin. */
  wallet: string;
  /** The text of spec/initiation.md. */
  initiation: string;
  label: string;
  /** ISO 4217, three letters. */
  currency: string;
  /** In major units, with a point. */
  total: string;
  /** The link itself: the last of the three ways. */
  href: string;
}

const RETURN: Record<Status, string> = {
  paid: 'success',
  declined: 'failure',
  unconfirmed: 'failure',
  cancelled: 'cancel',
};
const READY_WITHIN_MS = 8000;
const LOOK_EVERY_MS = 300;
const WINDOW = 'popup,width=640,height=760';

/** Makes every link of {@code page} that has data-pay open the wallet. */
export function offerPayment(page: ParentNode): void {
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a[data-pay]')) offer(link);
}

function offer(link: HTMLAnchorElement): void {
  const order = read(link);
  let request = handled(order);
  let usable = false;
  // Asked beforehand: after a click the gesture would be used up by the time of the answer.
  request?.canMakePayment().then(
    (can) => (usable = can),
    () => (usable = false),
  );
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (link.getAttribute('aria-disabled') === 'true') return;
    link.setAttribute('aria-disabled', 'true');
    const visit = usable && request ? byHandler(request, order) : byWindow(order);
    void visit
      .then((status) => goOn(order, status))
      .finally(() => {
        link.removeAttribute('aria-disabled');
        request = handled(order);
      });
  });
}

function read(link: HTMLAnchorElement): Order {
  const url = new URL(link.href);
  const { label = '', currency = '', total = '' } = link.dataset;
  return {
    wallet: url.origin,
    initiation: text(url.hash.slice('#init='.length)),
    label,
    currency,
    total,
    href: link.href,
  };
}

function text(base64url: string): string {
  const binary = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
  return new TextDecoder().decode(Uint8Array.from(binary, (c) => c.charCodeAt(0)));
}

/** A request to the wallet's payment handler; nothing where the browser cannot. */
function handled(order: Order): PaymentRequest | undefined {
  if (!('PaymentRequest' in globalThis)) return undefined;
  try {
    return new PaymentRequest(
      [{ supportedMethods: `${order.wallet}/pay`, data: { initiation: order.initiation } }],
      {
        total: {
          label: order.label,
          amount: { currency: order.currency, value: order.total },
        },
      },
    );
  } catch {
    return undefined;
  }
}

/** The browser's own window with the wallet in it. */
async function byHandler(request: PaymentRequest, order: Order): Promise<Status | undefined> {
  try {
    const response = await request.show();
    const { status } = response.details as { status?: unknown };
    await response.complete(status === 'paid' ? 'success' : 'unknown');
    return known(status);
  } catch (e) {
    // The person closed the window; whether something was approved before, the shop knows.
    if (e instanceof DOMException && e.name === 'AbortError') return 'cancelled';
    return byWindow(order);
  }
}

/** A window of the wallet's own, to which the initiation is posted when it is ready. */
function byWindow(order: Order): Promise<Status | undefined> {
  const opened = open(`${order.wallet}/pay#popup`, '_blank', WINDOW);
  if (!opened) return follow(order);
  return new Promise((resolve) => {
    let ready = false;
    const began = Date.now();
    const end = (status: Status | undefined): void => {
      clearInterval(look);
      removeEventListener('message', hear);
      resolve(status);
    };
    const hear = (event: MessageEvent<unknown>): void => {
      if (event.source !== opened || event.origin !== order.wallet) return;
      const said = event.data as { openset?: unknown; status?: unknown };
      if (said.openset === 'ready') {
        ready = true;
        const initiation = { openset: 'initiation', text: order.initiation };
        opened.postMessage(initiation, order.wallet);
      }
      if (said.openset === 'done') end(known(said.status));
    };
    addEventListener('message', hear);
    const look = setInterval(() => {
      if (opened.closed && ready) end('cancelled');
      // Where windows of two origins are kept apart, this one looks closed and never gets ready.
      if (!ready && (opened.closed || Date.now() - began > READY_WITHIN_MS)) {
        opened.close();
        end(undefined);
        void follow(order);
      }
    }, LOOK_EVERY_MS);
  });
}

/** The link, as it would have been without this script. */
function follow(order: Order): Promise<undefined> {
  location.assign(order.href);
  return Promise.resolve(undefined);
}

function known(status: unknown): Status {
  return typeof status === 'string' && Object.hasOwn(RETURN, status)
    ? (status as Status)
    : 'cancelled';
}

/** Goes on where the initiation says. */
function goOn(order: Order, status: Status | undefined): void {
  if (!status) return;
  const header = new RegExp(`^SET-${RETURN[status]}-URL: ?(\\S+)`, 'im').exec(order.initiation);
  if (header?.[1]) location.assign(header[1]);
}
