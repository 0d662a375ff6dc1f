import { useEffect, useRef } from 'preact/hooks';
import type { CardChecks } from '../../set';
import { useWords } from '../language';
import { digits } from '../number';
import { Field } from '../parts';
import { WORDS as WALLET } from '../words';
import { WORDS } from './words';

/** What a person types for the bank to check: in this page's memory only (WAL-18). */
export interface Typed {
  readonly securityCode: string;
  readonly postalCode: string;
  readonly street: string;
}

export const NOTHING: Typed = { securityCode: '', postalCode: '', street: '' };

const MOST = { postalCode: 14, street: 50 } as const;

/** What no SETString has, and what nobody means. */
const STRANGE = /[\p{C}\p{Zl}\p{Zp}\u{10000}-\u{10ffff}]/u;

type Fault = 'code' | 'missing' | 'long' | 'strange';

/** What is wrong with what was typed, field by field. */
export function faults(typed: Typed): Partial<Record<keyof Typed, Fault>> {
  const { securityCode, postalCode, street } = typed;
  const code = /^(?:\d{3,4})?$/.test(securityCode) ? undefined : 'code';
  const alone = postalCode.trim() === '' && street.trim() !== '' ? 'missing' : undefined;
  const found = {
    securityCode: code,
    postalCode: alone ?? text(postalCode, MOST.postalCode),
    street: text(street, MOST.street),
  } as const;
  return Object.fromEntries(Object.entries(found).filter(([, fault]) => fault));
}

function text(typed: string, most: number): Fault | undefined {
  if (STRANGE.test(typed)) return 'strange';
  return typed.trim().length > most ? 'long' : undefined;
}

/** What was typed without fault, as it goes to the gateway. */
export function checksOf(typed: Typed): CardChecks {
  const postalCode = typed.postalCode.trim();
  return {
    securityCode: typed.securityCode || undefined,
    billingAddress: postalCode
      ? { postalCode, streetAddress: typed.street.trim() || undefined }
      : undefined,
  };
}

/**
 * Fields for what the bank may check beside the signature. They are folded, for no shop and no
 * bank says beforehand that it wants them.
 *
 * @param tries how often the person wanted to go on: after the first it is said what is wrong
 */
export function Checks(props: {
  typed: Typed;
  tries: number;
  onTyped: (typed: Typed) => void;
}) {
  const { typed, tries, onTyped } = props;
  const words = useWords(WORDS);
  const wallet = useWords(WALLET);
  const box = useRef<HTMLDetailsElement>(null);
  const found = tries > 0 ? faults(typed) : {};
  useEffect(() => {
    const wrong = box.current?.querySelector<HTMLElement>('[aria-invalid]');
    if (!wrong) return;
    box.current!.open = true;
    wrong.focus();
  }, [tries]);
  const say = (fault: Fault | undefined, most = 0) =>
    fault && {
      code: words.securityCodeBad,
      missing: words.postalCodeMissing,
      long: wallet.tooLong(most),
      strange: wallet.characters,
    }[fault];
  return (
    <details class="pay-checks" ref={box}>
      <summary>{words.checks}</summary>
      <div class="stack">
        <p class="hint">{words.checksWhy}</p>
        <Field
          label={words.securityCode}
          hint={words.securityCodeHint}
          wrong={say(found.securityCode)}
          // Browsers keep no password's text to bring it back after a crash.
          type="password"
          inputMode="numeric"
          autocomplete="cc-csc"
          maxLength={4}
          value={typed.securityCode}
          onValue={(code) => onTyped({ ...typed, securityCode: digits(code) })}
          optional
        />
        <Field
          label={words.postalCode}
          wrong={say(found.postalCode, MOST.postalCode)}
          autocomplete="billing postal-code"
          maxLength={MOST.postalCode}
          value={typed.postalCode}
          onValue={(postalCode) => onTyped({ ...typed, postalCode })}
          optional
        />
        <Field
          label={words.street}
          wrong={say(found.street, MOST.street)}
          autocomplete="billing address-line1"
          maxLength={MOST.street}
          value={typed.street}
          onValue={(street) => onTyped({ ...typed, street })}
          optional
        />
      </div>
    </details>
  );
}
