const SECOND = 1000;

/**
 * Renews what stands within `data-live`, every so many seconds, while somebody looks at it. Where
 * somebody works in it with the keyboard, or a part was opened, it waits.
 */
export function live(page: Document): void {
  for (const part of page.querySelectorAll<HTMLElement>('[data-live]')) {
    const seconds = Number(part.dataset['live']);
    if (seconds > 0) setInterval(() => renew(page, part), seconds * SECOND);
  }
}

function renew(page: Document, part: HTMLElement): void {
  const busy = part.contains(page.activeElement) || part.querySelector('details[open]') !== null;
  if (busy || page.hidden) return;
  // Read as a document by the browser itself: what is parsed from a text needs a trusted type.
  const request = new XMLHttpRequest();
  const address = new URL(page.location.href);
  address.searchParams.set('live', '1');
  request.open('GET', address);
  request.responseType = 'document';
  request.addEventListener('load', () => {
    const found = request.responseXML?.getElementById(part.id) ?? null;
    if (request.status !== 200) return;
    // Without it one is led to sign in again.
    if (found === null) page.location.reload();
    else if (found.innerHTML !== part.innerHTML) part.replaceChildren(...found.childNodes);
  });
  request.send();
}
