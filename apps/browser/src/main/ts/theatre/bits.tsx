import type { Node, Segment } from './api';
import { key, type Path } from './parts';
import type { Words } from './words';

interface Props {
  readonly segment: Segment;
  readonly selected: Path | undefined;
  readonly words: Words;
  readonly select: (path: Path) => void;
  readonly hover: (path: Path | undefined) => void;
}

/**
 * The bitmaps of an ISO 8583 message, bit by bit: which data elements follow. A picture of what the
 * tree beside it lists, so it is for eyes and pointers only.
 */
export function Bits({ segment, selected, words, select, hover }: Props) {
  const parts = segment.root.parts ?? [];
  const maps = parts.filter((part) => part.kind === 'bitmap');
  const cells = maps.flatMap((map, index) => bits(map, 64 * index));
  const place = new Map(parts.map((part, index) => [part.name, [0, index] as Path]));
  return (
    <figure class="bits">
      <figcaption>{words.bits}</figcaption>
      <div class="bit-map" aria-hidden="true" onPointerLeave={() => hover(undefined)}>
        {cells.map(({ number, set }) => {
          const path = number === 1 ? undefined : place.get(String(number));
          if (!set || path === undefined) {
            return (
              <span key={number} class={set ? 'set' : ''}>
                {number}
              </span>
            );
          }
          const chosen = selected !== undefined && key(selected) === key(path);
          return (
            <span
              key={number}
              title={`${number} ${parts[path[1] ?? 0]?.type ?? ''}`}
              class={`set element ${chosen ? 'marked' : ''}`}
              onClick={() => select(path)}
              onPointerEnter={() => hover(path)}
            >
              {number}
            </span>
          );
        })}
      </div>
    </figure>
  );
}

function bits(map: Node, before: number): readonly { number: number; set: boolean }[] {
  return [...(map.text ?? '')].flatMap((digit, i) =>
    [8, 4, 2, 1].map((weight, j) => ({
      number: before + 4 * i + j + 1,
      set: (parseInt(digit, 16) & weight) !== 0,
    })),
  );
}
