/** Buttons that copy what they carry, and say so. */
export function copyOn(page: Document): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    if (!('clipboard' in navigator)) continue;
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset['copy'] ?? '');
      button.textContent = button.dataset['done'] ?? '';
    });
  }
}

/**
 * Gives the card to the wallet that opened this window: posted to the wallet's own origin and to no
 * other, so that the number is in no address. The window then closes.
 */
export function handOver(page: Document, own: Window): void {
  const button = page.querySelector<HTMLButtonElement>('[data-hand-over]');
  const opener = own.opener as Window | null;
  if (!button || !opener) return;
  button.hidden = false;
  const back = page.querySelector<HTMLElement>('[data-way-back]');
  if (back) back.hidden = true;
  button.addEventListener('click', () => {
    const { number, expiry, origin } = button.dataset;
    if (!number || !expiry || !origin) return;
    opener.postMessage({ openset: 'card', number, expiry }, origin);
    own.close();
  });
}
