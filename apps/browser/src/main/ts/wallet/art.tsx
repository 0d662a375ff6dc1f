/** A card as it is drawn: what anybody may read on it, and nothing more. */
export interface Face {
  readonly brand: string;
  readonly issuer: string;
  readonly nickname?: string;
  /** BIN and last four digits are all that may stand in it. */
  readonly last4: string;
}

const WAVES = [
  'M0 150C70 90 130 200 210 130S310 90 340 120V214H0Z',
  'M0 176C80 130 150 214 230 160S320 140 340 156V214H0Z',
  'M0 92C60 40 120 130 190 70S300 30 340 62V108C300 76 260 84 190 116S60 86 0 138Z',
];

/** Two hues that belong to a name for ever. */
function hues(name: string): readonly [number, number] {
  let sum = 7;
  for (const sign of name) sum = (sum * 31 + sign.codePointAt(0)!) % 9973;
  return [sum % 360, (sum + 48 + (sum % 60)) % 360];
}

/**
 * The picture of a card, in the colours of its brand. It is decoration: who cannot see it is told
 * the same beside it.
 */
export function CardArt({ face }: { face: Face }) {
  const [one, two] = hues(face.brand);
  const id = `art-${one}-${two}`;
  return (
    <svg class="card-art" viewBox="0 0 340 214" aria-hidden="true">
      <defs>
        <linearGradient id={id} x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stop-color={`hsl(${one} 60% 22%)`} />
          <stop offset="1" stop-color={`hsl(${two} 62% 30%)`} />
        </linearGradient>
      </defs>
      <rect width="340" height="214" rx="16" fill={`url(#${id})`} />
      <g clip-path="inset(0 round 16px)">
        {WAVES.map((wave, i) => (
          <path d={wave} fill={`hsl(${i % 2 ? one : two} 70% ${34 - 4 * i}% / .35)`} />
        ))}
      </g>
      <g fill="none" stroke="#e9dcae" stroke-width="1.4">
        <rect x="24" y="78" width="42" height="32" rx="6" fill="#d8c68a" />
        <path d="M24 90h14v8H24M66 90H52v8h14M38 78v32M52 78v32" stroke="#8d7b3c" />
      </g>
      <g fill="#fff" font-family="inherit">
        <text x="24" y="42" font-size="21" font-weight="650">
          {face.brand}
        </text>
        <text x="316" y="42" font-size="12.5" text-anchor="end" opacity=".92">
          {face.issuer}
        </text>
        <text x="24" y="152" font-size="20" letter-spacing="2" class="figures">
          {`•••• •••• •••• ${face.last4.padStart(4, '•')}`}
        </text>
        <text x="24" y="188" font-size="14">
          {face.nickname}
        </text>
      </g>
    </svg>
  );
}
