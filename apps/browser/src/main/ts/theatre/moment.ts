/** A moment of a purchase as it stands in the address: `#purchase/step/field`. */
export interface Moment {
  readonly purchase: string;
  readonly step: number;
  /** The place of a part: its segment, then the index of each part on the way to it. */
  readonly field: readonly number[] | undefined;
}

const FORM = /^#([0-9a-f]{40})(?:\/(\d{1,5}))?(?:\/(\d{1,4}(?:-\d{1,4}){0,40}))?$/;
const KEPT = 'theatre.moment';

/** The moment that an address names, if it does. */
export function parse(hash: string): Moment | undefined {
  const found = FORM.exec(hash);
  if (found?.[1] === undefined) return undefined;
  return {
    purchase: found[1],
    step: Math.max(1, Number(found[2] ?? '1')),
    field: found[3]?.split('-').map(Number),
  };
}

/** How an address names a moment. */
export function format(moment: Moment): string {
  const field = moment.field === undefined ? '' : `/${moment.field.join('-')}`;
  return `#${moment.purchase}/${moment.step}${field}`;
}

/** The moment to begin with; kept aside while the language changes, which loads the page anew. */
export function first(): Moment | undefined {
  const kept = sessionStorage.getItem(KEPT) ?? '';
  sessionStorage.removeItem(KEPT);
  return parse(location.hash) ?? parse(kept);
}

/** Keeps the moment where a form of the page's frame leads away and back. */
export function keepThroughForms(): void {
  document.addEventListener('submit', () => sessionStorage.setItem(KEPT, location.hash));
}
