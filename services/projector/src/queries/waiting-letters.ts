/** SQL of the dead letters that nobody has put away, in place of a table. */
export const waitingLetters = `(
  SELECT * FROM dead_letters d
  WHERE NOT EXISTS (SELECT FROM dropped_messages m WHERE (m.epoch, m.sequence) = (d.epoch, d.sequence))
)`;
