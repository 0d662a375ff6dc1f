import { useEffect, useRef, useState } from 'preact/hooks';
import type { Segment } from './api';
import { holding, type Path } from './parts';
import type { Words } from './words';

interface Props {
  readonly segment: Segment;
  readonly number: number;
  /** The bytes to be marked: the first, and the one after the last. */
  readonly marked: readonly [number, number];
  readonly title: string;
  readonly words: Words;
  readonly select: (path: Path) => void;
  readonly hover: (path: Path | undefined) => void;
}

const ACROSS = 8;
const HIGH = 22;
const MORE = 6;

/** The bytes of a segment; only the lines in sight are there. */
export function Bytes({ segment, number, marked, title, words, select, hover }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [from, to] = marked;
  const lines = Math.ceil(segment.bytes.length / 2 / ACROSS);
  useEffect(() => {
    const place = box.current;
    if (place === null || place.matches(':hover')) return;
    const want = Math.floor(from / ACROSS) * HIGH;
    const seen = want >= place.scrollTop && want <= place.scrollTop + place.clientHeight - 2 * HIGH;
    if (!seen) place.scrollTop = Math.max(0, want - 3 * HIGH);
  }, [from, segment]);
  const first = Math.max(0, Math.floor(top / HIGH) - MORE);
  const inSight = Math.ceil((box.current?.clientHeight ?? 480) / HIGH);
  const last = Math.min(lines, first + inSight + 2 * MORE);
  const octetOf = (event: Event): number | undefined => {
    const cell = event.target instanceof HTMLElement ? event.target.dataset['octet'] : undefined;
    return cell === undefined ? undefined : Number(cell);
  };
  const pathOf = (event: Event): Path | undefined => {
    const octet = octetOf(event);
    return octet === undefined ? undefined : holding(segment, number, octet);
  };
  return (
    <div class="octets">
      <h4>
        {title} <span class="soft small">{words.bytes(segment.bytes.length / 2)}</span>
      </h4>
      <div
        ref={box}
        class="hex"
        tabIndex={0}
        role="region"
        aria-label={`${words.octets}: ${title}`}
        onScroll={(event) => setTop(event.currentTarget.scrollTop)}
        onPointerOver={(event) => hover(pathOf(event))}
        onPointerLeave={() => hover(undefined)}
        onClick={(event) => {
          const path = pathOf(event);
          if (path !== undefined) select(path);
        }}
      >
        <div class="room" style={{ height: `${lines * HIGH}px` }}>
          <div style={{ transform: `translateY(${first * HIGH}px)` }}>
            {Array.from({ length: last - first }, (_, i) => (
              <Line key={first + i} segment={segment} line={first + i} from={from} to={to} />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

interface LineProps {
  readonly segment: Segment;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

function Line({ segment, line, from, to }: LineProps) {
  const begin = line * ACROSS;
  const end = Math.min(begin + ACROSS, segment.bytes.length / 2);
  const octets = Array.from({ length: end - begin }, (_, i) => begin + i);
  return (
    <div class="octet-line">
      <span class="offset">{begin.toString(16).padStart(4, '0')}</span>
      {octets.map((octet) => {
        const marked = octet >= from && octet < to ? 'marked' : '';
        const hidden = segment.hidden.some(([a, b]) => octet >= a && octet < b);
        return (
          <span key={octet} data-octet={octet} class={`${marked} ${hidden ? 'blot' : ''}`}>
            {hidden ? '••' : segment.bytes.slice(2 * octet, 2 * octet + 2)}
          </span>
        );
      })}
      <span class="letters" aria-hidden="true">
        {octets.map((octet) => letter(segment.bytes, octet)).join('')}
      </span>
    </div>
  );
}

function letter(hex: string, octet: number): string {
  const code = parseInt(hex.slice(2 * octet, 2 * octet + 2), 16);
  return code > 0x20 && code < 0x7f ? String.fromCharCode(code) : '·';
}
