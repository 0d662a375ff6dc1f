import { Unreached } from '../../main/ts/wallet/problem';
import { bodyOf } from '../../main/ts/wallet/wire';
import type { Laws } from './laws';

const PART = 1000;
const MOST = 10_000;

/** Answers are read as far as they may be long: whole up to there, and no further than that. */
export async function holdBounds(): Promise<Laws> {
  const wrong: string[] = [];
  for (const parts of [0, 1, 9, 10]) {
    const read = await bodyOf(new Response(body(parts).stream), MOST);
    const whole = read.length === parts * PART && read.every((octet) => octet === 7);
    if (!whole) wrong.push(`${parts} parts come as ${read.length} octets`);
  }
  const endless = body(Infinity);
  try {
    await bodyOf(new Response(endless.stream), MOST);
    wrong.push('an answer without end has an end');
  } catch (e) {
    if (!(e instanceof Unreached)) wrong.push(`an answer without end: ${String(e)}`);
  }
  // The stream is asked for a part or two ahead of who reads it.
  if (endless.given() > MOST / PART + 3) wrong.push(`${endless.given()} parts were read`);
  if (!endless.cancelled()) wrong.push('the rest is still on its way');
  return { tried: { bodies: 5 }, wrong };
}

/** A body of so many parts of 1,000 octets, made as they are asked for. */
function body(parts: number) {
  let given = 0;
  let cancelled = false;
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(to) {
      if (given >= parts) return to.close();
      given++;
      to.enqueue(new Uint8Array(PART).fill(7));
    },
    cancel() {
      cancelled = true;
    },
  });
  return { stream, given: () => given, cancelled: () => cancelled };
}
