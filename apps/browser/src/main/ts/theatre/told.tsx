import type { Act, Opened } from './api';
import { Icon } from './icons';
import { Legend } from './legend';
import { line } from './story';
import { names } from './tree';
import type { Words } from './words';

interface Props {
  readonly act: Act;
  readonly opened: Opened | undefined;
  readonly all: number;
  readonly words: Words;
}

/** What happens, in plain words. */
export function Told({ act, opened, all, words }: Props) {
  const told = line(words.story, act);
  const millis = act.micros === undefined ? undefined : (act.micros / 1000).toFixed(1);
  return (
    <section class="told card" aria-live="polite">
      <p class="eyebrow">{words.scenes[act.scene]}</p>
      <h2>{told.title}</h2>
      <p class="from-to">
        <span class={act.from}>
          <Icon name={act.from} />
          {words.lanes[act.from]}
        </span>
        <span aria-hidden="true">→</span>
        <span class={act.to}>
          <Icon name={act.to} />
          {words.lanes[act.to]}
        </span>
      </p>
      <p>{told.text}</p>
      <Envelopes opened={opened} words={words} />
      <p class="measures small soft">
        <code>{act.name}</code>
        <span>{words.bytes(act.size)}</span>
        {millis === undefined ? null : <span>{words.travelled(millis)}</span>}
        <span>{words.stepOf(act.number, all)}</span>
      </p>
      <Legend words={words} />
    </section>
  );
}

/** Whom the envelopes in a message are for, each once. */
function Envelopes({ opened, words }: { opened: Opened | undefined; words: Words }) {
  const sealed = (opened?.segments ?? []).slice(1);
  const whom = new Map(
    sealed.map(({ recipient, readers }) => {
      const lanes = recipient === undefined ? readers : [recipient];
      return [names(lanes, words), lanes[0]] as const;
    }),
  );
  if (whom.size === 0) return null;
  return (
    <div class="envelopes">
      <span class="small soft">{words.envelopes}</span>
      <ul class="row">
        {[...whom].map(([who, lane]) => (
          <li key={who} class={lane}>
            <Icon name="carries" />
            {who}
          </li>
        ))}
      </ul>
    </div>
  );
}
