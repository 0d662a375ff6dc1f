import { parse, need, type VectorFile } from './file';
import { readMessage } from './message';
import { readAlone, roundTrip, type Verdict, verdictOf } from './reading';
import { Shelf } from './shelf';

/** Answers to a registration, in which the wallet stores what it learns. */
const STORING = /^reg.*\/((?:card|renewal)-\d-\w+res|\w+res-)/;

/** What our code says to all files of vectors/. */
export interface Report {
  /** How many files were read, by group. */
  readonly read: Readonly<Record<string, number>>;
  /** How many need a browser, where there is none: a registration stores what it learns. */
  readonly aside: number;
  /** Files whose verdict is not what the file says, with both. */
  readonly wrong: readonly string[];
}

/** Reads every file of vectors/ that is SET's, given as its texts by path. */
export async function readVectors(texts: Readonly<Record<string, string>>): Promise<Report> {
  const files = Object.entries(texts).map(([path, text]) => parse(path, text));
  const shelf = new Shelf(files);
  const read: Record<string, number> = {};
  const wrong: string[] = [];
  let aside = 0;
  for (const file of files) {
    if (need(file, 'type').startsWith('ISO 8583')) continue;
    if (typeof indexedDB === 'undefined' && STORING.test(file.path)) {
      aside++;
      continue;
    }
    const group = file.path.slice(0, file.path.lastIndexOf('/'));
    read[group] = (read[group] ?? 0) + 1;
    const found = await verdict(file, shelf);
    const wanted = { expect: need(file, 'expect'), rule: file.header.get('rule') ?? '' };
    if (found.expect !== wanted.expect || found.rule !== wanted.rule) {
      wrong.push(`${file.path}: ${said(wanted)}, but ${said(found)}`);
    }
  }
  return { read, aside, wrong };
}

function said(verdict: Verdict): string {
  return verdict.expect + (verdict.rule === '' ? '' : ` (${verdict.rule})`);
}

async function verdict(file: VectorFile, shelf: Shelf): Promise<Verdict> {
  try {
    if (!file.header.has('reader')) return await readAlone(file, shelf);
    roundTrip(file);
    await readMessage(file, shelf);
    return { expect: 'success', rule: '' };
  } catch (e) {
    try {
      return verdictOf(e);
    } catch {
      return { expect: 'a bug', rule: e instanceof Error ? (e.stack ?? e.message) : String(e) };
    }
  }
}
