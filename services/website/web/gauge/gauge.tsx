import type { Balance } from '../api/answers.js';
import type { Problem } from '../api/problem.js';
import { useLanguage, useWords } from '../language/language.js';
import { instantInWords } from '../language/instant.js';
import { points } from '../language/points.js';
import './gauge.css';
import type { Energy } from './use-live-energy.js';
import { gaugeWords } from './words.js';

/** Where the drawing is full. More points than that are possible, and shown in figures. */
const fullAt = 100;

/** The person's energy, live; "unknown" as soon as nobody can tell. */
export function Gauge({ energy }: { readonly energy: Energy }) {
  const words = useWords(gaugeWords);
  return (
    <section className="card gauge" aria-labelledby="energy">
      <h2 id="energy">{words.title}</h2>
      <div aria-live="polite" aria-atomic="true">
        {energy.kind === 'asking' && <p className="soft">{words.asking}</p>}
        {energy.kind === 'unknown' && <Unknown problem={energy.problem} />}
        {energy.kind === 'known' && <Known balance={energy.balance} />}
      </div>
    </section>
  );
}

function Known({ balance: account }: { readonly balance: Balance }) {
  const words = useWords(gaugeWords);
  const [language] = useLanguage();
  const { balance, held, available, frozen, unlimited, unlimited_period: period } = account;
  const shown = Math.min(available, fullAt);
  return (
    <>
      <p className="figure">
        <strong>{points(available, language)}</strong> {words.available(available)}
      </p>
      <div
        className="bar"
        role="meter"
        aria-label={words.title}
        aria-valuemin={0}
        aria-valuemax={fullAt}
        aria-valuenow={shown}
        aria-valuetext={points(available, language)}
      >
        <svg viewBox={`0 0 ${fullAt} 1`} preserveAspectRatio="none" aria-hidden="true">
          <rect width={shown} height="1" />
        </svg>
      </div>
      {frozen && <p className="reason">{words.frozen}</p>}
      {!frozen && unlimited && period && (
        <p className="soft">
          {words.unlimited} {instantInWords(period.ends_at, language)}.
        </p>
      )}
      {held > 0 && (
        <dl className="facts">
          <dt>{words.balance}</dt>
          <dd>{points(balance, language)}</dd>
          <dt>{words.held}</dt>
          <dd>{points(held, language)}</dd>
        </dl>
      )}
    </>
  );
}

function Unknown({ problem }: { readonly problem: Problem }) {
  const words = useWords(gaugeWords);
  const [language] = useLanguage();
  return (
    <>
      <p className="figure unknown">
        <strong>{words.unknown}</strong>
      </p>
      <p className="soft">
        {language === 'fr' ? problem.detail : problem.detail_en} {words.unknownHint}
      </p>
    </>
  );
}
