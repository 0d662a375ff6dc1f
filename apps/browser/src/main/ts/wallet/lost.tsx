import type { Config } from './config';
import { useWords } from './language';
import { WORDS } from './words';

/** What to do when the device is gone. */
export function Lost({ config }: { config: Config }) {
  const words = useWords(WORDS);
  return (
    <section class="stack">
      <h1>{words.lostTitle}</h1>
      <p>{words.lostText}</p>
      <ol>
        {words.lostSteps.map((text) => (
          <li>{text}</li>
        ))}
      </ol>
      <ul class="row">
        {config.brands.map((brand) => (
          <li>
            <a class="button second" href={brand.account}>
              {words.tell(brand.issuer)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
