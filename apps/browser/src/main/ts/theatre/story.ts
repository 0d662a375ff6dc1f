import type { Act } from './api';

/** A message in plain words. */
export interface Line {
  readonly title: string;
  readonly text: string;
}

/** What happens in each message, by its name, or by its name and ends where that matters. */
export type Story = Readonly<Record<Told, Line>>;

type Told =
  | 'CardCInitReq'
  | 'CardCInitRes'
  | 'RegFormReq'
  | 'RegFormRes'
  | 'CertReq'
  | 'CertRes'
  | 'Offer'
  | 'PInitReq'
  | 'PInitRes'
  | 'PReq'
  | 'PRes'
  | 'InqReq'
  | 'InqRes'
  | 'AuthReq'
  | 'AuthRes'
  | 'AuthRevReq'
  | 'AuthRevRes'
  | 'CapReq'
  | 'CapRes'
  | 'CapRevReq'
  | 'CapRevRes'
  | 'CredReq'
  | 'CredRes'
  | 'CredRevReq'
  | 'CredRevRes'
  | 'BatchAdminReq'
  | 'BatchAdminRes'
  | 'PCertReq'
  | 'PCertRes'
  | '0100'
  | '0100 issuer'
  | '0110'
  | '0110 gateway'
  | '0220'
  | '0220 clearing'
  | '0220 issuer'
  | '0230'
  | '0230 clearing'
  | '0230 acquirer'
  | '0400'
  | '0410'
  | '0500'
  | '0510'
  | 'other';

/** The line for an act. */
export function line(story: Story, act: Act): Line {
  const repeated = act.name.replace(/^(0\d\d)1$/, '$10');
  const known = story as Readonly<Record<string, Line>>;
  return known[`${repeated} ${act.to}`] ?? known[repeated] ?? story.other;
}
