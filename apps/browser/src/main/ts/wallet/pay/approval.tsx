import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { millis } from '../../asn1';
import { instalmentDays, type Offer, type OrderLine } from '../../set';
import { asksPassphrase, type Card } from '../card';
import { day, type Language, Speaking, useWords } from '../language';
import { money } from '../money';
import { Field, useDoing, Wrong } from '../parts';
import { Checks, checksOf, faults, NOTHING } from './checks';
import { approve, type Shown } from './desk';
import type { Purchase, Seller } from './purchase';
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
  const [checked, setChecked] = useState(NOTHING);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    void asksPassphrase(shown.card).then(setAsks);
    // Another card has another code.
    setChecked((typed) => ({ ...typed, securityCode: '' }));
  }, [shown.card]);
  const total = money(language, shown.offer.value.total);
  const go = (event: Event) => {
    event.preventDefault();
    setTries(tries + 1);
    if (Object.keys(faults(checked)).length > 0) return;
    void doing.run(async () => {
      try {
        const gesture = asks ? { passphrase: typed } : {};
        onMade(await approve(shown, gesture, checksOf(checked)));
      } catch (e) {
        if (!(e instanceof Stopped)) throw e;
        onStop(e);
      }
    });
  };
  return (
    <form class="pay" onSubmit={go}>
      <div class="card pay-who">
        <Who seller={shown.seller} />
        <p class="pay-total">
          <span class="visually-hidden">{words.total}: </span>
          {total}
        </p>
        <Plan offer={shown.offer.value} />
      </div>
      <div class="pay-how">
        <Cards cards={cards} chosen={shown.card} onCard={onCard} />
        <Checks typed={checked} tries={tries} onTyped={setChecked} />
        <dl class="facts">
          <Through seller={shown.seller} />
        </dl>
        <Reads />
      </div>
      <div class="card flat">
        <Order offer={shown.offer.value} />
      </div>
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

/** What the signature allows beyond this one payment; nothing where there is no plan. */
function Plan({ offer }: { offer: Offer }) {
  const words = useWords(WORDS);
  const language = useContext(Speaking);
  const plan = offer.installRecurData;
  if (plan === undefined) return null;
  const leave = plan.installRecurInd;
  const total = money(language, offer.total);
  if (leave.is === 'installTotalTrans') {
    return <p class="state">{words.instalments(total, leave.value, instalmentDays(plan))}</p>;
  }
  const { recurringFrequency, recurringExpiry } = leave.value;
  const until = day(language, new Date(millis(recurringExpiry)));
  return <p class="state">{words.recurring(total, recurringFrequency, until)}</p>;
}

/** The merchant by its certificate, and the website by which it was recognized. */
export function Who({ seller }: { seller: Seller }) {
  const words = useWords(WORDS);
  return (
    <header>
      <p class="state good">{words.verified}</p>
      <h1>{seller.name}</h1>
      <p class="pay-web">{seller.web}</p>
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
            <strong>{card.brand}</strong> <span class="figures">•• {card.last4}</span>
            {card.nickname && <small>{card.nickname}</small>}
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
      <ul class="pay-readers">
        <li>{words.shopReads}</li>
        <li>{words.bankReads}</li>
      </ul>
    </section>
  );
}

/** Through whom it is paid, and who vouches for the merchant. */
export function Through({ seller }: { seller: Seller }) {
  const words = useWords(WORDS);
  return (
    <>
      <dt>{words.gateway}</dt>
      <dd>{seller.gateway}</dd>
      <dt>{words.bank}</dt>
      <dd>{seller.bank}</dd>
    </>
  );
}

/** The order as the merchant signed it. */
export function Order({ offer, children }: { offer: Offer; children?: ComponentChildren }) {
  const words = useWords(WORDS);
  const language = useContext(Speaking);
  const { lines, tax, deliveryCharge, total, delivery } = offer;
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
        {children}
        <dt>{words.deliverTo}</dt>
        <dd>{[delivery.recipient, ...delivery.addressLines].join(', ')}</dd>
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
        {quantity > 1 && (
          <small>
            {quantity} × {money(language, unitPrice)}
          </small>
        )}
      </dt>
      <dd>{money(language, lineTotal)}</dd>
    </>
  );
}
