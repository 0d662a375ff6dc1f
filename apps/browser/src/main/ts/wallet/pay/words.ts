/** What the payment page and the history say, in both languages. */

export interface PayWords {
  /** Titles and states of the page. */
  title: string;
  waiting: string;
  checking: string;
  noShop: string;
  noShopWhy: string;
  /** Who is to be paid. */
  verified: string;
  bank: string;
  gateway: string;
  /** What is to be paid. */
  order: string;
  tax: string;
  delivery: string;
  deliverTo: string;
  total: string;
  /** What is signed beyond this one payment. */
  instalments: (total: string, count: number, days: number | undefined) => string;
  recurring: (total: string, days: number, until: string) => string;
  /** How it is to be paid. */
  payWith: string;
  passphrase: string;
  /** What the bank may check. */
  checks: string;
  checksWhy: string;
  securityCode: string;
  securityCodeHint: string;
  securityCodeBad: string;
  postalCode: string;
  postalCodeMissing: string;
  street: string;
  noCard: (brands: string) => string;
  reads: string;
  shopReads: string;
  bankReads: string;
  approve: (amount: string) => string;
  cancel: string;
  working: string;
  /** How it ended. */
  paid: string;
  paidWhy: string;
  declined: string;
  unconfirmed: string;
  unconfirmedWhy: string;
  sent: string;
  sentWhy: string;
  unlock: string;
  unlockWhy: string;
  stopped: string;
  held: string;
  back: string;
  backTo: (shop: string) => string;
  again: string;
  rule: string;
  stops: Record<StopWord, string>;
  declines: Record<DeclineWord, string>;
  /** Afterwards. */
  history: string;
  search: string;
  nothing: string;
  nothingFound: string;
  receipt: string;
  receiptWhy: string;
  date: string;
  heldAmount: string;
  xid: string;
  number: string;
  ask: string;
  asked: (when: string) => string;
  askFailed: string;
  refunded: (amount: string) => string;
  /** Nothing, a part, all of the goods. */
  delivered: readonly string[];
  export: string;
  evidence: string;
  exportAll: string;
  print: string;
  close: string;
}

/** A sentence for every kind of rule that may stop a payment. */
export type StopWord =
  | 'unreadable'
  | 'changed'
  | 'wrongSite'
  | 'noSite'
  | 'wrongTotal'
  | 'privateAddress'
  | 'revoked'
  | 'expired'
  | 'gateway'
  | 'brand'
  | 'old'
  | 'clock'
  | 'refused'
  | 'silent'
  | 'unproved'
  | 'answer';

/** A sentence for every kind of decline. */
export type DeclineWord = 'bank' | 'call' | 'expired' | 'silent' | 'other';

