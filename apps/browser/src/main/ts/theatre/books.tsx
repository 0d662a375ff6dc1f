import type { Act, Ledger } from './api';
import type { Words } from './words';

interface Props {
  readonly ledgers: readonly Ledger[];
  /** The message after the present one: what was booked before it is booked by now. */
  readonly next: Act | undefined;
  readonly words: Words;
}

/** What the purchase left in each bank's ledger, and whether the whole of it balances. */
export function Books({ ledgers, next, words }: Props) {
  const some = ledgers.filter((ledger) => ledger.lines.length > 0);
  if (some.length === 0) return <p class="soft">{words.noBooks}</p>;
  return (
    <div class="books">
      {some.map((ledger) => (
        <Book key={ledger.title} ledger={ledger} next={next} words={words} />
      ))}
    </div>
  );
}

function Book({ ledger, next, words }: { ledger: Ledger } & Omit<Props, 'ledgers'>) {
  return (
    <section class={`book ${ledger.lane}`}>
      <h4>
        {ledger.title} <span>{words.lanes[ledger.lane]}</span>
      </h4>
      <div class="scroll" tabIndex={0} role="region" aria-label={ledger.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.account}</th>
              <th scope="col" class="num">
                {words.debit}
              </th>
              <th scope="col" class="num">
                {words.credit}
              </th>
            </tr>
          </thead>
          <tbody>
            {ledger.lines.map(({ line, currency, digits }, index) => {
              const sum = money(Math.abs(line.amount), currency, digits);
              const later = next !== undefined && line.at >= next.at;
              const begins = ledger.lines[index - 1]?.line.transfer !== line.transfer;
              return (
                <tr key={index} class={`${later ? 'later' : ''} ${begins ? 'begins' : ''}`}>
                  <th scope="row">
                    <span class="mono">{account(line.account)}</span>
                    <span class="soft small">
                      {line.kind === 'hold' ? words.hold : line.text}
                      {later ? `, ${words.later}` : ''}
                    </span>
                  </th>
                  <td class="num">{line.amount > 0 ? sum : ''}</td>
                  <td class="num">{line.amount < 0 ? sum : ''}</td>
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            {ledger.sums.map((sum) => (
              <tr key={sum.currency}>
                <th scope="row">
                  {words.sum}:{' '}
                  {sum.debits === sum.credits ? words.balanced : words.unbalanced}
                </th>
                <td class="num">{money(Number(sum.debits), sum.currency, sum.digits)}</td>
                <td class="num">{money(Number(sum.credits), sum.currency, sum.digits)}</td>
              </tr>
            ))}
          </tfoot>
        </table>
      </div>
    </section>
  );
}

/** A ledger's account; of a cardholder's only that it is one. */
const account = (code: string): string => code.replace(/^holder\/(.{8}).*$/, 'holder/$1…');

function money(minor: number, currency: string, digits: number): string {
  return new Intl.NumberFormat(document.documentElement.lang, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
  }).format(minor / 10 ** digits);
}
