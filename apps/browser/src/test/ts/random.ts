import type { Octets } from '../../main/ts/asn1';

/** Chance that can be repeated: the same seed gives the same choices (xorshift32). */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0 || 1;
  }

  /** A whole number from 0 to `limit` less one. */
  below(limit: number): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) % limit;
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  octets(count: number): Octets {
    return Uint8Array.from({ length: count }, () => this.below(256));
  }

  one<T>(list: readonly [T, ...T[]]): T {
    return list[this.below(list.length)] ?? list[0];
  }

  /** Characters of `alphabet`, `least` to `most` of them. */
  text(alphabet: string, least: number, most: number): string {
    const all = [...alphabet];
    return Array.from({ length: this.between(least, most) }, () => all[this.below(all.length)])
      .join('');
  }

  maybe<T>(make: () => T): T | undefined {
    return this.below(2) === 0 ? undefined : make();
  }

  list<T>(least: number, most: number, make: (i: number) => T): readonly T[] {
    return Array.from({ length: this.between(least, most) }, (_, i) => make(i));
  }
}
