import { useEffect, useState } from 'preact/hooks';
import { type Definition, definition } from './api';
import type { Words } from './words';

const OWN_TYPE = /^[A-Z][A-Za-z0-9-]*$/;
const kept = new Map<string, Promise<Definition | undefined>>();

/** The ASN.1 of a type, in the words of the specification. */
export function Grammar({ type, words }: { type: string; words: Words }) {
  const [found, setFound] = useState<Definition | undefined>(undefined);
  useEffect(() => {
    let stale = false;
    void known(type).then((text) => !stale && setFound(text));
    return () => {
      stale = true;
    };
  }, [type]);
  if (found === undefined) return null;
  return (
    <figure class="grammar">
      <figcaption class="small soft">
        {words.specified} <code>spec/{found.page}</code>
      </figcaption>
      <pre tabIndex={0}>{found.text}</pre>
    </figure>
  );
}

/** Each type is asked for once; one that the specification leaves to others has no text. */
function known(type: string): Promise<Definition | undefined> {
  const before = kept.get(type);
  if (before !== undefined) return before;
  const asked = OWN_TYPE.test(type)
    ? definition(type).catch(() => undefined)
    : Promise.resolve(undefined);
  kept.set(type, asked);
  return asked;
}
