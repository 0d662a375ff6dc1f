import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Act, Ledger, Opened, Segment } from './api';
import { Bits } from './bits';
import { Books } from './books';
import { Bytes } from './bytes';
import { Grammar } from './grammar';
import { at, key, type Path, rows } from './parts';
import { Readers } from './readers';
import { names, Tree } from './tree';
import type { Words } from './words';

interface Props {
  readonly opened: Opened | undefined;
  readonly ledgers: readonly Ledger[];
  readonly next: Act | undefined;
  readonly field: Path | undefined;
  readonly words: Words;
  readonly select: (path: Path | undefined) => void;
}

type Tab = 'inside' | 'readers' | 'books';
const TABS: readonly Tab[] = ['inside', 'readers', 'books'];

/** What is in a message: its fields beside its bytes, who can read them, and the books. */
export function Inside(props: Props) {
  const { opened, ledgers, next, field, words, select } = props;
  const [tab, setTab] = useState<Tab>('inside');
  return (
    <section class="inside card">
      <div class="tabs" role="tablist" aria-label={words.inside}>
        {TABS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-controls="tab-panel"
            aria-selected={tab === name}
            tabIndex={tab === name ? 0 : -1}
            onClick={() => setTab(name)}
            onKeyDown={(event) => turn(event, name, setTab)}
          >
            {words[name]}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="tab-panel" aria-labelledby={`tab-${tab}`}>
        {tab === 'books' ? <Books ledgers={ledgers} next={next} words={words} /> : null}
        {opened !== undefined && tab === 'inside' ? (
          <Fields opened={opened} field={field} words={words} select={select} />
        ) : null}
        {opened !== undefined && tab === 'readers' ? (
          <Readers opened={opened} selected={field} words={words} select={select} />
        ) : null}
      </div>
    </section>
  );
}

function turn(event: KeyboardEvent, from: Tab, set: (tab: Tab) => void): void {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (by === 0) return;
  event.preventDefault();
  event.stopPropagation();
  const to = TABS[(TABS.indexOf(from) + by + TABS.length) % TABS.length] ?? from;
  set(to);
  document.getElementById(`tab-${to}`)?.focus();
}

interface FieldsProps {
  readonly opened: Opened;
  readonly field: Path | undefined;
  readonly words: Words;
  readonly select: (path: Path | undefined) => void;
}

function Fields({ opened, field, words, select }: FieldsProps) {
  const [hovered, hover] = useState<Path | undefined>(undefined);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    setToggled(new Set());
    hover(undefined);
  }, [opened]);
  const [whole, setWhole] = useState(false);
  const shown = useMemo(() => rows(opened, toggled, whole), [opened, toggled, whole]);
  const toggle = (path: Path): void => {
    const next = new Set(toggled);
    if (!next.delete(key(path))) next.add(key(path));
    setToggled(next);
  };
  const looked = hovered ?? field ?? [0];
  const node = at(opened, looked);
  const number = looked[0] ?? 0;
  const segment = opened.segments[number] ?? opened.segments[0];
  const all = looked.length === 1;
  const marked = [node?.at ?? 0, all ? 0 : (node?.at ?? 0) + (node?.length ?? 0)] as const;
  const type = opened.act.protocol === 'iso8583' ? undefined : at(opened, field ?? [0])?.type;
  const host = opened.act.protocol === 'iso8583' ? opened.segments[0] : undefined;
  return (
    <>
      {host === undefined ? null : (
        <Bits segment={host} selected={hovered ?? field} {...{ words, select, hover }} />
      )}
      <div class="fields">
        <div>
          {host === undefined ? (
            <label class="whole small">
              <input
                type="checkbox"
                checked={whole}
                onChange={(event) => setWhole(event.currentTarget.checked)}
              />
              {words.wrapping}
            </label>
          ) : null}
          <Tree
            selected={field}
            {...{ opened, shown, hovered, words, select, hover, toggle }}
          />
        </div>
        {segment === undefined ? null : (
          <div>
            <Bytes
              title={caption(segment, number, words)}
              {...{ segment, number, marked, words, select, hover }}
            />
            {type === undefined ? null : <Grammar type={type} words={words} />}
          </div>
        )}
      </div>
    </>
  );
}

function caption(segment: Segment, number: number, words: Words): string {
  if (number === 0) return words.wire;
  const { recipient, readers } = segment;
  return words.opened(names(recipient === undefined ? readers : [recipient], words));
}
