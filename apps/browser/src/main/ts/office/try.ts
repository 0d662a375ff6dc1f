import { authorization, type Asked } from './sign';

/** Lets each form of the developer's page send its call, signed with the key on the page. */
export function operations(page: Document): void {
  const all = page.getElementById('operations');
  const key = page.getElementById('api-key');
  if (all === null || !(key instanceof HTMLInputElement)) return;
  for (const form of all.querySelectorAll<HTMLFormElement>('form[data-method]')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void send(form, key.value.trim(), all);
    });
  }
}

async function send(form: HTMLFormElement, key: string, all: HTMLElement): Promise<void> {
  if (typeof crypto.subtle === 'undefined') {
    show(form, '', all.dataset['noCrypto'] ?? '');
    return;
  }
  if (!key.includes('~')) {
    show(form, '', all.dataset['noKey'] ?? '');
    return;
  }
  const asked = request(form);
  const fields: Record<string, string> = {
    Authorization: await authorization(key, asked, new Date()),
  };
  if (asked.once !== '') fields['Idempotency-Key'] = asked.once;
  if (asked.body !== '') fields['Content-Type'] = 'application/json';
  const text = [`${asked.method} ${asked.target}`, ...lines(fields), '', asked.body].join('\n');
  show(form, text, '…');
  const body = asked.body === '' ? null : asked.body;
  const { method, target } = asked;
  try {
    const answer = await fetch(target, { method, headers: fields, body, credentials: 'omit' });
    show(form, text, `${answer.status} ${answer.statusText}\n\n${pretty(await answer.text())}`);
  } catch (failure) {
    show(form, text, String(failure));
  }
}

function request(form: HTMLFormElement): Asked {
  const method = form.dataset['method'] ?? 'GET';
  let path = form.dataset['path'] ?? '/';
  const query = new URLSearchParams();
  for (const input of form.querySelectorAll<HTMLInputElement>('input[data-in]')) {
    const value = input.value.trim();
    if (input.dataset['in'] === 'path') {
      path = path.replace(`{${input.name}}`, encodeURIComponent(value));
    } else if (value !== '') {
      query.set(input.name, value);
    }
  }
  const search = query.toString();
  const once = form.dataset['writes'] === 'true' ? crypto.randomUUID() : '';
  const body = form.querySelector('textarea')?.value ?? '';
  return { method, target: search === '' ? path : `${path}?${search}`, once, body };
}

function lines(fields: Record<string, string>): string[] {
  return Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function show(form: HTMLFormElement, asked: string, got: string): void {
  const answer = form.querySelector<HTMLElement>('.answer');
  const left = form.querySelector<HTMLElement>('.asked');
  const right = form.querySelector<HTMLElement>('.got');
  if (answer === null || left === null || right === null) return;
  left.textContent = asked;
  right.textContent = got;
  answer.hidden = false;
}
