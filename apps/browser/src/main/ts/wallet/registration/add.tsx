import { useContext, useEffect, useState } from 'preact/hooks';
import { CardArt } from '../art';
import type { Config } from '../config';
import { Speaking, useWords } from '../language';
import { type Brand, brandOf, digits, expiry, grouped, typed } from '../number';
import { Ask, Field, useDoing } from '../parts';
import { strongEnough } from '../passphrase';
import { all } from '../store';
import { Closed, type Guard } from '../vault';
import { WORDS } from '../words';
import { Account, arrivals } from './account';
import { Lock, type Locking } from './lock';
import { begin } from './session';
import type { Session } from './state';

/** What a person says of a card before the wallet asks anybody. */
interface Draft {
  readonly number: string;
  readonly expiry: string;
  readonly nickname: string;
}

/**
 * The first page of a registration: number, expiry, lock. It gives on what was begun; the number
 * goes nowhere but into the vault.
 */
export function Add({ config, onBegun }: { config: Config; onBegun: (begun: Session) => void }) {
  const words = useWords(WORDS);
  const language = useContext(Speaking);
  const [draft, setDraft] = useState<Draft>({ number: '', expiry: '', nickname: '' });
  const [guard, setGuard] = useState<Guard>();
  const [locking, setLocking] = useState<Locking>({ by: 'passkey', passphrase: '' });
  const [tried, setTried] = useState(false);
  const [arrived, setArrived] = useState(false);
  const doing = useDoing();
  useEffect(() => void all<Guard>('guards').then(([known]) => known && use(known)), []);
  useEffect(
    () =>
      arrivals(config.brands, (number, until) => {
        setDraft((old) => ({ ...old, number, expiry: until }));
        setArrived(true);
      }),
    [],
  );
  const use = (known: Guard) => {
    setGuard(known);
    setLocking({ by: known.kind, passphrase: '' });
  };
  const brand = brandOf(draft.number, config.brands);
  const until = expiry(draft.expiry, new Date());
  const wrong = wrongNumber(draft.number, config.brands, tried);
  const weak = locking.by === 'passphrase' && !guard && !strongEnough(locking.passphrase);
  const go = async () => {
    setTried(true);
    if (!brand || typed(draft.number, config.brands) !== 'complete' || !until || weak) return;
    const applicant = { ...draft, pan: draft.number, expiry: until, brand, language };
    try {
      onBegun(await begin(applicant, locking, guard));
    } catch (e) {
      if (e instanceof Closed && e.rule === 'prf') setLocking({ by: 'passphrase', passphrase: '' });
      throw e;
    }
  };
  return (
    <div class="beside">
      <Ask button={words.next} doing={doing} onGo={go}>
        {arrived && (
          <p class="notice good" role="status">
            {words.arrived}
          </p>
        )}
        <Field
          label={words.number}
          hint={brand ? words.recognised(brand.brand, brand.issuer) : words.numberHint}
          wrong={wrong && words.numberIs[wrong]}
          value={grouped(draft.number)}
          onValue={(text) => setDraft({ ...draft, number: digits(text) })}
          inputMode="numeric"
          maxLength={23}
        />
        <Field
          label={words.expiry}
          hint={words.expiryHint}
          wrong={tried && !until ? words.expiryBad : undefined}
          value={draft.expiry}
          onValue={(text) => setDraft({ ...draft, expiry: slashed(text, draft.expiry) })}
          inputMode="numeric"
          maxLength={7}
          placeholder="MM/YY"
        />
        <Field
          label={words.nickname}
          hint={words.nicknameHint}
          value={draft.nickname}
          onValue={(nickname) => setDraft({ ...draft, nickname })}
          maxLength={24}
          optional
        />
        <Lock
          locking={locking}
          guard={guard}
          tried={tried}
          onChange={setLocking}
          onOther={() => setGuard(undefined)}
        />
      </Ask>
      <div class="stack keep">
        <Preview draft={draft} brand={brand} />
        <Account brands={config.brands} />
      </div>
    </div>
  );
}

function Preview({ draft, brand }: { draft: Draft; brand: Brand | undefined }) {
  const last4 = draft.number.length >= 12 ? draft.number.slice(-4) : '';
  const { nickname } = draft;
  const face = { brand: brand?.brand ?? 'OpenSET', issuer: brand?.issuer ?? '', last4, nickname };
  return <CardArt face={face} />;
}

/** What is wrong with a number; while it is typed only what more digits cannot mend. */
function wrongNumber(number: string, brands: readonly Brand[], tried: boolean) {
  const is = typed(number, brands);
  return is === 'complete' || (is === 'unfinished' && !tried) ? undefined : is;
}

/** The stroke between month and year comes by itself, and goes by itself. */
function slashed(text: string, before: string): string {
  const grown = text.length > before.length;
  return grown && /^\d{2}$/.test(text) ? `${text}/` : text;
}
