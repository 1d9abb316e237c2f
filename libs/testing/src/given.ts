/** Given what happened, when a decision is taken, then …: the way in which decisions are told in specs. */
export function given<State, Event>(
  initial: State,
  evolve: (state: State, event: Event) => State,
  ...events: Event[]
) {
  const state = events.reduce(evolve, initial);
  return {
    state,
    when<Outcome>(decide: (state: State) => Outcome): Outcome {
      return decide(state);
    },
  };
}
