import { useId } from 'preact/hooks';
import { useWords } from '../language';
import { Field } from '../parts';
import { LEAST, strength } from '../passphrase';
import type { Guard } from '../vault';
import { WORDS } from '../words';

/** How a new card is locked. */
export interface Locking {
  readonly by: 'passkey' | 'passphrase' | 'signs';
  readonly passphrase: string;
}

const WAYS = ['passkey', 'passphrase', 'signs'] as const;

/** Asks how a card is locked, or says that it is locked like the others. */
export function Lock(props: {
  locking: Locking;
  guard: Guard | undefined;
  tried: boolean;
  onChange: (locking: Locking) => void;
  onOther: () => void;
}) {
  const { locking, guard, tried, onChange, onOther } = props;
  const words = useWords(WORDS);
  const strong = strength(locking.passphrase);
  const wrong = tried && !guard && /short|weak/.test(strong) ? words.strength[strong] : undefined;
  return (
    <>
      {guard && (
        <p class="row soft">
          {words.lockedAlike}
          <button type="button" class="quiet" onClick={onOther}>
            {words.otherLock}
          </button>
        </p>
      )}
      {!guard && <Ways locking={locking} onChange={onChange} />}
      {locking.by === 'passphrase' && (
        <Field
          label={guard ? words.yourPassphrase : words.choosePassphrase}
          hint={guard ? undefined : words.passphraseRule}
          wrong={wrong}
          type="password"
          autocomplete={guard ? 'current-password' : 'new-password'}
          value={locking.passphrase}
          onValue={(passphrase) => onChange({ ...locking, passphrase })}
        />
      )}
      {locking.by === 'passphrase' && !guard && (
        <p class="row small" role="status">
          <meter min={0} max={3} low={1.5} optimum={3} value={LEVEL[strong]} aria-hidden="true" />
          {locking.passphrase.length >= LEAST / 2 && words.strength[strong]}
        </p>
      )}
    </>
  );
}

const LEVEL = { short: 0, weak: 1, fair: 2, strong: 3 } as const;

function Ways({ locking, onChange }: { locking: Locking; onChange: (locking: Locking) => void }) {
  const words = useWords(WORDS);
  const id = useId();
  return (
    <fieldset class="stack tight">
      <legend>{words.lock}</legend>
      {WAYS.map((way) => (
        <label class="choice">
          <input
            type="radio"
            name={id}
            checked={locking.by === way}
            onChange={() => onChange({ ...locking, by: way })}
          />
          <span>
            {words[way]}
            <br />
            <span class="small soft">{words[`${way}Hint`]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
