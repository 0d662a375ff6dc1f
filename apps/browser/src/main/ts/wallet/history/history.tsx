import { useContext, useEffect, useState } from 'preact/hooks';
import { decode } from '../../asn1';
import { Offer } from '../../set';
import { type Language, Speaking, useWords } from '../language';
import { money } from '../money';
import { Ended } from '../pay/ended';
import { type Purchase, purchases } from '../pay/purchase';
import { type PayWords, WORDS } from '../pay/words';
import { save } from './export';
import { moment } from './receipt';

const TONE: Record<Purchase['standing'], string> = {
  ordered: 'info',
  confirmed: 'good',
  declined: 'bad',
  unconfirmed: 'warn',
  stopped: 'bad',
};

function standing(words: PayWords, of: Purchase['standing']): string {
  return {
    ordered: words.sent,
    confirmed: words.paid,
    declined: words.declined,
    unconfirmed: words.unconfirmed,
    stopped: words.stopped,
  }[of];
}

/** What a purchase can be found by. */
function found(purchase: Purchase, search: string, language: Language): boolean {
  const offer = decode(Offer, purchase.evidence.offer);
  const { seller, order, last4, at } = purchase;
  const text = [
    seller.name,
    seller.web,
    order,
    last4,
    moment(language, at),
    money(language, offer.total),
    ...offer.lines.map((line) => line.description),
  ]
    .join(' ')
    .toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/**
 * All payments of this wallet: search, each in full, and all as a file.
 *
 * @param open `=` and the name of the payment that is shown in full, or nothing
 */
export function History({ open }: { open: string }) {
  const words = useWords(WORDS);
  const language = useContext(Speaking);
  const [all, setAll] = useState<Purchase[]>();
  const [search, setSearch] = useState('');
  useEffect(() => void purchases().then(setAll), [open]);
  if (!all) return null;
  const one = all.find((purchase) => open === `=${purchase.id}`);
  if (one) {
    return (
      <div class="pay">
        <p class="no-print">
          <a href="#payments">← {words.close}</a>
        </p>
        <Ended purchase={one} />
      </div>
    );
  }
  const fitting = all.filter((purchase) => found(purchase, search, language));
  return (
    <section class="pay-history">
      <h1>{words.history}</h1>
      {all.length === 0 ? (
        <p class="empty">{words.nothing}</p>
      ) : (
        <>
          <div class="field">
            <label for="search">{words.search}</label>
            <input id="search" type="search" onInput={(e) => setSearch(e.currentTarget.value)} />
          </div>
          <p role="status">{fitting.length === 0 && words.nothingFound}</p>
          <ul class="pay-list">
            {fitting.map((purchase) => (
              <Row key={purchase.id} purchase={purchase} />
            ))}
          </ul>
          <p class="actions">
            <button class="second" onClick={() => save(fitting, 'payments')}>
              {words.exportAll}
            </button>
          </p>
        </>
      )}
    </section>
  );
}

function Row({ purchase }: { purchase: Purchase }) {
  const words = useWords(WORDS);
  const language = useContext(Speaking);
  const { total } = decode(Offer, purchase.evidence.offer);
  return (
    <li>
      <a class="pay-row" href={`#payments=${purchase.id}`}>
        <span>
          <strong>{purchase.seller.name}</strong>
          <span class="small soft">{moment(language, purchase.at)}</span>
        </span>
        <span>
          <strong class="figures">{money(language, total)}</strong>
          <span class={`state ${TONE[purchase.standing]}`}>
            {standing(words, purchase.standing)}
          </span>
        </span>
      </a>
    </li>
  );
}
