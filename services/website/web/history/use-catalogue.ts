import { useEffect, useState } from 'react';
import type { Catalogue } from '../api/answers.js';
import { get } from '../api/ask.js';

/** The names of all actions; lines without them say in general words what moved. */
export function useCatalogue(): Catalogue | undefined {
  const [catalogue, setCatalogue] = useState<Catalogue>();
  useEffect(() => {
    void get<Catalogue>('/api/luna/energy/catalogue').then((answer) => {
      if (answer.ok) setCatalogue(answer.value);
    });
  }, []);
  return catalogue;
}
