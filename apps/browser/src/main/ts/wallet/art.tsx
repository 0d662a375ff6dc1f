/** A card as it is drawn: what anybody may read on it, and nothing more. */
export interface Face {
  readonly brand: string;
  readonly issuer: string;
  readonly nickname: string;
  /** The last four digits, or fewer where they are not known. */
  readonly last4: string;
}

/**
 * The picture of a card, in the colours of its brand. It is decoration: whoever cannot see it is
 * told the same beside it.
 */
export function CardArt({ face }: { face: Face }) {
  return (
    <div class="pay-card" data-brand={face.brand} aria-hidden="true">
      <svg class="art" viewBox="0 0 340 214" preserveAspectRatio="none">
        <path d="M0 150C70 90 130 200 210 130S310 90 340 120V214H0Z" opacity=".4" />
        <path d="M0 182C80 136 150 220 230 166S320 146 340 162V214H0Z" opacity=".6" />
        <path d="M0 70C60 20 120 110 190 50S300 10 340 42V88S260 64 190 96 60 66 0 116" />
      </svg>
      <span class="row apart">
        <strong>{face.brand}</strong>
        <span class="small">{face.issuer}</span>
      </span>
      <svg class="chip" viewBox="0 0 42 32">
        <rect x=".7" y=".7" width="40.6" height="30.6" rx="6" fill="#e0cf95" />
        <path d="M1 11h13v10H1M41 11H28v10h13M14 1v30M28 1v30" fill="none" stroke="#765" />
      </svg>
      <span>
        <span class="number">•••• •••• •••• {face.last4.padStart(4, '•')}</span>
        <br />
        <span class="small">{face.nickname || '\u00a0'}</span>
      </span>
    </div>
  );
}
