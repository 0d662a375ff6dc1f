import { useContext, useEffect, useState } from 'preact/hooks';
import { CardArt } from './art';
import {
  asksPassphrase,
  type Card,
  cards,
  guardOf,
  prefer,
  remove,
  rename,
  stands,
} from './card';
import { endsSoon } from './cards';
import { day, Speaking, useWords } from './language';
import { Ask, Field, useDoing } from './parts';
import { Ended, Progress } from './registration/progress';
import { held, renew, resume } from './registration/session';
import type { Session } from './registration/state';
import { get } from './store';
import type { Guard } from './vault';
import { WORDS } from './words';

/** One card: how far it is, or all about it. */
export function CardPage({ id }: { id: string }) {
  const words = useWords(WORDS);
  const [card, setCard] = useState<Card>();
  const [session, setSession] = useState<Session | undefined>(held(id));
  const reload = () => get<Card>('cards', id).then(setCard);
  useEffect(() => void reload(), [id]);
  if (!card) return <p role="status">{words.loading}</p>;
  const done = (certified: Card) => {
    setSession(undefined);
    location.hash = `card=${certified.id}`;
    void reload();
  };
  const underWay = !/certified|rejected|referred|stopped/.test(card.standing);
  return (
    <>
      {session ? (
        <Progress begun={session} onDone={done} />
      ) : underWay ? (
        <Unlock card={card} onOpen={setSession} />
      ) : card.standing === 'certified' ? (
        <>
          <Facts card={card} onChange={reload} />
          <Renewal card={card} onOpen={setSession} />
        </>
      ) : (
        <>
          <Ended card={card} />
          <p>
            <a class="button" href="#add">
              {words.add}
            </a>
          </p>
        </>
      )}
      {!session && <Remove card={card} />}
      <p>
        <a href="#">{words.back}</a>
      </p>
    </>
  );
}

/** A registration that was left: one gesture, and it goes on where it was. */
function Unlock({ card, onOpen }: { card: Card; onOpen: (session: Session) => void }) {
  const words = useWords(WORDS);
  const go = async (passphrase: string) => onOpen(await resume(card, passphrase));
  return (
    <section class="stack">
      <CardArt face={card} />
      <h1>{words[card.standing === 'pending' ? 'pending' : 'unfinished']}</h1>
      <p>{words.unfinishedText}</p>
      <Gesture card={card} button={words.unlock} onGo={go} />
    </section>
  );
}

/** Renews the certificate, or goes on with a renewal that was left. */
function Renewal({ card, onOpen }: { card: Card; onOpen: (session: Session) => void }) {
  const words = useWords(WORDS);
  const language = useContext(Speaking);
  const [left, setLeft] = useState<Card>();
  useEffect(() => {
    void cards().then((all) => setLeft(all.find((one) => one.renews === card.id && !stands(one))));
  }, [card.id]);
  // A passkey that signs is of one certificate; such a card is added anew.
  if (!card.signing || !('at' in card.signing)) return null;
  const go = async (passphrase: string) =>
    onOpen(await (left ? resume(left, passphrase) : renew(card, passphrase, language)));
  return (
    <details class="panel" open={endsSoon(card)}>
      <summary>{words.renew}</summary>
      <p>{left ? words.unfinishedText : words.renewText}</p>
      <Gesture card={card} button={left ? words.unlock : words.renewNow} onGo={go} />
    </details>
  );
}

/** A button for what needs the card's key; with a field where a passphrase is its lock. */
export function Gesture(props: {
  card: Card;
  button: string;
  onGo: (passphrase: string) => Promise<unknown>;
}) {
  const { card, button, onGo } = props;
  const words = useWords(WORDS);
  const doing = useDoing();
  const [asks, setAsks] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  useEffect(() => void asksPassphrase(card).then(setAsks), [card.id]);
  return (
    <Ask button={button} doing={doing} onGo={() => onGo(passphrase)}>
      {asks && (
        <Field
          label={words.yourPassphrase}
          type="password"
          autocomplete="current-password"
          value={passphrase}
          onValue={setPassphrase}
        />
      )}
    </Ask>
  );
}

function Facts(props: {
  card: Card;
  onChange: () => Promise<void>;
}) {
  const { card, onChange } = props;
  const words = useWords(WORDS);
  const language = useContext(Speaking);
  const signs = card.signing && 'passkey' in card.signing;
  const [lock, setLock] = useState<Guard['kind']>('passkey');
  useEffect(() => void guardOf(card).then((guard) => setLock(guard.kind)), [card.id]);
  return (
    <section class="stack">
      <CardArt face={card} />
      <h1>
        {card.nickname || card.brand} <span class="mono">•••• {card.last4}</span>
      </h1>
      <dl class="facts">
        <dt>{words.from}</dt>
        <dd>{card.issuer}</dd>
        <dt>{words.until}</dt>
        <dd>{day(language, new Date(card.until!))}</dd>
        <dt>{words.locked}</dt>
        <dd>{words.lockedBy[signs ? 'signs' : lock]}</dd>
        <dt>{words.certificate}</dt>
        <dd class="mono">{card.serial}</dd>
      </dl>
      <Naming card={card} onChange={onChange} />
      {!card.first && (
        <div>
          <button class="second" onClick={() => void prefer(card.id).then(onChange)}>
            {words.prefer}
          </button>
        </div>
      )}
    </section>
  );
}

function Naming({ card, onChange }: { card: Card; onChange: () => Promise<void> }) {
  const words = useWords(WORDS);
  const doing = useDoing();
  const [nickname, setNickname] = useState(card.nickname);
  const [saved, setSaved] = useState(false);
  const save = async () => {
    await rename(card, nickname.trim());
    setSaved(true);
    await onChange();
  };
  return (
    <>
      <Ask button={words.save} doing={doing} onGo={save} second>
        <Field
          label={words.nickname}
          hint={words.nicknameHint}
          value={nickname}
          onValue={(text) => {
            setNickname(text);
            setSaved(false);
          }}
          maxLength={24}
          optional
        />
      </Ask>
      <p class="small soft" role="status">
        {saved && words.saved}
      </p>
    </>
  );
}

function Remove({ card }: { card: Card }) {
  const words = useWords(WORDS);
  const gone = () =>
    void remove(card).then(() => {
      location.hash = '';
    });
  return (
    <details class="panel">
      <summary>{words.remove}</summary>
      <ul>
        {words.removeText.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
      <button class="danger" onClick={gone}>
        {words.removeNow}
      </button>
    </details>
  );
}
