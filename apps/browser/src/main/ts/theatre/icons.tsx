import type { Lane } from './api';

const PATHS: Readonly<Record<string, string>> = {
  authority: 'M12 3a6 6 0 1 0 .01 0M12 6.5a2.5 2.5 0 1 0 .01 0M8.5 14 7 21l5-2.5L17 21l-1.5-7',
  cardholder: 'M12 3a3.7 3.7 0 1 0 .01 0M4.5 20.5c.6-4.6 3.6-7 7.5-7s6.9 2.4 7.5 7z',
  merchant:
    'M4 9.5V20h16V9.5M3 9.5 5 4h14l2 5.5a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0M10 20v-5h4v5',
  gateway: 'M4 21V11a8 8 0 0 1 16 0v10h-4V11a4 4 0 0 0-8 0v10zM2 21h20',
  acquirer: 'M3 9.5 12 4l9 5.5zM5.5 9.5V18M10 9.5V18M14 9.5V18M18.5 9.5V18M3 20.5h18',
  clearing: 'M12 4v16M7 20h10M5 7h14M5 7l-3 7a3.2 3.2 0 0 0 6 0zM19 7l-3 7a3.2 3.2 0 0 0 6 0z',
  issuer: 'M3 6.5h18v12H3zM3 10.5h18M6 15h4',
  reads: 'M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12zM12 9a3 3 0 1 0 .01 0',
  carries: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  digest: 'M9 4 7 20M17 4l-2 16M4 9h16M3.5 15h16',
  key: 'M8 11a4 4 0 1 0 .01 0M11 13l9-9M16 8l3 3M13.5 10.5l2 2',
  play: 'M7 4.5v15l12-7.5z',
  pause: 'M7 5h3.4v14H7zM13.6 5H17v14h-3.4z',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  link:
    'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7' +
    'M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7L12 17',
  letter: 'M3 6h18v12H3zM3 7l9 6.5L21 7',
  signed:
    'M3 19.5h18M5 15.5c2.5-8 6-11.5 7-9.5s-3.5 8-1.5 8.5 2.5-3.5 4.5-3.5-.5 3.5 1 3.5 2-.5 3-1.5',
  certificate: 'M4 4h16v11H4zM8 8h8M8 11h4M14 13v7l2-1.5 2 1.5v-7',
  open: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 6.6-1.6',
};

const SOLID = new Set(['play', 'pause']);

/** A sign of one colour, beside words that say the same. */
export function Icon({ name, label }: { name: Lane | string; label?: string }) {
  const named =
    label === undefined
      ? ({ 'aria-hidden': true } as const)
      : ({ role: 'img', 'aria-label': label } as const);
  return (
    <svg class={`icon ${SOLID.has(name) ? 'solid' : ''}`} viewBox="0 0 24 24" {...named}>
      {label === undefined ? null : <title>{label}</title>}
      <path d={PATHS[name] ?? ''} />
    </svg>
  );
}
