import { render } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import * as api from './api';
import { Icon } from './icons';
import { Inside } from './inside';
import { first, format, keepThroughForms, parse } from './moment';
import type { Path } from './parts';
import { type Control, Player } from './player';
import { Script } from './script';
import { Stage } from './stage';
import { Told } from './told';
import type { Words } from './words';

const STEP_MILLIS = 3200;
const FLIGHT_MILLIS = 1300;
const NARROW = matchMedia('(max-width: 52rem)');
const STILL = matchMedia('(prefers-reduced-motion: reduce)');

/** Whether a media query holds, as it changes. */
function useMedia(query: MediaQueryList): boolean {
  const [holds, setHolds] = useState(query.matches);
  useEffect(() => {
    const changed = (): void => setHolds(query.matches);
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, [query]);
  return holds;
}

/** Puts the theatre into its page, in the language of `words`. */
export function open(words: Words): void {
  const place = document.getElementById('theatre');
  if (place !== null) render(<Theatre words={words} />, place);
}

/** The theatre's page. */
function Theatre({ words }: { words: Words }) {
  const house = useHouse();
  if (house.failed) return <Notice title={words.title} text={words.failed} />;
  if (house.list === undefined) return null;
  if (house.list.length === 0) return <Notice title={words.empty} text={words.emptyHow} />;
  if (house.play === undefined) return null;
  return <Running house={house} play={house.play} words={words} />;
}

function Notice({ title, text }: { title: string; text: string }) {
  return (
    <div class="page narrow stack notice-page">
      <h1>{title}</h1>
      <p class="lead">{text}</p>
    </div>
  );
}

/** What the server tells, kept current. */
interface House {
  readonly list: readonly api.Purchase[] | undefined;
  readonly play: api.Play | undefined;
  readonly failed: boolean;
  readonly following: boolean;
  readonly playing: boolean;
  readonly step: number;
  readonly field: Path | undefined;
  readonly setPlaying: (on: boolean) => void;
  readonly go: (step: number, field?: Path) => void;
  readonly choose: (purchase: string) => void;
  readonly follow: (on: boolean) => void;
}

function useHouse(): House {
  const began = useMemo(first, []);
  const [list, setList] = useState<readonly api.Purchase[] | undefined>(undefined);
  const [play, setPlay] = useState<api.Play | undefined>(undefined);
  const [failed, setFailed] = useState(false);
  const [following, follow] = useState(began === undefined);
  const [wanted, setWanted] = useState(began?.purchase);
  const [step, setStep] = useState(began?.step ?? 1);
  const [field, setField] = useState<Path | undefined>(began?.field);
  const [playing, setPlaying] = useState(false);
  const [stirred, setStirred] = useState(0);
  useEffect(keepThroughForms, []);
  useEffect(() => api.live(() => setStirred((n) => n + 1)), []);
  const loaded = useRef('');
  useEffect(() => {
    const asked = `${stirred} ${following} ${wanted ?? ''}`;
    if (loaded.current === asked) return;
    let stale = false;
    const load = async (): Promise<void> => {
      const known = following || wanted === undefined ? undefined : api.play(wanted);
      const all = await api.purchases();
      const id = known === undefined ? all[0]?.id : wanted;
      const next = known ?? (id === undefined ? undefined : api.play(id));
      const play = await next;
      if (stale) return;
      loaded.current = `${stirred} ${following} ${id ?? ''}`;
      setList(all);
      setFailed(false);
      setPlay(play);
      if (id === wanted) return;
      // A purchase that begins while somebody follows plays by itself.
      if (wanted !== undefined) setPlaying(true);
      setWanted(id);
      setStep(1);
      setField(undefined);
    };
    load().catch(() => !stale && setFailed(true));
    return () => {
      stale = true;
    };
  }, [stirred, following, wanted]);
  const go = useCallback((to: number, part?: Path) => {
    setStep(to);
    setField(part);
  }, []);
  const choose = useCallback((purchase: string) => {
    follow(false);
    setWanted(purchase);
    setStep(1);
    setField(undefined);
  }, []);
  useAddress(play, step, field, (moment) => {
    if (moment.purchase !== wanted) choose(moment.purchase);
    go(moment.step, moment.field);
  });
  return { list, play, failed, following, playing, step, field, setPlaying, go, choose, follow };
}

/** Keeps the address at the moment, and goes where somebody changes it to. */
function useAddress(
  play: api.Play | undefined,
  step: number,
  field: Path | undefined,
  arrive: (moment: NonNullable<ReturnType<typeof parse>>) => void,
): void {
  const latest = useRef(arrive);
  latest.current = arrive;
  useEffect(() => {
    if (play === undefined) return;
    history.replaceState(null, '', format({ purchase: play.purchase.id, step, field }));
  }, [play, step, field]);
  useEffect(() => {
    const changed = (): void => {
      const moment = parse(location.hash);
      if (moment !== undefined) latest.current(moment);
    };
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
}

/** One purchase on the stage. */
function Running({ house, play, words }: { house: House; play: api.Play; words: Words }) {
  const narrow = useMedia(NARROW);
  const still = useMedia(STILL);
  const all = play.acts.length;
  const step = Math.min(house.step, all);
  const act = play.acts[step - 1];
  const { playing, setPlaying } = house;
  const [pace, setPace] = useState(1);
  const inside = useOpened(play, step);
  const ledgers = useLedgers(play);
  useEffect(() => {
    if (!playing) return;
    if (step >= all) {
      if (!house.following) setPlaying(false);
      return;
    }
    const timer = setTimeout(() => house.go(step + 1), STEP_MILLIS / pace);
    return () => clearTimeout(timer);
  }, [playing, step, all, pace, house.following, house.go]);
  const control: Control = {
    go: (to) => house.go(Math.min(Math.max(1, to), all)),
    toggle: () => {
      if (!playing && step >= all) house.go(1);
      setPlaying(!playing);
    },
    pace: setPace,
    follow: (on) => {
      house.follow(on);
      setPlaying(on);
    },
  };
  useKeys(control, step, all);
  if (act === undefined) return null;
  const detail = (
    <Inside
      opened={inside}
      ledgers={ledgers}
      next={play.acts[step]}
      field={house.field}
      words={words}
      select={(field) => house.go(step, field)}
    />
  );
  return (
    <div class="theatre">
      <Head house={house} play={play} words={words} />
      <div class="show-row">
        <Stage play={play} act={act} words={words} flight={still ? 0 : FLIGHT_MILLIS / pace} />
        <Told act={act} opened={inside} all={all} words={words} />
      </div>
      <Player {...{ play, step, playing, pace, words, control }} following={house.following} />
      <div class="script-row">
        <Script
          play={play}
          step={step}
          words={words}
          go={control.go}
          inside={narrow ? detail : null}
        />
        {narrow ? null : detail}
      </div>
      <a class="card privacy-card" href="/privacy">
        <Icon name="reads" />
        <span>
          <b>{words.privacy}</b>
          <span class="soft">{words.privacyWhat}</span>
        </span>
      </a>
      <p class="soft small demo-only">{words.demoOnly}</p>
    </div>
  );
}

function Head({ house, play, words }: { house: House; play: api.Play; words: Words }) {
  const { purchase } = play;
  const label = (one: api.Purchase): string => {
    const time = new Date(one.at).toLocaleTimeString('en-GB');
    return `${one.merchant}, ${one.total}, ${time}`;
  };
  const listed = house.list ?? [];
  const known = listed.some((one) => one.id === purchase.id) ? listed : [purchase, ...listed];
  return (
    <header class="theatre-head">
      <div>
        <h1>{words.title}</h1>
        <p class="soft">{words.lead}</p>
      </div>
      <div class="chosen-purchase">
        <label>
          <span class="small soft">{words.choose}</span>
          <select
            value={purchase.id}
            onChange={(event) => house.choose(event.currentTarget.value)}
          >
            {known.map((one) => (
              <option key={one.id} value={one.id}>
                {label(one)}
              </option>
            ))}
          </select>
        </label>
        <p class="goods small soft">{purchase.goods.join(', ')}</p>
      </div>
    </header>
  );
}

/** The messages of a play opened, each fetched once. */
function useOpened(play: api.Play, step: number): api.Opened | undefined {
  const kept = useRef(new Map<number, api.Opened>());
  const [shown, setShown] = useState<api.Opened | undefined>(undefined);
  const all = play.acts.length;
  useEffect(() => kept.current.clear(), [play.purchase.id, all]);
  useEffect(() => {
    let stale = false;
    const fetched = async (number: number): Promise<api.Opened> => {
      const known = kept.current.get(number);
      if (known !== undefined) return known;
      const opened = await api.opened(play.purchase.id, number);
      kept.current.set(number, opened);
      return opened;
    };
    void fetched(step)
      .then((opened) => !stale && setShown(opened))
      .then(() => (step < all ? fetched(step + 1) : undefined))
      .catch(() => undefined);
    return () => {
      stale = true;
    };
  }, [play.purchase.id, step, all]);
  return shown;
}

function useLedgers(play: api.Play): readonly api.Ledger[] {
  const [ledgers, setLedgers] = useState<readonly api.Ledger[]>([]);
  useEffect(() => {
    let stale = false;
    api
      .ledgers(play.purchase.id)
      .then((all) => !stale && setLedgers(all))
      .catch(() => undefined);
    return () => {
      stale = true;
    };
  }, [play]);
  return ledgers;
}

/** Space plays and pauses; the arrows step where nothing else takes them. */
function useKeys(control: Control, step: number, all: number): void {
  const latest = useRef({ control, step, all });
  latest.current = { control, step, all };
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const busy = event.target instanceof Element ? event.target : document.body;
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (busy.closest('input, select, textarea, [role="tree"], [role="tablist"]')) return;
      const now = latest.current;
      const space = event.key === ' ' && busy.closest('button, a, [role="region"]') === null;
      if (space) now.control.toggle();
      else if (event.key === 'ArrowRight') now.control.go(now.step + 1);
      else if (event.key === 'ArrowLeft') now.control.go(now.step - 1);
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
}
