import { useState } from 'preact/hooks';
import type { Play } from './api';
import { Icon } from './icons';
import { runs } from './scenes';
import type { Words } from './words';

/** What the controls do. */
export interface Control {
  readonly go: (step: number) => void;
  readonly toggle: () => void;
  readonly pace: (times: number) => void;
  readonly follow: (on: boolean) => void;
}

interface Props {
  readonly play: Play;
  readonly step: number;
  readonly playing: boolean;
  readonly pace: number;
  readonly following: boolean;
  readonly words: Words;
  readonly control: Control;
}

const PACES = [0.5, 1, 2, 4] as const;

/** Play, pause, step, scrub, share. */
export function Player({ play, step, playing, pace, following, words, control }: Props) {
  const all = play.acts.length;
  return (
    <div class="player" role="group" aria-label={words.moment}>
      <div class="buttons">
        <button
          type="button"
          aria-label={words.back}
          disabled={step <= 1}
          onClick={() => control.go(step - 1)}
        >
          <Icon name="back" />
        </button>
        <button type="button" class="main" onClick={control.toggle}>
          <Icon name={playing ? 'pause' : 'play'} />
          {playing ? words.pause : words.play}
        </button>
        <button
          type="button"
          aria-label={words.next}
          disabled={step >= all}
          onClick={() => control.go(step + 1)}
        >
          <Icon name="next" />
        </button>
      </div>
      <Scrubber play={play} step={step} words={words} go={control.go} />
      <div class="more">
        <label>
          <span class="visually-hidden">{words.pace}</span>
          <select
            value={String(pace)}
            onChange={(event) => control.pace(Number(event.currentTarget.value))}
          >
            {PACES.map((times) => (
              <option key={times} value={String(times)}>
                {times}×
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          class="live"
          aria-pressed={following}
          onClick={() => control.follow(!following)}
        >
          {words.follow}
        </button>
        <Share words={words} />
      </div>
    </div>
  );
}

function Scrubber({
  play,
  step,
  words,
  go,
}: Pick<Props, 'play' | 'step' | 'words'> & Pick<Control, 'go'>) {
  const all = play.acts.length;
  const scenes = runs(play.acts);
  return (
    <div class="scrub">
      <svg viewBox={`0 0 ${all} 1`} preserveAspectRatio="none" aria-hidden="true">
        {scenes.map((acts, i) => (
          <rect
            key={acts[0]?.number}
            class={i % 2 === 0 ? 'odd' : 'even'}
            x={(acts[0]?.number ?? 1) - 1}
            width={acts.length}
            height="1"
          />
        ))}
      </svg>
      <input
        type="range"
        min="1"
        max={all}
        value={step}
        aria-label={words.moment}
        aria-valuetext={words.stepOf(step, all)}
        onInput={(event) => go(Number(event.currentTarget.value))}
      />
      <output>
        {step} / {all}
      </output>
    </div>
  );
}

function Share({ words }: { words: Words }) {
  const [copied, setCopied] = useState(false);
  const share = async (): Promise<void> => {
    await navigator.clipboard.writeText(location.href);
    setCopied(true);
    setTimeout(() => setCopied(false), 2500);
  };
  return (
    <button type="button" class="share" onClick={() => void share().catch(() => undefined)}>
      <Icon name="link" />
      <span role="status">{copied ? words.copied : words.share}</span>
    </button>
  );
}
