import { Gauge } from './gauge/gauge.js';
import { useLiveEnergy } from './gauge/use-live-energy.js';
import { HistorySection } from './history/history.js';
import { useCatalogue } from './history/use-catalogue.js';
import { useWords } from './language/language.js';
import { LetterCheck } from './letter-check/letter-check.js';
import { pageWords } from './words.js';

interface Props {
  readonly userId: string;
  readonly onSignedOut: () => void;
}

/** What a person has in front of them: energy, letter, history. */
export function Home({ userId, onSignedOut }: Props) {
  const words = useWords(pageWords);
  const energy = useLiveEnergy(onSignedOut);
  const catalogue = useCatalogue();
  // While the hub is away, the history is shown as far as it reaches.
  const versions = { asking: undefined, unknown: 0 };
  const version = energy.kind === 'known' ? energy.balance.version : versions[energy.kind];
  return (
    <main className="home">
      <div className="intro">
        <h1>{words.greeting}</h1>
        <p className="lead">{words.intro}</p>
      </div>
      <Gauge energy={energy} />
      <LetterCheck userId={userId} energy={energy} onSignedOut={onSignedOut} />
      <HistorySection userId={userId} catalogue={catalogue} version={version} />
    </main>
  );
}
