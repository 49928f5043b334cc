// What stands beside a mark of a drawing.

import type { Node } from './model.ts';
import { bodyName, nameOf, placeWords, shorten, wordsOf } from './names.ts';
import { strings } from './strings.ts';
import { actParts, kindOf, locatorOf } from './things.ts';

/** shownOn is what stands beside a node: an act by its number, as its lane names the body. */
export function shownOn(n: Node): string {
  if (n.fold) return `+ ${strings.draw.folded(n.fold.members.length, strings.draw.foldedKinds[n.fold.lane] ?? strings.draw.foldedActs)}`;
  const act = actParts(n.thing.id);
  if (n.told.number) return n.told.number;
  if (act) return act.kind === 'decision' ? strings.draw.decision(act.number) : act.number;
  const kind = kindOf(n.thing.id);
  // The code of a treaty is short and in use; its title would be cut off.
  const [, treaty, , article] = n.thing.id.split('/');
  if (kind === 'Mandate') return `${strings.kinds.Mandate}, ${placeWords(locatorOf(n.thing.id), strings.place.short)}`;
  if (kind === 'Treaty') return shorten(wordsOf(treaty), 26);
  if (kind === 'Article') return `${strings.article(article)}, ${shorten(wordsOf(treaty), 18)}`;
  if (kind === 'Meeting' || kind === 'Recommendations') return meetingOf(n.thing.id, kind);
  return shorten(kind === 'Paragraph' ? placeWords(n.thing.id.split('#')[1]) : nameOf(n.thing), 26);
}

/** meetingOf is a meeting by the form in use or the initials of its body, as its documents write it: WGIC meeting 14. */
function meetingOf(id: string, kind: string): string {
  const parts = id.replace(/\/recommendations$/, '').split('/');
  const body = parts.slice(1).filter((p) => p !== 'session' && p !== 'meeting' && !/^\d/.test(p)).pop() ?? '';
  const initials = body.split('-').filter((w) => !/^(on|of|the|and)$/.test(w)).map((w) => w[0].toUpperCase()).join('');
  return `${body === parts[1] ? bodyName(body) : initials} ${strings.meeting(parts[parts.length - 1])}${kind === 'Recommendations' ? strings.draw.recommendations : ''}`;
}
