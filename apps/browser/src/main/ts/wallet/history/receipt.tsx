import { useContext, useEffect, useState } from 'preact/hooks';
import { decode } from '../../asn1';
import { Offer } from '../../set';
import { asksPassphrase, cards } from '../card';
import { LANGUAGES, type Language, Speaking, useWords } from '../language';
import { money } from '../money';
import { Field, useDoing, Wrong } from '../parts';
import { Order, Through } from '../pay/approval';
import { inquire } from '../pay/desk';
import { answerWaits, approved, type Purchase } from '../pay/purchase';
import { Stopped } from '../pay/stop';
import { WORDS } from '../pay/words';
import { save, saveEvidence } from './export';

/** Day and time, as people of that language write them. */
export function moment(language: Language, at: number): string {
  const { locale } = LANGUAGES[language];
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

interface Told {
  readonly purchase: Purchase;
  readonly onNews: (purchase: Purchase) => void;
}

/** A purchase in full: what was ordered, what the gateway signed, and what is known since. */
export function ReceiptOf({ purchase, onNews }: Told) {
  const words = useWords(WORDS);
  const language = useContext(Speaking);
  const offer = decode(Offer, purchase.evidence.offer);
  const { seller, receipt } = purchase;
  return (
    <article class="card pay-receipt" aria-label={words.receipt}>
      <header>
        {receipt && <p class="state good">{words.receiptWhy}</p>}
        <h2>{seller.name}</h2>
        <p class="pay-web">{seller.web}</p>
      </header>
      <Order offer={offer}>
        {receipt && (
          <>
            <dt>{words.heldAmount}</dt>
            <dd>{money(language, { ...offer.total, amount: receipt.authAmt })}</dd>
          </>
        )}
        <dt>{words.date}</dt>
        <dd>{moment(language, receipt?.date ?? purchase.at)}</dd>
        <dt>{words.payWith}</dt>
        <dd>
          {purchase.brand} •• {purchase.last4}
        </dd>
        <dt>{words.number}</dt>
        <dd class="mono">{purchase.order}</dd>
        {purchase.xid && (
          <>
            <dt>{words.xid}</dt>
            <dd class="mono">{purchase.xid}</dd>
          </>
        )}
        {approved(purchase) && <Through seller={seller} />}
      </Order>
      {approved(purchase) && !answerWaits(purchase) && (
        <Since purchase={purchase} onNews={onNews} />
      )}
      <p class="actions no-print">
        <button type="button" class="second" onClick={() => print()}>
          {words.print}
        </button>
        <button
          type="button"
          class="second"
          onClick={() => save([purchase], `receipt-${purchase.order}`)}
        >
          {words.export}
        </button>
        {approved(purchase) && (
          <button type="button" class="second" onClick={() => void saveEvidence(purchase)}>
            {words.evidence}
          </button>
        )}
      </p>
    </article>
  );
}

/** Delivery and refund, as the merchant told, and the question after them. */
function Since({ purchase, onNews }: Told) {
  const words = useWords(WORDS);
  const language = useContext(Speaking);
  const doing = useDoing();
  const [asks, setAsks] = useState(false);
  const [typed, setTyped] = useState('');
  useEffect(() => {
    void cards().then(async (all) => {
      const card = all.find((one) => one.id === purchase.card);
      if (card) setAsks(await asksPassphrase(card));
    });
  }, [purchase.card]);
  const [failed, setFailed] = useState(false);
  const { total } = decode(Offer, purchase.evidence.offer);
  const { news } = purchase;
  const share = (of: number) =>
    money(language, { ...total, amount: Math.round(total.amount * of) });
  const go = (event: Event) => {
    event.preventDefault();
    const gesture = asks ? { passphrase: typed } : {};
    void doing.run(async () => {
      try {
        onNews(await inquire(purchase, gesture));
        setFailed(false);
      } catch (e) {
        if (!(e instanceof Stopped)) throw e;
        setFailed(true);
      }
    });
  };
  return (
    <form class="pay-since" onSubmit={go}>
      {news && (
        <p role="status">
          <span class={`state ${news.captured > 0 ? 'good' : 'info'}`}>
            {words.delivered[Math.sign(news.captured) + Math.floor(news.captured)]}
          </span>{' '}
          {news.credited > 0 && (
            <span class="state info">{words.refunded(share(news.credited))}</span>
          )}{' '}
          <span class="soft">{words.asked(moment(language, news.at))}</span>
        </p>
      )}
      <Wrong>{failed ? words.askFailed : doing.wrong}</Wrong>
      {asks && (
        <Field
          label={words.passphrase}
          type="password"
          autocomplete="current-password"
          value={typed}
          onValue={setTyped}
        />
      )}
      <button class="second no-print" aria-busy={doing.busy}>
        {words.ask}
      </button>
    </form>
  );
}
