export type FailpointAction = 'crash' | 'throw' | 'hang' | `pause:${number}`;

export interface ArmedFailpoint {
  readonly action: FailpointAction;
  /** Acts at this hit only; at every hit when absent. */
  readonly atHit?: number;
}

const onePoint = /^([a-z0-9][a-z0-9.-]*)=(crash|throw|hang|pause:\d+)(?:@([1-9]\d*))?$/;

export const failpointForm =
  'name=action[@n], …, where action is crash, throw, hang or pause:<milliseconds> (for example relay.after-publish=crash@3)';

/** Reads `name=action[@n],…`; throws when one of them is not of that form. */
export function parseFailpoints(text: string): Map<string, ArmedFailpoint> {
  const points = new Map<string, ArmedFailpoint>();
  for (const point of text.split(',').map((part) => part.trim())) {
    const [, name, action, atHit] = onePoint.exec(point) ?? [];
    if (!name)
      throw new Error(`The failpoint "${point}" is not understood. Write ${failpointForm}.`);
    points.set(name, {
      action: action as FailpointAction,
      ...(atHit && { atHit: Number(atHit) }),
    });
  }
  return points;
}