const en: PayWords = {
  title: 'Approve a payment',
  waiting: 'Waiting for the shop …',
  checking: 'Checking who this shop is …',
  noShop: 'No shop is asking',
  noShopWhy: 'Choose “Pay” in a shop and this page opens by itself.',
  verified: 'Verified shop',
  bank: 'Certified through',
  gateway: 'Payment gateway',
  order: 'Your order',
  tax: 'Tax',
  delivery: 'Delivery',
  deliverTo: 'Deliver to',
  total: 'Total',
  instalments: (total, count, days) =>
    `You allow this shop to charge ${total} in up to ${count} parts` +
    (days === undefined ? '.' : `, at most one in ${days} days.`),
  recurring: (total, days, until) =>
    `You allow this shop to charge ${total} again and again, ` +
    `at most once in ${days} days, until ${until}.`,
  payWith: 'Pay with',
  passphrase: 'Your passphrase',
  checks: 'Add security code and billing address',
  checksWhy:
    'Your bank may compare them. Only the gateway and the banks read them; this wallet keeps ' +
    'neither, and the shop learns only whether they matched.',
  securityCode: 'Security code',
  securityCodeHint: 'The 3 or 4 digits printed on your card',
  securityCodeBad: 'A security code has 3 or 4 digits.',
  postalCode: 'Postal code of your bills',
  postalCodeMissing: 'Please give the postal code too.',
  street: 'Street and number of your bills',
  noCard: (brands) => `This shop takes ${brands}. You have no such card in this wallet yet.`,
  reads: 'Who can read what',
  shopReads: 'The shop: your order and address. Not your card number.',
  bankReads: 'Gateway and banks: your card and the total. Not what you buy.',
  approve: (amount) => `Approve ${amount}`,
  cancel: 'Cancel',
  working: 'Paying …',
  paid: 'Paid',
  paidWhy: 'The gateway signed a receipt. It was verified and is kept in this wallet.',
  declined: 'Not paid',
  unconfirmed: 'Not confirmed',
  unconfirmedWhy:
    'The shop has your order, but the gateway has sent no receipt yet. ' +
    'Ask again later; do not pay a second time.',
  sent: 'No answer yet',
  sentWhy:
    'We keep sending the very same request, so it is never paid twice. You may close this ' +
    'window: the wallet goes on when you open it again.',
  unlock: 'Open the receipt',
  unlockWhy: 'The answer is here. Confirm that it is you to open the receipt.',
  stopped: 'Payment stopped',
  held: 'You had approved before. The amount may be held on your card: look here again later.',
  back: 'Leave this payment',
  backTo: (shop) => `Back to ${shop}`,
  again: 'Try again',
  rule: 'Rule',
  stops: {
    unreadable: 'The shop’s request cannot be read. Nothing was sent. Try again in the shop.',
    changed: 'The order was changed on its way here. Nothing was paid.',
    wrongSite:
      'The page that asks is not the website of the shop that would be paid. Somebody may be ' +
      'trying to deceive you. Nothing was paid.',
    noSite: 'This shop’s certificate names no website, so it cannot be recognized here.',
    wrongTotal: 'The page names another total than the order has. Nothing was paid.',
    privateAddress:
      'The request leads to an address that no shop on the internet has. Nothing was sent.',
    revoked: 'A certificate behind this shop was withdrawn. Do not pay here. Nothing was paid.',
    expired: 'A certificate behind this shop has run out. Nothing was paid.',
    gateway: 'The shop showed no genuine payment gateway. Nothing was paid.',
    brand: 'The shop does not take this card. Nothing was sent.',
    old: 'The shop’s answer belongs to another payment. Nothing was paid.',
    clock: 'The shop’s answer is too old, or a clock is wrong. Nothing was paid.',
    refused: 'The shop takes no payment for this order. It may be paid already.',
    silent: 'The shop does not answer. Nothing was paid.',
    unproved: 'The shop could not prove who it is. Nothing was paid.',
    answer: 'The shop’s answer after your approval does not hold.',
  },
  declines: {
    bank: 'Your bank declined. Nothing is held. Another card may do.',
    call: 'Your bank asks you to call. Nothing is held.',
    expired: 'The card has expired. Nothing is held.',
    silent: 'Your bank did not answer in time. Nothing is held. Try again later.',
    other: 'The payment was declined. Nothing is held.',
  },
  history: 'Payments',
  search: 'Search shop, article or amount',
  nothing: 'Nothing was paid from here yet.',
  nothingFound: 'No payment fits your search.',
  receipt: 'Receipt',
  receiptWhy: 'Signed by the gateway and verified',
  date: 'Date',
  heldAmount: 'Approved',
  xid: 'Purchase',
  number: 'Order',
  ask: 'Ask for news',
  asked: (when) => `As of ${when}`,
  askFailed: 'No news could be had. What you see is what was known before.',
  refunded: (amount) => `Refunded: ${amount}`,
  delivered: ['Ordered, not shipped yet', 'Shipped in part', 'Shipped and paid'],
  export: 'Save as JSON',
  evidence: 'Save the evidence',
  exportAll: 'Save all as JSON',
  print: 'Print',
  close: 'Back to all payments',
};

