import { useEffect, useRef } from 'preact/hooks';
import type { Lane, Opened } from './api';
import { Icon } from './icons';
import { key, type Path, type Row, standing } from './parts';
import type { Words } from './words';

interface Props {
  readonly opened: Opened;
  readonly selected: Path | undefined;
  readonly hovered: Path | undefined;
  readonly shown: readonly Row[];
  readonly words: Words;
  readonly select: (path: Path) => void;
  readonly hover: (path: Path | undefined) => void;
  readonly toggle: (path: Path) => void;
}

/** The parts of a message, one a line; arrow keys go through them. */
export function Tree(props: Props) {
  const { opened, shown, words } = props;
  const chosen = standing(shown, props.selected);
  const touched = standing(shown, props.hovered);
  const box = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const line = box.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (box.current !== null && line !== null && line !== undefined) reveal(box.current, line);
  }, [chosen, opened]);
  return (
    <ul
      ref={box}
      class="tree"
      role="tree"
      aria-label={words.fields}
      onKeyDown={(event) => steer(event, chosen, props)}
      onPointerLeave={() => props.hover(undefined)}
    >
      {shown.map((row, index) => (
        <Line
          key={key(row.path)}
          row={row}
          chosen={key(row.path) === chosen}
          touched={key(row.path) === touched}
          focusable={chosen === '' ? index === 0 : key(row.path) === chosen}
          {...props}
        />
      ))}
    </ul>
  );
}

interface LineProps extends Props {
  readonly row: Row;
  readonly chosen: boolean;
  readonly touched: boolean;
  readonly focusable: boolean;
}

function Line({ row, chosen, touched, focusable, ...props }: LineProps) {
  const { node, path } = row;
  const expanded = row.folds ? { 'aria-expanded': row.open } : {};
  return (
    <li
      role="treeitem"
      aria-level={row.depth + 1}
      aria-selected={chosen}
      {...expanded}
      tabIndex={focusable ? 0 : -1}
      class={`${node.kind ?? ''} ${touched ? 'touched' : ''} ${band(row)}`}
      style={{ paddingInlineStart: `${0.4 + Math.min(row.depth, 12) * 0.8}rem` }}
      onClick={() => props.select(path)}
      onDblClick={() => row.folds && props.toggle(path)}
      onPointerEnter={() => props.hover(path)}
    >
      <span
        class={`twist ${row.folds ? (row.open ? 'open' : 'shut') : ''}`}
        onClick={() => row.folds && props.toggle(path)}
      />
      <span class="name">{node.name}</span>
      {node.type === node.name ? null : <span class="type">{node.type}</span>}
      <Value row={row} words={props.words} opened={props.opened} />
    </li>
  );
}

/** The colour of who alone can read what a line stands in. */
function band(row: Row): string {
  if (row.path[0] === 0) return '';
  return `sealed-for ${row.segment.recipient ?? row.segment.readers[0] ?? ''}`;
}

export const names = (lanes: readonly Lane[], words: Words): string =>
  lanes.map((lane) => words.lanes[lane]).join(words.and);

function Value({ row, words, opened }: { row: Row; words: Words; opened: Opened }) {
  const { node } = row;
  switch (node.kind) {
    case 'sealed':
      return (
        <span class="mark">
          <Icon name="carries" />
          {sealed(row, words, opened)}
        </span>
      );
    case 'signed':
      return (
        <span class="mark">
          <Icon name="signed" />
          {words.signedBy} {node.text}
        </span>
      );
    case 'digest':
      return (
        <span class="mark">
          <Icon name="digest" />
          {words.digestOf} {node.text}
        </span>
      );
    case 'secret':
      return (
        <span class="mark">
          •••• {node.text}, {words.hidden}
        </span>
      );
    default:
      return <span class="value">{node.text}</span>;
  }
}

function sealed(row: Row, words: Words, opened: Opened): string {
  const inner = row.node.opens === undefined ? undefined : opened.segments[row.node.opens];
  if (inner === undefined) return words.shut;
  const who = inner.recipient === undefined ? inner.readers : [inner.recipient];
  return words.onlyReads(names(who, words));
}

function steer(event: KeyboardEvent, chosen: string, props: Props): void {
  const { shown } = props;
  const index = Math.max(
    0,
    shown.findIndex((row) => key(row.path) === chosen),
  );
  const row = shown[index];
  if (row === undefined) return;
  const go = (to: Row | undefined): void => {
    if (to === undefined) return;
    // Where the pointer rests counts no more.
    props.hover(undefined);
    props.select(to.path);
  };
  const acts: Readonly<Record<string, () => void>> = {
    ArrowDown: () => go(shown[index + 1]),
    ArrowUp: () => go(shown[index - 1]),
    Home: () => go(shown[0]),
    End: () => go(shown.at(-1)),
    ArrowRight: () => (row.folds && !row.open ? props.toggle(row.path) : go(shown[index + 1])),
    ArrowLeft: () => (row.open ? props.toggle(row.path) : go(above(shown, index))),
    Enter: () => row.folds && props.toggle(row.path),
  };
  const act = acts[event.key];
  if (act === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  act();
  requestAnimationFrame(() => {
    const tree = event.target instanceof Element ? event.target.closest('.tree') : null;
    tree?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  });
}

function above(shown: readonly Row[], index: number): Row | undefined {
  const depth = shown[index]?.depth ?? 0;
  return shown
    .slice(0, index)
    .reverse()
    .find((row) => row.depth < depth);
}

function reveal(box: HTMLElement, line: HTMLElement): void {
  const top = line.offsetTop - box.offsetTop;
  if (top < box.scrollTop + 20) box.scrollTop = top - 60;
  else if (top > box.scrollTop + box.clientHeight - 50) box.scrollTop = top - box.clientHeight / 2;
}
