import { useContext, useState } from 'preact/hooks';
import { Speaking, useWords } from '../language';
import { type Brand, brandOf, typed } from '../number';
import { WORDS } from '../words';

/**
 * The way to a first card: the issuer's own page, in its own window, with the address to come back
 * to and the language. A page that can hands the card over with
 * `opener.postMessage({openset: 'card', number, expiry}, origin of return)`, expiry as MM/YY, so
 * that the number is in no address. Where it cannot, the person types what the page shows.
 */
export function Account({ brands }: { brands: readonly Brand[] }) {
  const words = useWords(WORDS);
  const language = useContext(Speaking);
  const [opened, setOpened] = useState(false);
  const address = (brand: Brand) => {
    const url = new URL(brand.account);
    url.searchParams.set('return', `${location.origin}/#add`);
    url.searchParams.set('lang', language);
    return url.href;
  };
  return (
    <details class="panel">
      <summary>{words.open}</summary>
      <ul class="stack tight">
        {brands.map((brand) => (
          <li>
            <a
              class="button second"
              href={address(brand)}
              target="openset-account"
              rel="opener"
              onClick={() => setOpened(true)}
            >
              {words.tell(brand.issuer)} · {brand.brand}
            </a>
          </li>
        ))}
      </ul>
      <p class="hint" role="status">
        {opened && words.accountWait}
      </p>
    </details>
  );
}

/**
 * Listens for a card that an issuer's page hands over. It is taken from the issuer of its brand
 * only, and only into the fields, where the person sees it.
 *
 * @returns what ends the listening
 */
export function arrivals(
  brands: readonly Brand[],
  take: (number: string, expiry: string) => void,
): () => void {
  const hear = (e: MessageEvent<Partial<Record<string, unknown>> | null>) => {
    const data = e.data ?? {};
    const [number, expiry] = [String(data['number']), String(data['expiry'])];
    if (data['openset'] !== 'card') return;
    const brand = brandOf(number, brands);
    if (!brand || new URL(brand.account).origin !== e.origin) return;
    if (typed(number, brands) === 'complete') take(number, expiry);
  };
  addEventListener('message', hear);
  return () => removeEventListener('message', hear);
}
