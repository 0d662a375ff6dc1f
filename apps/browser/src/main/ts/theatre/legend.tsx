import type { How } from './api';
import { Icon } from './icons';
import type { Words } from './words';

const SIGNS: readonly How[] = ['reads', 'carries', 'digest'];

/** What the signs of the tables mean. */
export function Legend({ words }: { words: Words }) {
  return (
    <ul class="legend">
      {SIGNS.map((sign) => (
        <li key={sign} class={sign}>
          <Icon name={sign} />
          {words.hows[sign]}
        </li>
      ))}
    </ul>
  );
}
