import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type Act, LANES, type Lane, type Play } from './api';
import { runs } from './scenes';
import { Icon } from './icons';
import { line } from './story';
import type { Words } from './words';

interface Props {
  readonly play: Play;
  readonly step: number;
  readonly words: Words;
  readonly go: (step: number) => void;
  /** What stands inside the present message's place, on a phone. */
  readonly inside: ComponentChildren;
}

/** All messages by scene, each with its way across the lifelines. */
export function Script({ play, step, words, go, inside }: Props) {
  return (
    <section class="script card" aria-label={words.script}>
      <div class="lifelines" aria-hidden="true">
        <h2>{words.script}</h2>
        {LANES.map((lane) => (
          <span key={lane} class={lane} title={words.lanes[lane]}>
            <Icon name={lane} />
          </span>
        ))}
      </div>
      {runs(play.acts).map((acts) => (
        <section key={acts[0]?.number} class="scene">
          <h3>{words.scenes[acts[0]?.scene ?? 'other']}</h3>
          <ol>
            {acts.map((act) => (
              <Row key={act.number} act={act} here={act.number === step} words={words} go={go}>
                {act.number === step ? inside : null}
              </Row>
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}

interface RowProps {
  readonly act: Act;
  readonly here: boolean;
  readonly words: Words;
  readonly go: (step: number) => void;
  readonly children: ComponentChildren;
}

function Row({ act, here, words, go, children }: RowProps) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (here) show(row.current);
  }, [here]);
  const told = line(words.story, act);
  return (
    <li ref={row} class={here ? 'here' : ''}>
      <button type="button" aria-current={here ? 'step' : undefined} onClick={() => go(act.number)}>
        <span class="number">{act.number}</span>
        <span class="said">
          <b>{act.name}</b>
          <span>{told.title}</span>
        </span>
        <span class="visually-hidden">
          {words.lanes[act.from]} → {words.lanes[act.to]}
        </span>
        <Way from={act.from} to={act.to} />
      </button>
      {children}
    </li>
  );
}

/** An arrow across the lifelines, and the same as two signs where there is no room for them. */
function Way({ from, to }: { from: Lane; to: Lane }) {
  const a = LANES.indexOf(from) * 20 + 10;
  const b = LANES.indexOf(to) * 20 + 10;
  const tip = b > a ? -5 : 5;
  return (
    <>
      <span class="way" aria-hidden="true">
        <svg viewBox="0 0 140 12">
          <circle class={from} cx={a} cy="6" r="1.8" />
          <path class={`arrow ${from}`} d={`M${a} 6H${b + tip}`} />
          <path class={`tip ${from}`} d={`M${b} 6l${tip} -3.6v7.2z`} />
        </svg>
      </span>
      <span class="ends" aria-hidden="true">
        <span class={from}>
          <Icon name={from} />
        </span>
        →
        <span class={to}>
          <Icon name={to} />
        </span>
      </span>
    </>
  );
}

/** Scrolls the script's own box, never the page. */
function show(row: HTMLLIElement | null): void {
  const box = row?.closest<HTMLElement>('.script');
  if (row === null || box === null || box === undefined) return;
  if (box.scrollHeight <= box.clientHeight) return;
  const top = row.offsetTop - box.offsetTop;
  box.scrollTo({ top: top - box.clientHeight / 2 + 30, behavior: 'auto' });
}
