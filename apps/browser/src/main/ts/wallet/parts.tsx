import type { ComponentChildren } from 'preact';
import { useContext, useId, useState } from 'preact/hooks';
import { Speaking, useWords } from './language';
import { ruleOf, type Sentences, sentence } from './problem';
import { WORDS } from './words';

/** What is typed into, with its label, a hint, and what is wrong with it. */
export interface Asked {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly wrong?: string | undefined;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly type?: string;
  readonly optional?: boolean;
  /** What the browser may fill in, and so may keep (HTML, autofill); else nothing. */
  readonly autocomplete?: string | undefined;
  readonly inputMode?: 'numeric' | 'text';
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly min?: string;
  readonly max?: string;
}

/**
 * One field of a form. Browsers write what stands in fields into the files of their profile, to
 * bring it back after a crash; autofill turned off keeps them from it.
 */
export function Field(asked: Asked) {
  const { label, hint, wrong, optional, onValue, autocomplete = 'off', ...rest } = asked;
  const words = useWords(WORDS);
  const id = useId();
  const described = [hint && `${id}-h`, wrong && `${id}-e`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>
        {label}
        {optional && <span class="optional"> · {words.optional}</span>}
      </label>
      {hint && (
        <p class="hint" id={`${id}-h`}>
          {hint}
        </p>
      )}
      <input
        {...rest}
        autocomplete={autocomplete}
        id={id}
        required={!optional}
        aria-describedby={described || undefined}
        aria-invalid={wrong ? 'true' : undefined}
        onInput={(e) => onValue(e.currentTarget.value)}
      />
      {wrong && (
        <p class="wrong" id={`${id}-e`}>
          {wrong}
        </p>
      )}
    </div>
  );
}

/** Something that a person starts and that takes a while or fails. */
export interface Doing {
  readonly busy: boolean;
  /** What went wrong, in the language of now. */
  readonly wrong: string | undefined;
  /** The rule behind it. */
  readonly rule: string | undefined;
  /** Runs it, unless something runs already. */
  readonly run: (work: () => Promise<unknown>) => Promise<void>;
}

/**
 * One thing at a time, its failure as a sentence.
 *
 * @param more sentences for rules that the wallet's own pages do not know
 */
export function useDoing(more?: Sentences): Doing {
  const language = useContext(Speaking);
  const [busy, setBusy] = useState(false);
  const [rule, setRule] = useState<string>();
  const run = async (work: () => Promise<unknown>) => {
    if (busy) return;
    setBusy(true);
    setRule(undefined);
    try {
      await work();
    } catch (e) {
      setRule(ruleOf(e));
      if (ruleOf(e) === 'other') reportError(e);
    } finally {
      setBusy(false);
    }
  };
  return { busy, rule, wrong: rule && sentence(language, rule, more), run };
}

/** What went wrong, announced. */
export function Wrong({ children }: { children: ComponentChildren }) {
  return children ? (
    <p class="notice bad" role="alert">
      {children}
    </p>
  ) : null;
}

/** A form whose button cannot be pressed twice. */
export function Ask(props: {
  button: string;
  doing: Doing;
  onGo: () => Promise<unknown>;
  second?: boolean;
  children?: ComponentChildren;
}) {
  const { button, doing, onGo, second, children } = props;
  const words = useWords(WORDS);
  const go = (e: Event) => {
    e.preventDefault();
    void doing.run(onGo);
  };
  return (
    <form class="stack" onSubmit={go} noValidate>
      {children}
      <Wrong>{doing.wrong}</Wrong>
      <div>
        <button class={second ? 'second' : ''} aria-busy={doing.busy}>
          {doing.busy ? words.working : button}
        </button>
      </div>
    </form>
  );
}
