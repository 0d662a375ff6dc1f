import { type Octets, ofHex } from '../../main/ts/asn1';

/** A file of vectors/: its path from there, its header lines and its octets. */
export interface VectorFile {
  readonly path: string;
  readonly header: ReadonlyMap<string, string>;
  readonly body: Octets;
}

/** The file of that text. */
export function parse(path: string, text: string): VectorFile {
  const [head = '', hex = ''] = text.split('\n\n');
  const header = new Map(
    head.split('\n').map((line) => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), line.slice(colon + 2)] as const;
    }),
  );
  return { path, header, body: ofHex(hex.replace(/\n/g, '')) };
}

/** The value of a header line. @throws Error where it is missing */
export function need(file: VectorFile, name: string): string {
  const value = file.header.get(name);
  if (value === undefined) throw new Error(file.path + ' has no ' + name);
  return value;
}
