import type { Lane, Node, Opened, Segment } from './api';

/** The place of a part: its segment, then the index of each part on the way down. */
export type Path = readonly number[];

export const key = (path: Path): string => path.join('-');

/** How CMS wraps what is said; folded away at first. */
const PLUMBING = new Set([
  'recipientInfos',
  'signerInfos',
  'certificates',
  'crls',
  'authEncryptedContentInfo',
  'digestAlgorithms',
  'messageHeader',
]);
const FOLDED_TYPES = new Set(['CertThumb', 'AlgorithmIdentifier', 'CurrencyAmount']);

/** Whether a part shows what is inside it before anybody touched it. */
export function opensAtFirst(node: Node, parent: Node | undefined): boolean {
  if (PLUMBING.has(node.name) || FOLDED_TYPES.has(node.type)) return false;
  if (node.kind === 'digest') return false;
  return !(parent?.kind === 'sealed' && node.type === 'AuthEnvelopedData');
}

/** The part at a place, if there is one. */
export function at(opened: Opened, path: Path): Node | undefined {
  const [segment, ...rest] = path;
  let node: Node | undefined = opened.segments[segment ?? 0]?.root;
  for (const index of rest) node = node?.parts?.[index];
  return node;
}

/** The innermost part that holds a byte of a segment. */
export function holding(segment: Segment, number: number, octet: number): Path {
  const path = [number];
  let node = segment.root;
  for (;;) {
    const parts: readonly Node[] = node.parts ?? [];
    const index = parts.findIndex((p) => octet >= p.at && octet < p.at + p.length);
    const next = parts[index];
    if (next === undefined) return path;
    path.push(index);
    node = next;
  }
}

/** A line of the tree. */
export interface Row {
  readonly path: Path;
  readonly node: Node;
  readonly depth: number;
  readonly segment: Segment;
  readonly folds: boolean;
  readonly open: boolean;
}

interface Child {
  readonly path: Path;
  readonly node: Node;
}

/** What stands under a part: all of it, or without CMS's wrapping. */
function under(opened: Opened, { path, node }: Child, whole: boolean): readonly Child[] {
  const parts = (node.parts ?? []).map((part, i) => ({ path: [...path, i], node: part }));
  const inner = node.opens === undefined ? undefined : opened.segments[node.opens];
  const root = inner && { path: [node.opens ?? 0], node: inner.root };
  if (whole) return root === undefined ? parts : [root, ...parts];
  if (node.kind === 'sealed') return root === undefined ? [] : [unwrapped(root)];
  if (node.kind === 'signed') return content({ path, node });
  return node.kind === 'digest' || FOLDED_TYPES.has(node.type) ? [] : parts;
}

/** What an opened envelope's ContentInfo holds. */
function unwrapped(root: Child): Child {
  const index = (root.node.parts ?? []).findIndex((part) => part.name === 'content');
  const held = root.node.parts?.[index];
  return held === undefined ? root : { path: [...root.path, index], node: held };
}

/** What was signed, where it stands in the signature's own structure. */
function content({ path, node }: Child): readonly Child[] {
  const parts = node.parts ?? [];
  if (node.name === 'eContent') return parts.map((part, i) => ({ path: [...path, i], node: part }));
  return parts.flatMap((part, i) => content({ path: [...path, i], node: part }));
}

/** The lines that are to be seen, where `toggled` names those that are not as at first. */
export function rows(
  opened: Opened,
  toggled: ReadonlySet<string>,
  whole: boolean,
): readonly Row[] {
  const all: Row[] = [];
  const walk = (child: Child, parent: Node | undefined, depth: number): void => {
    const { path, node } = child;
    const segment = opened.segments[path[0] ?? 0];
    if (segment === undefined) return;
    const inside = under(opened, child, whole);
    const folds = inside.length > 0;
    const open = folds && opensAtFirst(node, parent) !== toggled.has(key(path));
    all.push({ path, node, depth, segment, folds, open });
    if (open) for (const inner of inside) walk(inner, node, depth + 1);
  };
  const root = opened.segments[0]?.root;
  if (root !== undefined) walk({ path: [0], node: root }, undefined, 0);
  return all;
}

/** The line that stands for a part: its own, or that of the innermost part around it. */
export function standing(shown: readonly Row[], path: Path | undefined): string {
  const keys = new Set(shown.map((row) => key(row.path)));
  for (let end = path?.length ?? 0; end > 0; end--) {
    const candidate = key((path ?? []).slice(0, end));
    if (keys.has(candidate)) return candidate;
  }
  return '';
}

/** A line of the table of readers: a part that says something, or the head of a segment. */
export interface Told {
  readonly path: Path;
  readonly node: Node;
  readonly readers: readonly Lane[];
  readonly head?: Segment;
}

const UNTOLD = new Set([...PLUMBING, 'contentType', 'version', 'mac', 'eContentType']);

/** What a message says, part by part, without the wrapping. */
export function told(opened: Opened): readonly Told[] {
  const all: Told[] = [];
  const inner: number[] = [];
  type Walk = (path: Path, node: Node, parent: Node | undefined, readers: readonly Lane[]) => void;
  const walk: Walk = (path, node, parent, readers) => {
    if (UNTOLD.has(node.name) || (parent?.kind === 'sealed' && node.name === 'content')) return;
    if (node.opens !== undefined) inner.push(node.opens);
    const parts = node.parts ?? [];
    const whole = parts.length === 0 || node.kind === 'digest' || FOLDED_TYPES.has(node.type);
    if (node.kind === 'sealed' || whole) all.push({ path, node, readers });
    if (whole || node.kind === 'sealed') return;
    parts.forEach((part, index) => walk([...path, index], part, node, readers));
  };
  const segment = (number: number): void => {
    const found = opened.segments[number];
    if (found === undefined) return;
    all.push({ path: [number], node: found.root, readers: found.readers, head: found });
    walk([number], found.root, undefined, found.readers);
  };
  segment(0);
  for (let next = inner.shift(); next !== undefined; next = inner.shift()) segment(next);
  return all;
}
