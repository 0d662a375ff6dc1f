/**
 * The three ways in (spec/entrance.md): the browser's payment handler, a window that the shop
 * opened, a link. Each brings an initiation, and takes back how it ended.
 */
import type { Requested } from './handler';

/** How a visit ended; the shop believes none of it. */
export type Status = 'paid' | 'declined' | 'unconfirmed' | 'cancelled';

export interface Entrance {
  kind: 'handler' | 'popup' | 'link';
  /** The initiation, spec/initiation.md, unread. */
  text: string;
  /** Who asks, as the browser tells; empty with a link, of which a browser tells nothing. */
  origins: string[];
  /** What the browser was told to be the total, where it was. */
  total?: Requested['total'];
  /**
   * Ends the visit.
   *
   * @param order LID-M in hexadecimal
   * @param next where the person goes on after a link, of a proved merchant; back where it came
   *     from where there is none
   */
  done(status: Status, order: string, next?: string): void;
}

/** The entrance that this page was opened by; nothing where it was opened by hand. */
export function entrance(): Promise<Entrance | undefined> {
  const way = location.hash;
  if (way === '#handler') return handler();
  if (way === '#popup') return popup();
  return Promise.resolve(way.startsWith('#init=') ? link(way.slice(6)) : undefined);
}

function handler(): Promise<Entrance> {
  return new Promise((resolve) => {
    const workers = navigator.serviceWorker;
    workers.addEventListener('message', ({ data }: MessageEvent<Requested>) => {
      const { text, origins, total } = data;
      if (data.openset !== 'initiation') return;
      const done: Entrance['done'] = (status, order) =>
        void workers.ready.then((it) => it.active?.postMessage({ openset: 'done', status, order }));
      resolve({ kind: 'handler', text, origins, total, done });
    });
    workers.startMessages();
    void workers.ready.then((it) => it.active?.postMessage({ openset: 'ready' }));
  });
}

function popup(): Promise<Entrance | undefined> {
  const shop = opener as Window | null;
  if (!shop) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    addEventListener('message', (event: MessageEvent<{ openset?: unknown; text?: unknown }>) => {
      if (event.source !== shop || event.data.openset !== 'initiation') return;
      const { origin } = event;
      const done: Entrance['done'] = (status, order) => {
        shop.postMessage({ openset: 'done', status, order }, origin);
        close();
      };
      resolve({ kind: 'popup', text: String(event.data.text), origins: [origin], done });
    });
    // Nothing is told by it, and who opened this page is not known yet.
    shop.postMessage({ openset: 'ready' }, '*');
  });
}

function link(base64url: string): Entrance {
  const done: Entrance['done'] = (_status, _order, next) => {
    if (next) location.replace(next);
    else history.back();
  };
  return { kind: 'link', text: decoded(base64url), origins: [], done };
}

/** What is no base64url of UTF-8 becomes a text that INIT-03 refuses. */
function decoded(base64url: string): string {
  try {
    const binary = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
    const octets = Uint8Array.from(binary, (c) => c.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    return '';
  }
}
