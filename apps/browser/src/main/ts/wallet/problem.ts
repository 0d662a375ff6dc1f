import { Asn1Error } from '../asn1/der';
import type { Language, Words } from './language';

/** Sentences by the id of the rule that was broken, or by a name where no rule of spec/ has one. */
export type Sentences = Words<Readonly<Record<string, string>>>;

/** No answer: nothing was decided, and the same may be asked again. */
export class Unreached extends Error {
  readonly rule = 'unreached';
}

const OWN: Sentences = {
  en: {
    unreached: 'There is no connection at the moment. Nothing is lost; please try again.',
    cancelled: 'Nothing was unlocked. You can try again whenever you like.',
    passphrase: 'This is not the passphrase of your wallet.',
    prf: 'The passkey of this device cannot lock data. Please choose a passphrase.',
    damaged: 'What this browser kept of the card cannot be opened. Please add the card again.',
    'W-03': 'The clock of this device seems to be wrong. Please set it and try again.',
    CA: 'The answer could not be proved genuine, so the wallet stopped. Your card is safe.',
    'CERT-21': 'The authority of this wallet could not be proved. Please come back later.',
    'W-09': 'The authority could not work with the request. Please start again.',
    rejectedByIssuer: 'The answers do not fit what your bank knows. Please start again.',
    regFormAnswerMalformed: 'Some answers will not do:',
    rejectedByCA: 'The authority does not certify this key. Please start again.',
    invalidBIN: 'The authority does not work with cards of this number.',
    invalidLanguage: 'The authority does not speak this language.',
    referral: 'This authority does not certify your card.',
    other: 'This did not work. Nothing was paid or registered.',
  },
  zh: {
    unreached: '目前没有网络连接。没有丢失任何内容，请重试。',
    cancelled: '没有解锁，您可以随时再试。',
    passphrase: '这不是您钱包的口令。',
    prf: '本设备的通行密钥不能给数据加锁，请改用口令。',
    damaged: '本浏览器中保存的卡片数据无法打开，请重新添加。',
    'W-03': '本设备的时钟似乎不准，请校准后重试。',
    CA: '无法证明回复是真的，钱包已停止。您的卡是安全的。',
    'CERT-21': '无法证明本钱包的认证机构，请稍后再来。',
    'W-09': '认证机构无法处理该请求，请重新开始。',
    rejectedByIssuer: '回答与银行的记录不符，请核对后重新开始。',
    regFormAnswerMalformed: '有些回答不合要求：',
    rejectedByCA: '认证机构不为此密钥签发证书，请重新开始。',
    invalidBIN: '认证机构不受理这个卡号的卡。',
    invalidLanguage: '认证机构不支持这种语言。',
    referral: '该认证机构不为您的卡签发证书。',
    other: '操作没有成功，没有付款，也没有登记。',
  },
};

/** The name of what went wrong: the id of a rule where one was broken. */
export function ruleOf(error: unknown): string {
  if (error instanceof Asn1Error) return 'ENC-01';
  const rule = (error as { rule?: unknown } | null)?.rule;
  // What is said of a rule stands behind its id.
  if (typeof rule === 'string') return rule.split(' ')[0]!;
  // So WebCrypto says that what was sealed does not open.
  return (error as { name?: unknown } | null)?.name === 'OperationError' ? 'damaged' : 'other';
}

/** Whether a name is the id of a rule of spec/: something that came broke it. */
export function isRule(name: string): boolean {
  return /^[A-Z][\w-]*-\d+$/.test(name);
}

/**
 * What went wrong as a sentence for a person, with the id of the rule behind it where there is one.
 *
 * @param more sentences for rules that the wallet's own pages do not know
 */
export function sentence(language: Language, rule: string, more?: Sentences): string {
  const known = more?.[language][rule] ?? OWN[language][rule];
  if (known !== undefined) return known;
  return isRule(rule) ? `${OWN[language]['CA']} (${rule})` : OWN[language]['other']!;
}
