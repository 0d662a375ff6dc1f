import { useContext, useEffect, useState } from 'preact/hooks';
import { asksPassphrase, cards } from '../card';
import { Speaking, useWords } from '../language';
import { Field, useDoing, Wrong } from '../parts';
import { ReceiptOf } from '../history/receipt';
import { answered, send } from './desk';
import type { Entrance, Status } from './entrance';
import { answerWaits, approved, type Purchase } from './purchase';
import { sentence } from './stop';
import { type DeclineWord, WORDS } from './words';

const STATUS: Record<Purchase['standing'], Status> = {
  ordered: 'unconfirmed',
  confirmed: 'paid',
  declined: 'declined',
  unconfirmed: 'unconfirmed',
  stopped: 'unconfirmed',
};

const DECLINE: Readonly<Record<string, DeclineWord>> = {
  declined: 'bank',
  callIssuer: 'call',
  expiredCard: 'expired',
  noReply: 'silent',
};

interface Props {
  readonly purchase: Purchase;
  readonly visit?: Entrance | undefined;
}

/** What became of an approved payment, and the way back to the shop. */
export function Ended({ purchase: given, visit }: Props) {
  const words = useWords(WORDS);
  const [purchase, setPurchase] = useState(given);
  useEffect(() => setPurchase(given), [given]);
  useEffect(() => goOn(given, setPurchase), [given.id, given.standing]);
  const { standing, returns, seller } = purchase;
  const waits = answerWaits(purchase);
  const next = standing === 'confirmed' ? returns.success : returns.failure;
  return (
    <div class="pay">
      <Verdict purchase={purchase} />
      {waits && <Unlock purchase={purchase} onOpened={setPurchase} />}
      {visit && (
        <div class="pay-act">
          <button
            class={waits ? 'big second' : 'big'}
            onClick={() => visit.done(STATUS[standing], purchase.order, next)}
          >
            {words.backTo(seller.name)}
          </button>
        </div>
      )}
      <ReceiptOf purchase={purchase} onNews={setPurchase} />
    </div>
  );
}

/** Sends again what has no answer yet; gives what ends it. */
function goOn(purchase: Purchase, set: (purchase: Purchase) => void): (() => void) | undefined {
  if (purchase.standing !== 'ordered' || purchase.evidence.pRes) return undefined;
  const ends = new AbortController();
  void send(purchase, ends.signal).then(set, (e: unknown) => {
    if (!ends.signal.aborted) throw e;
  });
  return () => ends.abort();
}

/** How it stands, in a word and a sentence. */
export function Verdict({ purchase }: { purchase: Purchase }) {
  const words = useWords(WORDS);
  const { standing, receipt, stop } = purchase;
  switch (standing) {
    case 'confirmed':
      return <Word tone="good" title={words.paid} text={words.paidWhy} />;
    case 'declined':
      return (
        <Word
          tone="bad"
          title={words.declined}
          text={words.declines[DECLINE[receipt?.authCode ?? ''] ?? 'other']}
        />
      );
    case 'unconfirmed':
      return <Word tone="warn" title={words.unconfirmed} text={words.unconfirmedWhy} />;
    case 'ordered':
      return answerWaits(purchase) ? (
        <Word tone="info" title={words.unlock} text={words.unlockWhy} />
      ) : (
        <Word tone="info" title={words.sent} text={words.sentWhy} />
      );
    case 'stopped':
      return (
        <Word
          tone="bad"
          title={words.stopped}
          text={
            approved(purchase) ? `${words.stops.answer} ${words.held}` : sentence(words, stop!)
          }
          rule={stop?.rule}
        />
      );
  }
}

function Word(props: { tone: string; title: string; text: string; rule?: string | undefined }) {
  const words = useWords(WORDS);
  const { tone, title, text, rule } = props;
  return (
    <div class={`notice ${tone} pay-verdict`} role="status">
      <h1>{title}</h1>
      <p>{text}</p>
      {rule && (
        <p class="small soft">
          {words.rule} {rule}
        </p>
      )}
    </div>
  );
}

/** Opens the answer that came while the card was locked. */
function Unlock(props: { purchase: Purchase; onOpened: (purchase: Purchase) => void }) {
  const words = useWords(WORDS);
  const language = useContext(Speaking);
  const { purchase, onOpened } = props;
  const doing = useDoing();
  const [typed, setTyped] = useState('');
  const [asks, setAsks] = useState(false);
  useEffect(() => {
    void cards().then(async (all) => {
      const card = all.find((one) => one.id === purchase.card);
      if (card) setAsks(await asksPassphrase(card));
    });
  }, [purchase.card]);
  const go = (event: Event) => {
    event.preventDefault();
    const gesture = asks ? { passphrase: typed } : {};
    void doing.run(async () => onOpened(await answered(purchase, gesture)));
  };
  return (
    <form class="stack" onSubmit={go} lang={language}>
      {asks && (
        <Field
          label={words.passphrase}
          type="password"
          autocomplete="current-password"
          value={typed}
          onValue={setTyped}
        />
      )}
      <Wrong>{doing.wrong}</Wrong>
      <button aria-busy={doing.busy}>{words.unlock}</button>
    </form>
  );
}