const zh: PayWords = {
  title: '确认付款',
  waiting: '正在等待商店……',
  checking: '正在核实商店身份……',
  noShop: '没有商店请求付款',
  noShopWhy: '在商店里选择“付款”，本页会自动打开。',
  verified: '商店已核实',
  bank: '认证机构',
  gateway: '支付网关',
  order: '您的订单',
  tax: '税费',
  delivery: '运费',
  deliverTo: '收货人',
  total: '合计',
  instalments: (total, count, days) =>
    `您允许该商店分最多 ${count} 次收取 ${total}` +
    (days === undefined ? '。' : `，每 ${days} 天最多一次。`),
  recurring: (total, days, until) =>
    `您允许该商店在 ${until} 之前重复收取 ${total}，每 ${days} 天最多一次。`,
  payWith: '付款卡',
  passphrase: '您的口令',
  checks: '添加安全码和账单地址',
  checksWhy: '供您的银行核对。只有网关和银行能看到，本钱包都不保存，商店只知道是否相符。',
  securityCode: '安全码',
  securityCodeHint: '卡上印的 3 或 4 位数字',
  securityCodeBad: '安全码为 3 或 4 位数字。',
  postalCode: '账单地址的邮编',
  postalCodeMissing: '请一并填写邮编。',
  street: '账单地址的街道和门牌',
  noCard: (brands) => `本店接受 ${brands}。您的钱包里还没有这种卡。`,
  reads: '谁能看到什么',
  shopReads: '商店：您的订单和地址，看不到卡号。',
  bankReads: '网关和银行：您的卡和总额，看不到所购商品。',
  approve: (amount) => `确认支付 ${amount}`,
  cancel: '取消',
  working: '正在付款……',
  paid: '已付款',
  paidWhy: '网关已签发收据。收据已经验证，并保存在本钱包。',
  declined: '未付款',
  unconfirmed: '尚未确认',
  unconfirmedWhy: '商店已收到订单，但网关还没有发来收据。请稍后再查询，不要重复付款。',
  sent: '还没有答复',
  sentWhy: '我们会一直发送完全相同的请求，绝不会重复付款。您可以关闭窗口，下次打开钱包时会继续。',
  unlock: '打开收据',
  unlockWhy: '答复已收到。请确认是您本人，以打开收据。',
  stopped: '付款已停止',
  held: '您之前已确认付款，这笔金额可能已在卡上冻结，请稍后回来查看。',
  back: '离开此付款',
  backTo: (shop) => `返回 ${shop}`,
  again: '再试一次',
  rule: '规则',
  stops: {
    unreadable: '无法读取商店的请求，没有发送任何内容。请回到商店重试。',
    changed: '订单在途中被改动，没有付款。',
    wrongSite: '请求付款的网页不是收款商店的网站，可能有人想欺骗您。没有付款。',
    noSite: '这家商店的证书没有写明网站，无法在这里识别它。',
    wrongTotal: '网页显示的总额与订单的总额不同，没有付款。',
    privateAddress: '请求指向一个互联网商店不会有的地址，没有发送任何内容。',
    revoked: '与这家商店有关的证书已被撤销，请不要在此付款。没有付款。',
    expired: '与这家商店有关的证书已过期，没有付款。',
    gateway: '商店没有出示真实的支付网关，没有付款。',
    brand: '这家商店不接受这张卡，没有发送任何内容。',
    old: '商店的答复属于另一笔付款，没有付款。',
    clock: '商店的答复过旧，或时钟有误。没有付款。',
    refused: '商店不接受这笔订单的付款，订单可能已经付过。',
    silent: '商店没有答复，没有付款。',
    unproved: '商店无法证明自己的身份，没有付款。',
    answer: '您确认之后，商店的答复未通过验证。',
  },
  declines: {
    bank: '银行拒绝了付款，没有冻结金额。可以换一张卡。',
    call: '银行请您致电，没有冻结金额。',
    expired: '银行卡已过期，没有冻结金额。',
    silent: '银行没有及时答复，没有冻结金额。请稍后再试。',
    other: '付款被拒绝，没有冻结金额。',
  },
  history: '付款记录',
  search: '搜索商店、商品或金额',
  nothing: '还没有付款记录。',
  nothingFound: '没有符合搜索的付款。',
  receipt: '收据',
  receiptWhy: '由网关签名并已验证',
  date: '日期',
  heldAmount: '已批准',
  xid: '交易',
  number: '订单',
  ask: '查询进展',
  asked: (when) => `截至 ${when}`,
  askFailed: '没有查询到新进展，显示的是之前的情况。',
  refunded: (amount) => `已退款：${amount}`,
  delivered: ['已下单，尚未发货', '部分发货', '已发货并扣款'],
  export: '保存为 JSON',
  evidence: '保存证据文件',
  exportAll: '全部保存为 JSON',
  print: '打印',
  close: '返回全部付款',
};

export const WORDS: Record<'en' | 'zh', PayWords> = { en, zh };
