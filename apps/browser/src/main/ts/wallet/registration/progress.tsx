import { useContext, useEffect, useState } from 'preact/hooks';
import { CardArt } from '../art';
import type { Card } from '../card';
import { LANGUAGES, Speaking, useWords } from '../language';
import { Ask, useDoing, Wrong } from '../parts';
import { sentence } from '../problem';
import { WORDS } from '../words';
import { Questions } from './questions';
import { advance, answer, canRestart, restart } from './session';
import type { Session } from './state';

/** How often a pending request is asked after while this page is open, in milliseconds. */
const ASK_EVERY = 20_000;

/** A registration from its first message to its certificate, or to why there is none. */
export function Progress(props: { begun: Session; onDone: (card: Card) => void }) {
  const { begun, onDone } = props;
  const words = useWords(WORDS);
  const [session, setSession] = useState(begun);
  const { card } = session;
  const doing = useDoing();
  const starting = useDoing();
  const go = () => doing.run(async () => setSession(await advance(session)));
  const waits = /begun|requested/.test(card.standing);
  useEffect(() => void (waits && go()), [card.standing]);
  return (
    <div class="stack loose">
      <Steps at={card.standing === 'form' ? 1 : card.standing === 'begun' ? 0 : 2} />
      {waits && <Waiting wrong={doing.wrong} onAgain={go} />}
      {card.standing === 'form' && (
        <Questions
          session={session}
          onAnswers={async (answers) => setSession(await answer(session, answers))}
        />
      )}
      {card.standing === 'pending' && <Pending session={session} onChange={setSession} />}
      {card.standing === 'certified' && <Ready card={card} onDone={() => onDone(card)} />}
      {/rejected|referred|stopped/.test(card.standing) && <Ended card={card} />}
      {canRestart(session) && (
        <Ask
          button={words.restart}
          doing={starting}
          onGo={async () => setSession(await restart(session))}
        />
      )}
    </div>
  );
}

function Steps({ at }: { at: number }) {
  const words = useWords(WORDS);
  return (
    <ol class="steps" aria-label={words.steps}>
      {words.step.map((name, i) => (
        <li class={i < at ? 'done' : ''} aria-current={i === at ? 'step' : undefined}>
          {name}
        </li>
      ))}
    </ol>
  );
}

function Waiting({ wrong, onAgain }: { wrong: string | undefined; onAgain: () => void }) {
  const words = useWords(WORDS);
  if (!wrong) return <p role="status">{words.working}</p>;
  return (
    <>
      <Wrong>{wrong}</Wrong>
      <button onClick={onAgain}>
        {words.again}
      </button>
    </>
  );
}

function Pending(props: { session: Session; onChange: (session: Session) => void }) {
  const { session, onChange } = props;
  const words = useWords(WORDS);
  const { locale } = LANGUAGES[useContext(Speaking)];
  const [at, setAt] = useState<number>();
  const doing = useDoing();
  const ask = () =>
    doing.run(async () => {
      onChange(await advance(session));
      setAt(Date.now());
    });
  useEffect(() => {
    // A passkey that signs would ask the person each time.
    if (session.state.signs) return undefined;
    const timer = setInterval(ask, ASK_EVERY);
    return () => clearInterval(timer);
  }, [session]);
  return (
    <section class="stack">
      <h1>{words.pending}</h1>
      <p>{words.pendingText}</p>
      <Said card={session.card} />
      <Wrong>{doing.wrong}</Wrong>
      <p class="small soft" role="status">
        {at && words.askedAt(new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(at))}
      </p>
      <button class="second" onClick={ask} aria-busy={doing.busy}>
        {doing.busy ? words.working : words.askNow}
      </button>
    </section>
  );
}

function Ready({ card, onDone }: { card: Card; onDone: () => void }) {
  const words = useWords(WORDS);
  return (
    <section class="stack">
      <CardArt face={card} />
      <h1>{words.ready}</h1>
      <p>{words.readyText}</p>
      <button onClick={onDone}>
        {words.done}
      </button>
    </section>
  );
}

/** Why a card got no certificate. */
export function Ended({ card }: { card: Card }) {
  const words = useWords(WORDS);
  const language = useContext(Speaking);
  const title = words[card.standing as 'rejected' | 'referred' | 'stopped'];
  return (
    <section class="stack">
      <h1>{title}</h1>
      <p>{sentence(language, card.told?.rule ?? 'other')}</p>
      <Said card={card} />
    </section>
  );
}

/** What came with the answer: words for a person, fields that would not do, addresses. */
function Said({ card }: { card: Card }) {
  const words = useWords(WORDS);
  const { message, failed = [], urls = [] } = card.told ?? {};
  return (
    <>
      {message && (
        <blockquote class="notice">
          <strong>{words.says(card.issuer)}</strong>
          <p>{message}</p>
        </blockquote>
      )}
      {failed.length > 0 && (
        <ul>
          {failed.map((item) => (
            <li>{item.itemReason}</li>
          ))}
        </ul>
      )}
      {urls.map((url) => (
        <p class="mono">{url}</p>
      ))}
    </>
  );
}
