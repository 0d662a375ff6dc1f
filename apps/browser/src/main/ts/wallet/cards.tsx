import { useContext, useEffect, useState } from 'preact/hooks';
import { CardArt } from './art';
import { type Card, cards, stands } from './card';
import type { Config } from './config';
import { day, Speaking, useWords } from './language';
import { Account } from './registration/account';
import { WORDS } from './words';

/** How long before its end a certificate is to be renewed, in milliseconds: 30 days. */
const RENEW_AHEAD = 30 * 86_400_000;

/** Whether a certificate is near its end. */
export function endsSoon(card: Card): boolean {
  return card.until !== undefined && card.until - Date.now() < RENEW_AHEAD;
}

/** The cards of this wallet, or how to get one. */
export function Cards({ config }: { config: Config }) {
  const words = useWords(WORDS);
  const [known, setKnown] = useState<Card[]>();
  useEffect(() => {
    void cards().then((all) => setKnown(all.filter(stands)));
  }, []);
  if (!known) return <p role="status">{words.loading}</p>;
  if (known.length === 0) return <None config={config} />;
  return (
    <>
      <h1>{words.yours}</h1>
      <ul class="grid card-list">
        {known.map((card) => (
          <li>
            <a href={`#card=${card.id}`}>
              <CardArt face={card} />
              <strong>
                {card.nickname || card.brand} <span class="mono">•••• {card.last4}</span>
              </strong>
              <Standing card={card} />
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a class="button second" href="#add">
          {words.addAnother}
        </a>
      </p>
    </>
  );
}

/** How a card stands, in a few words. */
function Standing({ card }: { card: Card }) {
  const words = useWords(WORDS);
  const language = useContext(Speaking);
  if (card.standing !== 'certified') {
    const { standing } = card;
    const word = /pending|rejected|referred|stopped/.test(standing)
      ? words[standing as 'pending' | 'rejected' | 'referred' | 'stopped']
      : words.unfinished;
    return <span class="state warn">{word}</span>;
  }
  const until = new Date(card.until!);
  return (
    <>
      {card.first && <span class="state good">{words.preferred}</span>}
      <span class={endsSoon(card) ? 'state warn' : 'small soft'}>
        {until < new Date()
          ? words.ended
          : endsSoon(card)
            ? words.endsSoon(day(language, until))
            : words.validUntil(day(language, until))}
      </span>
    </>
  );
}

function None({ config }: { config: Config }) {
  const words = useWords(WORDS);
  return (
    <section class="empty">
      <CardArt face={{ brand: 'OpenSET', issuer: '', last4: '', nickname: '' }} />
      <h1>{words.none}</h1>
      <p>{words.noneText}</p>
      <p>
        <a class="button big" href="#add">
          {words.add}
        </a>
      </p>
      <Account brands={config.brands} />
    </section>
  );
}
