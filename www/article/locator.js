// The column rule shows where in the article the selection occurs.
import { el, rebuild } from '../dom.js';

export function renderLocator(rail, { doc, selected }) {
  rebuild(rail, [doc, selected], () => {
    const chosen = doc?.byId.get(selected);
    if (!chosen) return [];
    const all = doc.entities.get(chosen.entity)?.mentions ?? chosen.of?.entity?.statements.flatMap((s) => s.parts) ?? [chosen];
    return all.slice(0, 400).map((a) => el(a.id === selected ? 'i.on' : 'i', { 'data': { kind: a.type }, style: { top: `${(a.start / doc.text.length) * 100}%` } }));
  });
}
