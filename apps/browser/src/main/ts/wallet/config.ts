import type { Brand } from './number';

/** What the wallet is told by the site that serves it; what counts of it is proved. */
export interface Config {
  /** SHA-256 of the root certificate, hexadecimal. */
  readonly root: string;
  /** Where the authority publishes certificates and lists. */
  readonly trust: string;
  readonly brands: readonly Brand[];
}

let told: Promise<Config> | undefined;

/** The configuration, asked for once. */
export function config(): Promise<Config> {
  told ??= fetch('/config.json').then((answer) => {
    if (!answer.ok) throw new Error(`config.json: ${answer.status}`);
    return answer.json() as Promise<Config>;
  });
  return told;
}
