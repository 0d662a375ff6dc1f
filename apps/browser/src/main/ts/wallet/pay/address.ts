/**
 * Which web addresses of an initiation a wallet in a browser asks or leads to (ENT-02). The text
 * that names them is a hint that anybody can write, so none may lead into a network that only
 * this device can reach.
 */

const PRIVATE = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|home\.arpa|test|invalid)$/;

/** The loopback under a name: where everything runs on one machine. */
function loopback(host: string): boolean {
  return /(^|\.)localhost$/.test(host);
}

/**
 * Whether `url` may be asked from a wallet whose own host is `own`.
 *
 * https and a public name; no address in digits. On the loopback, http and its names too, and only
 * for a wallet that is served from there itself.
 */
export function mayAsk(url: string, own: string = location.hostname): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (loopback(hostname)) return loopback(own) && /^https?:$/.test(protocol);
  // The last label of a public name begins with a letter; an address in digits or [v6] does not.
  const named = /\.[a-z][a-z0-9-]*$/.test(hostname);
  return protocol === 'https:' && named && !PRIVATE.test(hostname);
}

/** The origin of an address that was let through. */
export function originOf(url: string): string {
  return new URL(url).origin;
}
