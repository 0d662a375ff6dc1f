import { type How, LANES, type Lane, type Opened } from './api';
import { Icon } from './icons';
import { Legend } from './legend';
import { key, type Path, type Told, told } from './parts';
import { names } from './tree';
import type { Words } from './words';

interface Props {
  readonly opened: Opened;
  readonly selected: Path | undefined;
  readonly words: Words;
  readonly select: (path: Path) => void;
}

/** Every part of a message, and who could read it. */
export function Readers({ opened, selected, words, select }: Props) {
  return (
    <div class="readers">
      <Legend words={words} />
      <div class="scroll" tabIndex={0} role="region" aria-label={words.readers}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              {LANES.map((lane) => (
                <th key={lane} scope="col" class={lane}>
                  <Icon name={lane} />
                  <span>{words.lanes[lane]}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {told(opened).map((row) =>
              row.head === undefined ? (
                <Part key={key(row.path)} {...{ row, opened, selected, words, select }} />
              ) : (
                <Head key={`head ${key(row.path)}`} row={row} words={words} />
              ),
            )}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Head({ row, words }: { row: Told; words: Words }) {
  const clear = row.path[0] === 0;
  const lane = clear ? '' : `sealed-for ${row.head?.recipient ?? row.readers[0] ?? ''}`;
  return (
    <tr class={`head ${lane}`}>
      <th colSpan={LANES.length + 1} scope="colgroup">
        <Icon name={clear ? 'reads' : 'open'} />
        {clear ? words.clear : words.onlyReads(names(row.readers, words))}
      </th>
    </tr>
  );
}

function Part({ row, opened, selected, words, select }: Props & { row: Told }) {
  const { node } = row;
  const ends: readonly Lane[] = [opened.act.from, opened.act.to];
  const inner = node.opens === undefined ? undefined : opened.segments[node.opens];
  const readers = node.kind === 'sealed' ? (inner?.readers ?? []) : row.readers;
  const chosen = selected !== undefined && key(selected) === key(row.path);
  return (
    <tr class={chosen ? 'chosen' : ''}>
      <th scope="row">
        <button type="button" onClick={() => select(row.path)}>
          <span class="name">{node.name}</span>
          <span class="value">{short(row, words)}</span>
        </button>
      </th>
      {LANES.map((lane) => {
        const how = has(lane, readers, ends, row);
        const label = words.hows[how ?? 'never'];
        return (
          <td key={lane} class={`${lane} ${how ?? 'never'}`} title={label}>
            {how === undefined ? (
              <span class="visually-hidden">{label}</span>
            ) : (
              <Icon name={how} label={label} />
            )}
          </td>
        );
      })}
    </tr>
  );
}

function has(
  lane: Lane,
  readers: readonly Lane[],
  ends: readonly Lane[],
  row: Told,
): How | undefined {
  if (readers.includes(lane)) return row.node.kind === 'digest' ? 'digest' : 'reads';
  return ends.includes(lane) ? 'carries' : undefined;
}

function short({ node }: Told, words: Words): string {
  switch (node.kind) {
    case 'secret':
      return '••••';
    case 'digest':
      return `${words.digestOf} ${node.text ?? ''}`;
    case 'sealed':
      return node.type;
    default:
      return node.text ?? node.type;
  }
}
