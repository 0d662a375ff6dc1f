import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useWords } from './language';
import { WORDS } from './words';

/**
 * A page whose script is loaded when it is shown for the first time, which keeps the first page
 * small: `const Add = lazy(() => import('./registration/add').then((m) => m.Add))`.
 */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | undefined;
  return function Lazy(props: P) {
    const words = useWords(WORDS);
    const [Page, show] = useState<ComponentType<P> | undefined>(() => loaded);
    const [failed, fail] = useState(false);
    useEffect(() => {
      const done = (page: ComponentType<P>) => {
        loaded = page;
        show(() => page);
      };
      if (!Page) load().then(done, () => fail(true));
    }, []);
    if (Page) return <Page {...props} />;
    if (!failed) return <p role="status">{words.loading}</p>;
    return (
      <section>
        <h1>{words.unreadable}</h1>
        <button onClick={() => location.reload()}>{words.again}</button>
      </section>
    );
  };
}
