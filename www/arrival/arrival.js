import { $, el, rebuild } from '../dom.js';
import { currentLanguage, t, tNodes } from '../i18n/index.js';
import { keepDraft, recallDraft } from '../state.js';
import { samples } from '../samples/index.js';

/** The empty page: title, a marked sentence as the legend, the ruled field, three samples. */
export function renderArrival(state, act) {
  const root = $('#arrival');
  const typed = $('#source')?.value ?? recallDraft();
  if (rebuild(root, [state.language, state.last], () => build(state, act))) {
    $('#source').value = typed;
    reflectField(typed);
  }
  $('#a-error').textContent = state.error && state.view === 'arrival' ? t(state.error.key) : '';
}

/** Takes the words out of the field: from now on the reading view has them. */
function take() {
  const { value } = $('#source');
  $('#source').value = '';
  reflectField('');
  keepDraft('');
  return value;
}

/** The filled button reads the clipboard while the field is empty, and marks what stands there otherwise. */
export function reflectField(value) {
  const filled = value.trim() !== '';
  $('#f-go').hidden = !filled;
  $('#f-paste').hidden = filled || !navigator.clipboard?.readText;
}

function build(state, act) {
  return [
    el('div.a-lead', null, title(), demo()),
    el('div.field', { id: 'field' },
      el('label', { for: 'source' }, el('b', null, t('arrive.label')),
        el('span', null, el('kbd', null, navigator.platform?.startsWith('Mac') ? '⌘' : 'Ctrl'), el('kbd', null, 'V'), ' ', t('arrive.hint'))),
      el('textarea', { id: 'source', rows: 6, spellcheck: 'false', placeholder: t('arrive.placeholder'), oninput: (e) => {
        reflectField(e.target.value);
        keepDraft(e.target.value);
      } }),
      el('p.drop', { 'aria-hidden': 'true' }, t('arrive.drop')),
      el('div.f-foot', null,
        el('p.vow2', null, el('b', null, t('vow.long')), ' ', t('vow.more')),
        el('span.f-act', null,
          el('button.primary', { type: 'button', id: 'f-paste', onclick: act.pasteClipboard }, t('arrive.paste')),
          el('button.primary', { type: 'button', id: 'f-go', hidden: true, onclick: () => act.read(take()) }, t('arrive.go')),
          el('button.quiet', { type: 'button', onclick: act.openFile }, t('arrive.open')),
          state.last && el('button.quiet', { type: 'button', id: 'f-back', onclick: act.back }, t('arrive.back')))),
      el('p.err', { id: 'a-error', role: 'alert' })),
    el('section.samples', { 'aria-labelledby': 's-h' },
      el('h2', { id: 's-h' }, t('arrive.samples')),
      el('ol', null, ordered().map((sample) => el('li', null,
        el('button', { type: 'button', data: { sample: sample.id }, onclick: () => act.read(sample.text) },
          el('span.s-k', null, t(`sample.${sample.id}`)),
          el('b', { lang: sample.language }, sample.teaser),
          el('span.s-t', null, t(`sample.${sample.id}.note`)))))),
      el('p.s-note', null, t('arrive.invented'))),
  ];
}

function title() {
  const line = el('u', null, t('arrive.line'));
  const words = tNodes('arrive.title', { line }).flatMap((part) =>
    typeof part === 'string' ? part.split('\n').flatMap((s, i) => (i ? [el('br'), s] : [s])) : [part]);
  return el('h1', { id: 'a-h' }, words);
}

/** The samples in the reader's language come first. */
const ordered = () => samples.toSorted((a, b) => (b.language === currentLanguage()) - (a.language === currentLanguage()));

/** Labels stand above each mark, so that the sentence explains the lines without a key. */
function demo() {
  const label = (kind) => el('span.g', { 'aria-hidden': 'true' }, t(`kind.${kind}`));
  const mark = (kind, ...children) => el(`mark.m.${kind}`, null, label(kind), ...children);
  const quote = (words) => mark('quote', el('span.qm', null, '“'), words, el('span.qm', null, '”'));
  if (currentLanguage() === 'en') {
    return el('p.a-demo', { lang: 'en' }, mark('executive', 'Maren Halvorsen'), ' of ', mark('company', 'Halvorsen Motors'), ' said ',
      quote('people drive to work'), ', and ', mark('person', 'Priyanka Osei'), ', an analyst, agreed.');
  }
  const executive = mark('executive', '류담희 ', mark('company', '벼리해운'), ' 사장');
  executive.classList.add('outer');
  return el('p.a-demo', { lang: 'ko' }, executive, '은 ', quote('연료를 나누는 쪽이 항로를 얻는다'), '고 했고, ',
    mark('person', '봉세린 교수'), '는 고개를 끄덕였다.');
}
