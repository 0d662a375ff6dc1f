import type { Story } from './story';
import type { Words } from './words';

const story: Story = {
  CardCInitReq: {
    title: 'May I have a certificate?',
    text: "The wallet greets the authority of its card's brand. Nothing secret is said yet.",
  },
  CardCInitRes: {
    title: 'Here is my key',
    text:
      'The authority answers with its own certificate, signed. From now on the wallet can ' +
      'seal what only the authority may read.',
  },
  RegFormReq: {
    title: 'Which form is for my card?',
    text:
      'The card number travels for the first time, sealed to the authority. On the line it ' +
      'is noise.',
  },
  RegFormRes: {
    title: 'Please fill this in',
    text: 'The authority sends the form of the bank that issued the card.',
  },
  CertReq: {
    title: 'Here I am, and here is my public key',
    text:
      'Answers and card number go sealed to the authority. The private key never leaves the ' +
      'wallet; only its public half is in here.',
  },
  CertRes: {
    title: 'Your certificate',
    text:
      'The bank agreed, so the authority signs. The certificate names a blinded number and ' +
      'never the card number itself.',
  },
  Offer: {
    title: 'This is what you would get',
    text:
      'The shop hands the wallet its offer: every line, tax, delivery and total. Only these ' +
      'two will ever see it.',
  },
  PInitReq: {
    title: 'Who are you?',
    text:
      'The wallet asks the shop to prove itself. It tells the brand and the first six digits ' +
      'of the card, no more.',
  },
  PInitRes: {
    title: 'A certified merchant',
    text:
      'The shop signs: this order, this moment, and the payment gateway that it uses. The ' +
      'wallet checks the signature before it asks its owner.',
  },
  PReq: {
    title: 'One signature, two envelopes',
    text:
      'The heart of SET. The order goes to the shop, the card goes sealed to the gateway, ' +
      'and one dual signature ties both together. The shop can check it and cannot open the ' +
      'payment half.',
  },
  AuthReq: {
    title: 'Please authorize this',
    text:
      'The shop passes the sealed payment half on, unopened, with the amount and its own ' +
      'fingerprint of the order. The gateway compares both sides.',
  },
  '0100': {
    title: 'Into the bank network',
    text:
      "The gateway opened the payment half and asks the shop's bank, in ISO 8583. The banks " +
      "learn card and amount, and nothing of what was bought.",
  },
  '0100 issuer': {
    title: 'Is the card good for it?',
    text: "The shop's bank passes the question on to the bank that issued the card.",
  },
  '0110': {
    title: 'The bank decides',
    text:
      'The issuer looks at card and limit. If it agrees it holds the amount and gives a six ' +
      'digit approval.',
  },
  '0110 gateway': {
    title: 'The decision goes back',
    text: 'The answer takes the same way back. The card number is not repeated in it.',
  },
  AuthRes: {
    title: 'The decision, signed',
    text:
      "The gateway signs the bank's answer for the shop. With a yes come a token that only " +
      "the gateway can open later, and a receipt that only the cardholder can.",
  },
  PRes: {
    title: 'A receipt nobody can forge',
    text:
      'The shop hands on what the gateway signed and sealed for the cardholder. The wallet ' +
      'opens it with a key that it had sent along itself.',
  },
  InqReq: {
    title: 'How does it stand?',
    text: 'The cardholder asks after the purchase, signed.',
  },
  InqRes: {
    title: 'So it stands',
    text: 'The shop answers with the present state of the purchase.',
  },
  AuthRevReq: {
    title: 'Take it back',
    text: 'The shop gives up an authorization, or a part of it.',
  },
  AuthRevRes: {
    title: 'Taken back',
    text: 'The gateway confirms, and the amount is free again.',
  },
  CapReq: {
    title: 'Shipped: please collect',
    text:
      'The parcel is on its way, so the shop asks for its money and gives the token back. It ' +
      'still does not know the card number.',
  },
  CapRes: {
    title: 'Collected',
    text: 'The gateway confirms what was captured.',
  },
  CapRevReq: {
    title: 'That was a mistake',
    text: 'The shop takes a capture back, all of it, so that nobody is asked for that money.',
  },
  CapRevRes: {
    title: 'The capture is undone',
    text: 'The gateway confirms that the capture no longer counts.',
  },
  CredReq: {
    title: 'Refund',
    text:
      'The shop gives money back, all or a part of what it captured. The token says to which ' +
      'account; the shop still does not know the card number.',
  },
  CredRes: {
    title: 'Refunded',
    text: 'The gateway confirms what goes back, and never more than was captured.',
  },
  CredRevReq: {
    title: 'The refund was a mistake',
    text: 'The shop takes a refund back, all of it.',
  },
  CredRevRes: {
    title: 'The refund is undone',
    text: 'The gateway confirms that the refund no longer counts.',
  },
  BatchAdminReq: {
    title: 'Are our lists the same?',
    text: 'The shop asks the gateway about a batch: how it adds up, or that it be closed.',
  },
  BatchAdminRes: {
    title: 'The batch',
    text: 'The gateway tells what it lists, and whether the batch is closed.',
  },
  PCertReq: {
    title: 'Which key is yours?',
    text: 'The shop asks its gateway for the certificate that payments are sealed to.',
  },
  PCertRes: {
    title: "The gateway's certificate",
    text: 'The gateway sends it, signed. The shop proves it up to the root before it is used.',
  },
  '0220': {
    title: 'Book this sale',
    text:
      "The gateway tells the shop's bank what was captured. The authorization's key replaces " +
      "the card number from here on.",
  },
  '0220 clearing': {
    title: 'Presented for clearing',
    text: "The shop's bank puts the item into the open settlement cycle.",
  },
  '0220 issuer': {
    title: 'Presented to the issuer',
    text:
      "The clearing house shows the item to the card's bank, which turns its hold into a " +
      "posting.",
  },
  '0230': {
    title: 'Accepted',
    text: 'The item is stored and will be presented.',
  },
  '0230 clearing': {
    title: 'The issuer posts it',
    text: "The amount now stands on the cardholder's account.",
  },
  '0230 acquirer': {
    title: 'It is in the cycle',
    text: 'The clearing house answers with the settlement cycle the item went into.',
  },
  '0400': {
    title: 'Undo that',
    text:
      'No answer came in time. Whoever asked makes an end of it, and asks until it is ' +
      'confirmed.',
  },
  '0410': {
    title: 'Undone',
    text: 'A hold that was there is released.',
  },
  '0500': {
    title: 'What each bank owes',
    text:
      'The cycle is closed and netted. Each bank is told one number, and all of them sum to ' +
      'zero.',
  },
  '0510': {
    title: 'Our books say the same',
    text: 'The bank compared the total with its own items, and booked it.',
  },
  other: {
    title: 'A message',
    text: 'Part of this purchase.',
  },
};

