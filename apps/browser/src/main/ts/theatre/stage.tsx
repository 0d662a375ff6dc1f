import { useEffect, useRef } from 'preact/hooks';
import { type Act, FACTS, type Fact, type How, LANES, type Lane, type Play } from './api';
import { Icon } from './icons';
import type { Words } from './words';

interface Props {
  readonly play: Play;
  readonly act: Act;
  readonly words: Words;
  /** How long a message flies, milliseconds; 0 where motion is not wanted. */
  readonly flight: number;
}

/** Where a participant stands, in hundredths of the stage. */
const place = (lane: Lane): number => ((LANES.indexOf(lane) + 0.5) / LANES.length) * 100;

/** The participants, the message between two of them, and what everybody knows by now. */
export function Stage({ play, act, words, flight }: Props) {
  return (
    <section class="stage" aria-label={words.title}>
      <div class="lanes">
        <Flight act={act} flight={flight} />
        <ul class="actors">
          {LANES.map((lane) => (
            <Actor key={lane} lane={lane} play={play} act={act} words={words} />
          ))}
        </ul>
      </div>
      <div class="known">
        <Knowledge play={play} act={act} words={words} />
        <ul class="faces" aria-hidden="true">
          {LANES.map((lane) => (
            <li key={lane} class={lane}>
              <Icon name={lane} />
              {words.lanes[lane]}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function Actor({ lane, play, act, words }: Omit<Props, 'flight'> & { lane: Lane }) {
  const part = lane === act.from ? 'from' : lane === act.to ? 'to' : '';
  const title = play.cast.find((role) => role.lane === lane)?.title ?? '';
  return (
    <li class={`actor ${lane} ${part}`}>
      <span class="face">
        <Icon name={lane} />
      </span>
      <span class="who">{words.lanes[lane]}</span>
      <span class="as">{title}</span>
    </li>
  );
}

/** The message on its way: an arc from one to the other and an envelope that flies along it. */
function Flight({ act, flight }: { act: Act; flight: number }) {
  const letter = useRef<HTMLSpanElement>(null);
  const from = place(act.from);
  const to = place(act.to);
  const high = 30 + Math.abs(to - from) * 0.45;
  useEffect(() => {
    const envelope = letter.current;
    if (envelope === null) return;
    envelope.style.left = `${to}%`;
    envelope.style.bottom = '0';
    if (flight === 0) return;
    const steps = Array.from({ length: 13 }, (_, i) => {
      const t = i / 12;
      return {
        left: `${from + (to - from) * t}%`,
        bottom: `${4 * high * t * (1 - t)}%`,
      };
    });
    const flying = envelope.animate(steps, { duration: flight, easing: 'ease-in-out' });
    return () => flying.cancel();
  }, [act, flight, from, to, high]);
  const middle = (from + to) / 2;
  return (
    <div class="flight" aria-hidden="true">
      <svg viewBox="0 0 100 100" preserveAspectRatio="none">
        <path class={act.from} d={`M${from} 100 Q${middle} ${100 - 2 * high} ${to} 100`} />
      </svg>
      <span ref={letter} class={`letter ${act.from}`}>
        <Icon name="letter" />
        <b>{act.name}</b>
      </span>
    </div>
  );
}

/** What a participant has of a fact after a message. */
function how(play: Play, fact: Fact, lane: Lane, step: number): How | undefined {
  const all = play.knowledge[fact]?.[lane] ?? [];
  return all.filter((since) => since.act <= step).at(-1)?.how;
}

function Knowledge({ play, act, words }: Omit<Props, 'flight'>) {
  const now = act.number;
  return (
    <table class="knows">
      <caption>{words.knows}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{words.field}</th>
          {LANES.map((lane) => (
            <th key={lane} scope="col">
              {words.lanes[lane]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {FACTS.map((fact) => (
          <tr key={fact}>
            <th scope="row">{words.facts[fact]}</th>
            {LANES.map((lane) => (
              <Known
                key={lane}
                lane={lane}
                how={how(play, fact, lane, now)}
                fresh={how(play, fact, lane, now) !== how(play, fact, lane, now - 1)}
                words={words}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface KnownProps {
  readonly lane: Lane;
  readonly how: How | undefined;
  readonly fresh: boolean;
  readonly words: Words;
}

function Known({ lane, how: has, fresh, words }: KnownProps) {
  const label = words.hows[has ?? 'never'];
  return (
    <td class={`${lane} ${has ?? 'never'} ${fresh ? 'fresh' : ''}`} title={label}>
      {has === undefined ? <span class="visually-hidden">{label}</span> : null}
      {has === undefined ? null : <Icon name={has} label={label} />}
    </td>
  );
}
