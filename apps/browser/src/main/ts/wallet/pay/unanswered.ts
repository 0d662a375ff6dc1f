import { answerWaits, purchases } from './purchase';

/** Sends again, as long as the wallet is open, what had no answer when it was closed (WAL-04). */
export async function goOn(): Promise<void> {
  const open = (await purchases()).filter(
    (one) => one.standing === 'ordered' && !answerWaits(one),
  );
  if (open.length === 0) return;
  const { send } = await import('./desk');
  for (const one of open) void send(one, new AbortController().signal);
}