/** What the theatre says in English. */
export const english: Words = {
  title: 'Watch a purchase',
  lead: 'Every message of a real purchase, who sent it, what is in it, and who can read it.',
  lanes: {
    authority: 'Authority',
    cardholder: 'Cardholder',
    merchant: 'Merchant',
    gateway: 'Gateway',
    acquirer: 'Acquirer',
    clearing: 'Clearing',
    issuer: 'Issuer',
  },
  facts: {
    account: 'Card number',
    goods: 'What was bought',
    address: 'Delivery address',
    amount: 'Amount',
    approval: "The bank's decision",
  },
  hows: {
    reads: 'can read it',
    carries: 'carries it sealed, cannot read it',
    digest: 'has only a fingerprint',
    never: 'has not got it',
  },
  scenes: {
    registration: 'Getting a certificate',
    order: 'Order and offer',
    payment: 'Paying',
    authorization: 'Asking the bank',
    capture: 'Collecting the money',
    refund: 'Refund',
    clearing: 'Clearing',
    settlement: 'Settlement',
    receipt: 'The receipt',
    other: 'More',
  },
  story,
  choose: 'Purchase',
  knows: 'Who knows what by now',
  script: 'Script',
  play: 'Play',
  pause: 'Pause',
  back: 'One message back',
  next: 'One message on',
  moment: 'Moment',
  pace: 'Pace',
  share: 'Share this moment',
  copied: 'Link copied',
  follow: 'Live',
  stepOf: (step, all) => `Message ${step} of ${all}`,
  bytes: (many) => `${many.toLocaleString('en')} bytes`,
  travelled: (millis) => `${millis} ms on the way`,
  envelopes: 'Sealed for',
  inside: 'Inside',
  readers: 'Who can read it',
  books: 'The books',
  fields: 'Fields',
  octets: 'Bytes',
  wrapping: 'Show the CMS wrapping too',
  specified: 'Specified in',
  wire: 'As it travels',
  opened: (who) => `Opened, for ${who} only`,
  onlyReads: (who) => `Sealed. Only ${who} can read this.`,
  shut: 'Sealed. Nobody here has the key.',
  signedBy: 'signed by',
  digestOf: 'fingerprint of',
  hidden: 'never shown',
  bits: 'Which data elements follow',
  clear: 'In the clear',
  field: 'Field',
  noBooks: 'Nothing is booked yet for this purchase.',
  account: 'Account',
  debit: 'Debit',
  credit: 'Credit',
  hold: 'held, not yet booked',
  later: 'later',
  balanced: 'balanced',
  unbalanced: 'does not balance',
  sum: 'Whole ledger',
  empty: 'The stage is empty',
  emptyHow: 'Buy something in the shop of this demo world. The play begins by itself.',
  failed: 'The theatre does not answer. Is the demo still running?',
  privacy: 'What did everybody keep?',
  privacyWhat: 'The privacy meter looks into each live database.',
  demoOnly: "This page has everybody's keys. That is possible only in a demo world.",
  and: ' and ',
};
