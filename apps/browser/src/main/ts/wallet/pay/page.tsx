import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Card } from '../card';
import { cards } from '../card';
import { Speaking, useWords } from '../language';
import { lazy } from '../lazy';
import { Approval } from './approval';
import { begin, type Deal, offered, type Shown, takeUp } from './desk';
import { entrance, type Entrance } from './entrance';
import { Ended } from './ended';
import type { Purchase } from './purchase';
import { sentence, type Stop, Stopped } from './stop';
import { WORDS } from './words';

const NewCard = lazy(() => import('./new-card').then((part) => part.NewCard));

type Step =
  | { readonly at: 'waiting' | 'checking' | 'noShop' }
  | { readonly at: 'noCard'; readonly deal: Deal }
  | { readonly at: 'shown'; readonly deal: Deal; readonly cards: Card[]; readonly shown: Shown }
  | { readonly at: 'stopped'; readonly stop: Stop; readonly deal?: Deal | undefined }
  | { readonly at: 'made'; readonly deal: Deal; readonly purchase: Purchase };

/** The page on which a person approves a payment, whichever way it was opened. */
export function PayPage() {
  const words = useWords(WORDS);
  const language = useContext(Speaking);
  const [visit, setVisit] = useState<Entrance>();
  const [step, setStep] = useState<Step>({ at: 'waiting' });

  const stop = (e: unknown, deal?: Deal) => {
    if (!(e instanceof Stopped)) throw e;
    setStep({ at: 'stopped', stop: e.stop, deal });
  };

  const show = async (deal: Deal, card?: Card) => {
    const fitting = (await cards()).filter(
      (one) => one.standing === 'certified' && deal.offer.value.brandIDs.includes(one.brand),
    );
    const chosen = card ?? fitting[0];
    if (!chosen) return setStep({ at: 'noCard', deal });
    try {
      const shown = await offered(deal, chosen, language);
      setStep({ at: 'shown', deal, cards: fitting, shown });
    } catch (e) {
      stop(e, deal);
    }
  };

  const again = (deal: Deal) => {
    setStep({ at: 'checking' });
    void show(deal);
  };

  useEffect(() => {
    void entrance().then(async (come) => {
      setVisit(come);
      if (!come) return setStep({ at: 'noShop' });
      setStep({ at: 'checking' });
      try {
        const deal = await begin(come);
        const purchase = await takeUp(deal);
        if (purchase) setStep({ at: 'made', deal, purchase });
        else await show(deal);
      } catch (e) {
        stop(e);
      }
    });
  }, []);

  switch (step.at) {
    case 'noShop':
      return (
        <Page title={words.noShop}>
          <p>{words.noShopWhy}</p>
        </Page>
      );
    case 'waiting':
    case 'checking':
      return (
        <Page title={words.title}>
          <p role="status">{words[step.at]}</p>
        </Page>
      );
    case 'noCard':
      return (
        <Page title={words.title}>
          <p class="notice">{words.noCard(step.deal.offer.value.brandIDs.join(', '))}</p>
          <NewCard onDone={(card) => void show(step.deal, card)} />
          <Away visit={visit} deal={step.deal} />
        </Page>
      );
    case 'stopped':
      return (
        <Page title={words.stopped}>
          <div class="notice bad" role="alert">
            <p>{sentence(words, step.stop)}</p>
            {step.stop.by && step.stop.by !== 'gateway' && <p class="mono">{step.stop.by}</p>}
          </div>
          <p class="small soft">
            {words.rule} {step.stop.rule}
          </p>
          <Away visit={visit} deal={step.deal} word={words.back}>
            {step.deal && step.stop.rule === 'WAL-04' && (
              <button onClick={() => again(step.deal!)}>{words.again}</button>
            )}
          </Away>
        </Page>
      );
    case 'shown':
      return (
        <Approval
          shown={step.shown}
          cards={step.cards}
          onCard={(card) => show(step.deal, card)}
          onMade={(purchase) => setStep({ at: 'made', deal: step.deal, purchase })}
          onStop={(e) => stop(e, step.deal)}
          onCancel={() => visit?.done('cancelled', step.deal.order, step.deal.returns.cancel)}
        />
      );
    case 'made':
      return <Ended purchase={step.purchase} visit={visit} />;
  }
}

function Page({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="pay">
      <h1>{title}</h1>
      {children}
    </div>
  );
}

/** The way out where nobody was proved: no address of the initiation is followed. */
function Away(props: {
  visit: Entrance | undefined;
  deal?: Deal | undefined;
  word?: string;
  children?: ComponentChildren;
}) {
  const words = useWords(WORDS);
  const { visit, deal, word = words.cancel, children } = props;
  return (
    <p class="actions">
      {children}
      <button class="second" onClick={() => visit?.done('cancelled', deal?.order ?? '')}>
        {word}
      </button>
    </p>
  );
}
