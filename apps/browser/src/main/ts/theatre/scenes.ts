import type { Act } from './api';

/** Messages of one scene that follow each other. */
export function runs(acts: readonly Act[]): readonly (readonly Act[])[] {
  const all: Act[][] = [];
  for (const act of acts) {
    const last = all.at(-1);
    if (last?.[0]?.scene === act.scene) last.push(act);
    else all.push([act]);
  }
  return all;
}
