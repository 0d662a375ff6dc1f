import { useContext, useEffect, useState } from 'preact/hooks';
import type { OrderLine } from '../../set';
import { asksPassphrase, type Card } from '../card';
import { type Language, Speaking, useWords } from '../language';
import { money } from '../money';
import { Field, useDoing, Wrong } from '../parts';
import { approve, type Shown } from './desk';
import type { Purchase } from './purchase';
import { Stopped } from './stop';
import { WORDS } from './words';

interface Props {
  readonly shown: Shown;
  readonly cards: readonly Card[];
  readonly onCard: (card: Card) => Promise<void>;
  readonly onMade: (purchase: Purchase) => void;
  readonly onStop: (stopped: Stopped) => void;
  readonly onCancel: () => void;
}

/** What was proved, all of it, and the one gesture that approves it (WAL-03). */
export function Approval({ shown, cards, onCard, onMade, onStop, onCancel }: Props) {
  const words = useWords(WORDS);
  const language = useContext(Speaking);
  const doing = useDoing();
  const [typed, setTyped] = useState('');
  const [asks, setAsks] = useState(false);
  useEffect(() => void asksPassphrase(shown.card).then(setAsks), [shown.card]);
  const total = money(language, shown.offer.value.total);
  const go = (event: Event) => {
    event.preventDefault();
    void doing.run(async () => {
      try {
        onMade(await approve(shown, asks ? { passphrase: typed } : {}));
      } catch (e) {
        if (!(e instanceof Stopped)) throw e;
        onStop(e);
      }
    });
  };
  return (
    <form class="pay" onSubmit={go}>
      <Who shown={shown} total={total} />
      <div class="pay-how">
        <Cards cards={cards} chosen={shown.card} onCard={onCard} />
        <Reads />
      </div>
      <Order shown={shown} />
      <div class="pay-act">
        <Wrong>{doing.wrong}</Wrong>
        {asks && (
          <Field
            label={words.passphrase}
            type="password"
            autocomplete="current-password"
            value={typed}
            onValue={setTyped}
          />
        )}
        <button type="button" class="second" onClick={onCancel}>
          {words.cancel}
        </button>
        <button class="big" aria-busy={doing.busy} aria-disabled={doing.busy}>
          {doing.busy ? words.working : words.approve(total)}
        </button>
      </div>
    </form>
  );
}

function Who({ shown, total }: { shown: Shown; total: string }) {
  const words = useWords(WORDS);
  const { seller } = shown;
  return (
    <header class="pay-who">
      <div>
        <p class="state good">{words.verified}</p>
        <h1>{seller.name}</h1>
        <p class="pay-web">{seller.web}</p>
      </div>
      <p class="pay-total">
        <span class="sr-only">{words.total}: </span>
        {total}
      </p>
    </header>
  );
}

function Cards(props: {
  cards: readonly Card[];
  chosen: Card;
  onCard: (card: Card) => Promise<void>;
}) {
  const words = useWords(WORDS);
  const { cards, chosen, onCard } = props;
  return (
    <fieldset class="pay-cards">
      <legend>{words.payWith}</legend>
      {cards.map((card) => (
        <label class="choice" key={card.id}>
          <input
            type="radio"
            name="card"
            checked={card.id === chosen.id}
            onChange={() => void onCard(card)}
          />
          <span>
            <strong>{card.brand}</strong> <span class="figures">•••• {card.last4}</span>
            {card.nickname && <span class="quiet"> {card.nickname}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Reads() {
  const words = useWords(WORDS);
  return (
    <section class="pay-reads">
      <h2>{words.reads}</h2>
      <ul>
        <li>{words.shopReads}</li>
        <li>{words.bankReads}</li>
      </ul>
    </section>
  );
}

/** The order as the merchant signed it, and through whom it is paid. */
export function Order({ shown }: { shown: Pick<Shown, 'offer' | 'seller'> }) {
  const words = useWords(WORDS);
  const language = useContext(Speaking);
  const { lines, tax, deliveryCharge, total, delivery } = shown.offer.value;
  return (
    <section class="pay-order">
      <h2>{words.order}</h2>
      <dl class="sums">
        {lines.map((line) => (
          <Line key={line.lineNumber} line={line} language={language} />
        ))}
        <dt>{words.tax}</dt>
        <dd>{money(language, tax)}</dd>
        <dt>{words.delivery}</dt>
        <dd>{money(language, deliveryCharge)}</dd>
        <dt class="total">{words.total}</dt>
        <dd class="total">{money(language, total)}</dd>
      </dl>
      <dl class="facts">
        <dt>{words.deliverTo}</dt>
        <dd>{[delivery.recipient, ...(delivery.addressLines ?? [])].join(', ')}</dd>
        <dt>{words.gateway}</dt>
        <dd>{shown.seller.gateway}</dd>
        <dt>{words.bank}</dt>
        <dd>{shown.seller.bank}</dd>
      </dl>
    </section>
  );
}

function Line({ line, language }: { line: OrderLine; language: Language }) {
  const { quantity, description, unitPrice, lineTotal } = line;
  return (
    <>
      <dt>
        <span class="pay-article">{description}</span>
        {quantity > 1 && ` ${quantity} × ${money(language, unitPrice)}`}
      </dt>
      <dd>{money(language, lineTotal)}</dd>
    </>
  );
}
