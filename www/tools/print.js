// Paper has no panel: a number at each name's first mention, the notes and a table of statements after the text.
import { $, el } from '../dom.js';
import { t } from '../i18n/index.js';
import { roleOf } from '../article/model.js';
import { elementOf } from '../article/view.js';
import { kindWord, whereOf } from '../panel/parts.js';
import { codeOf } from '../panel/entities.js';
import { wordsOf } from '../panel/statements.js';

export function layPrint(doc) {
  const root = $('#print-notes');
  for (const node of document.querySelectorAll('#article [data-note]')) delete node.dataset.note;
  if (!doc) return root.replaceChildren();
  const noted = [...doc.companies, ...doc.people].sort((a, b) => a.mentions[0].start - b.mentions[0].start);
  for (const [i, entity] of noted.entries()) {
    const node = elementOf(entity.mentions[0].id);
    if (!node) continue;
    node.dataset.note = String(i + 1);
    // The number stays with its name: a short mark is not broken, in a long one the number is part of the text.
    node.classList.toggle('short', node.textContent.length <= 14);
  }
  root.replaceChildren(
    el('h2', null, t('print.notes')),
    el('ol', null, noted.map((e) => el('li', null, el('b', null, e.name), ' ',
      [t(`kind.${e.type}`), e.type === 'company' ? codeOf(e) : roleOf(doc, e), t('print.named', { n: e.mentions.length }),
        e.statements.length && t('print.said', { n: e.statements.length }), e.doubtful && t('doubt')].filter(Boolean).join(', ')))),
    el('h2', null, t('sec.quotes')),
    el('table', null, el('tbody', null, [...doc.statements, ...doc.reported].sort((a, b) => a.start - b.start).map((s) => el('tr', null,
      el('td', null, el('b', null, s.name || t('source.none'))),
      el('td', null, whereOf(doc, s.start)), el('td', null, wordsOf(doc, s), !s.direct && ` (${t('quote.reported')})`))))),
    el('p.pk', null, ['company', 'executive', 'person'].map((kind) => kindWord(kind)), t('print.key')));
}
