import { useState } from 'preact/hooks';
import { useWords } from '../language';
import { Ask, Field, useDoing, Wrong } from '../parts';
import { WORDS } from '../words';
import { FIELD_ID, type RegField } from '../../set';
import type { FormItem, Session } from './state';

/** What the browser can fill in (HTML, autofill). */
const AUTOCOMPLETE: Readonly<Record<string, string>> = {
  [FIELD_ID.fullName]: 'cc-name',
  [FIELD_ID.date]: 'bday',
};

function isDate(field: RegField): boolean {
  return field.fieldID === FIELD_ID.date;
}

/** The form of the card's issuer, and its terms. */
export function Questions(props: {
  session: Session;
  onAnswers: (answers: FormItem[]) => Promise<void>;
}) {
  const { session, onAnswers } = props;
  const { fields, policy } = session.state.form!;
  const words = useWords(WORDS);
  const doing = useDoing();
  const [typed, setTyped] = useState<Record<string, string>>(() => known(session));
  const [agreed, setAgreed] = useState(false);
  const [tried, setTried] = useState(false);
  const wrong = (field: RegField) => {
    const text = (typed[field.fieldName] ?? '').trim();
    if (text === '') return field.fieldRequired ? words.required : undefined;
    if (field.fieldLen && [...text].length > field.fieldLen) return words.tooLong(field.fieldLen);
    // REG-07: what the authority would send back is not sent.
    return /[\p{C}\p{Zl}\p{Zp}]/u.test(text) ? words.characters : undefined;
  };
  const go = async () => {
    setTried(true);
    if (!agreed || fields.some(wrong)) return;
    const given = fields.map(({ fieldName }) => ({
      fieldName,
      fieldValue: (typed[fieldName] ?? '').trim(),
    }));
    await onAnswers(given.filter((item) => item.fieldValue !== ''));
  };
  return (
    <section class="stack">
      <h1>{words.questions(session.card.issuer)}</h1>
      <p>{words.questionsText}</p>
      <Ask button={words.send} doing={doing} onGo={go}>
        {fields.map((field) => (
          <Field
            label={field.fieldName}
            hint={isDate(field) ? undefined : field.fieldDesc}
            wrong={tried ? wrong(field) : undefined}
            value={typed[field.fieldName] ?? ''}
            onValue={(text) => setTyped({ ...typed, [field.fieldName]: text })}
            type={field.fieldInvisible ? 'password' : isDate(field) ? 'date' : 'text'}
            autocomplete={AUTOCOMPLETE[field.fieldID ?? '']}
            optional={!field.fieldRequired}
          />
        ))}
        <details class="panel">
          <summary>{words.terms}</summary>
          <p>{policy}</p>
        </details>
        <label class="check">
          <input
            type="checkbox"
            checked={agreed}
            aria-invalid={tried && !agreed}
            onChange={(e) => setAgreed(e.currentTarget.checked)}
          />
          {words.agree}
        </label>
        <Wrong>{tried && !agreed && words.agreeFirst}</Wrong>
      </Ask>
    </section>
  );
}

/** What the person said already need not be typed again. */
function known({ state }: Session): Record<string, string> {
  const month = state.form!.fields.find((field) => field.fieldID === FIELD_ID.month);
  if (!month) return {};
  return { [month.fieldName]: `${state.expiry.slice(4)}/${state.expiry.slice(2, 4)}` };
}
