import { useEffect, useRef, useState } from 'preact/hooks';
import { Cards } from './cards';
import { type Config, config } from './config';
import {
  type Language,
  LANGUAGES,
  remember,
  rememberedLanguage,
  rememberedTheme,
  Speaking,
  type Theme,
  useWords,
} from './language';
import { lazy } from './lazy';
import { Lost } from './lost';
import { goOn } from './pay/unanswered';
import { WORDS } from './words';

const CardPage = lazy(() => import('./card-page').then((page) => page.CardPage));
const History = lazy(() => import('./history/history').then((page) => page.History));
const PayPage = lazy(() => import('./pay/page').then((page) => page.PayPage));
const Add = lazy(() => import('./registration/add').then((page) => page.Add));

/** The wallet: its frame, and the page that the address names. */
export function Wallet() {
  const [language, setLanguage] = useState(rememberedLanguage);
  const [theme, setTheme] = useState(rememberedTheme);
  useEffect(() => {
    remember(language, theme);
    document.title = WORDS[language].wallet;
  }, [language, theme]);
  // Who pays was led here by a shop: nothing leads away but paying or not.
  const Within = location.pathname === '/pay' ? PayFrame : Frame;
  return (
    <Speaking.Provider value={language}>
      <Within language={language} theme={theme} onLanguage={setLanguage} onTheme={setTheme} />
    </Speaking.Provider>
  );
}

interface FrameProps {
  language: Language;
  theme: Theme;
  onLanguage: (language: Language) => void;
  onTheme: (theme: Theme) => void;
}

function Frame(props: FrameProps) {
  const words = useWords(WORDS);
  useEffect(() => void goOn(), []);
  const content = useRef<HTMLElement>(null);
  const way = useWay(() => {
    scrollTo(0, 0);
    content.current?.focus({ preventScroll: true });
  });
  const ways = [
    ['', words.cards],
    ['payments', words.payments],
    ['lost', words.lost],
  ] as const;
  return (
    <>
      <a class="skip" href="#content" onClick={(e) => skip(e, content.current)}>
        {words.skip}
      </a>
      <header class="site-head">
        <div class="site-bar">
          <a class="site-name" href="#">
            <Mark />
            <span>{words.wallet}</span>
          </a>
        </div>
        <nav class="site-ways" aria-label={words.main}>
          <ul>
            {ways.map(([to, name]) => (
              <li>
                <a href={`#${to}`} aria-current={way === to ? 'page' : undefined}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main
        id="content"
        class={/^(add)?$/.test(way) ? 'page' : 'page narrow'}
        tabIndex={-1}
        ref={content}
      >
        <div class="stack loose">
          <Page way={way} />
        </div>
      </main>
      <Foot {...props} />
    </>
  );
}

function PayFrame({ language, onLanguage }: FrameProps) {
  const words = useWords(WORDS);
  return (
    <>
      <header class="site-head pay-head">
        <div class="site-bar">
          <p class="site-name">
            <Mark />
            <span>{words.wallet}</span>
          </p>
          <Languages language={language} onLanguage={onLanguage} />
        </div>
      </header>
      <main id="content" class="page" tabIndex={-1}>
        <PayPage />
      </main>
    </>
  );
}

function skip(e: Event, to: HTMLElement | null) {
  e.preventDefault();
  to?.focus();
}

/** What stands behind `#` in the address; `moved` is called when that changes. */
function useWay(moved: () => void): string {
  const [way, setWay] = useState(location.hash.slice(1));
  useEffect(() => {
    const change = () => {
      setWay(location.hash.slice(1));
      moved();
    };
    addEventListener('hashchange', change);
    return () => removeEventListener('hashchange', change);
  }, []);
  return way;
}

function Page({ way }: { way: string }) {
  const words = useWords(WORDS);
  const [told, setTold] = useState<Config>();
  const [failed, setFailed] = useState(false);
  useEffect(() => void config().then(setTold, () => setFailed(true)), []);
  if (failed) {
    return (
      <section>
        <h1>{words.unreadable}</h1>
        <button onClick={() => location.reload()}>
          {words.again}
        </button>
      </section>
    );
  }
  if (!told) return <p role="status">{words.loading}</p>;
  if (way.startsWith('card=')) return <CardPage id={way.slice(5)} key={way} />;
  if (/^payments/.test(way)) return <History open={way.slice(8)} />;
  if (way === 'lost') return <Lost config={told} />;
  if (way !== 'add') return <Cards config={told} />;
  return (
    <>
      <h1>{words.add}</h1>
      <Add config={told} onBegun={(begun) => (location.hash = `card=${begun.card.id}`)} />
    </>
  );
}

function Foot({ language, theme, onLanguage, onTheme }: FrameProps) {
  const words = useWords(WORDS);
  return (
    <footer class="site-foot">
      <div class="site-bar">
        <p>{words.foot}</p>
        <div class="manner">
          <Languages language={language} onLanguage={onLanguage} />
          <div class="switch" role="group" aria-label={words.brightness}>
            {(['system', 'light', 'dark'] as const).map((one) => (
              <button aria-pressed={one === theme} onClick={() => onTheme(one)}>
                {words[one]}
              </button>
            ))}
          </div>
        </div>
      </div>
    </footer>
  );
}

function Languages({ language, onLanguage }: Pick<FrameProps, 'language' | 'onLanguage'>) {
  const words = useWords(WORDS);
  return (
    <div class="switch" role="group" aria-label={words.language}>
      {(['en', 'zh'] as const).map((one) => (
        <button
          lang={LANGUAGES[one].tag}
          aria-pressed={one === language}
          onClick={() => onLanguage(one)}
        >
          {LANGUAGES[one].name}
        </button>
      ))}
    </div>
  );
}

function Mark() {
  return (
    <svg class="mark" viewBox="0 0 26 26" aria-hidden="true">
      <rect x="1" y="5" width="24" height="17" rx="4" fill="currentColor" />
      <path d="M1 11h24" stroke="Canvas" stroke-width="2.5" />
      <path d="M16 17.5l2 2 4-4" fill="none" stroke="Canvas" stroke-width="1.8" />
    </svg>
  );
}
