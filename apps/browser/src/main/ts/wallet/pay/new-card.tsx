import { useEffect, useState } from 'preact/hooks';
import type { Card } from '../card';
import { type Config, config } from '../config';
import { Add } from '../registration/add';
import { Progress } from '../registration/progress';
import type { Session } from '../registration/state';

/** A first card, registered on the very page that will pay with it. */
export function NewCard({ onDone }: { onDone: (card: Card) => void }) {
  const [told, setTold] = useState<Config>();
  const [session, setSession] = useState<Session>();
  useEffect(() => void config().then(setTold), []);
  if (!told) return null;
  if (session) return <Progress begun={session} onDone={onDone} />;
  return <Add config={told} onBegun={setSession} />;
}
