// A stand-in for the engine: what it answers is written by hand, so that rare things (a doubtful mark, reported
// speech, a late and better answer) can be looked at on the page whatever the engine does today.

export const text = `별무리조선, 새 도크 연다
류담희 별무리조선 사장은 10일 맹주혁 부회장에게 “첫 배를 맡기겠다”며 “도크는 봄에 연다”고 말했다.
별무리조선은 직원 백 명을 더 뽑는다고 덧붙였다. 새라온도 함께한다.
업계 관계자는 “빠른 결정”이라고 했다.
왼쪽부터 류담희 사장, 맹주혁 부회장./누리샘
`;

const span = (words, from = 0) => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length, text: words };
};
const mark = (type, words, more, from) => ({ type, ...span(words, from), confidence: 'sure', reason: { rule: 'company-list', evidence: [] }, ...more });
const body = text.indexOf('류담희');
const caption = text.indexOf('왼쪽부터');

/** The answer to `text`; `edit` may change it. */
export function output(edit = () => {}) {
  const person = (words, entity, from, more) => mark('executive', words, {
    entity, name: span(words.slice(0, 3), from), title: span(words.split(' ').at(-1), from), affiliations: entity === 'p1' ? ['c1'] : [],
    reason: { rule: 'name-company-title', evidence: [span('사장', body)] }, ...more }, from);
  const annotations = [
    mark('company', '별무리조선', { entity: 'c1' }),
    person('류담희 별무리조선 사장', 'p1', body),
    mark('company', '별무리조선', { entity: 'c1' }, body),
    person('맹주혁 부회장', 'p2', body),
    mark('quote', '“첫 배를 맡기겠다”', { statement: 's1', direct: true, speaker: { entity: 'p1', ...span('류담희 별무리조선 사장') }, addressee: { entity: 'p2', ...span('맹주혁 부회장') }, cue: span('말했다'), repairs: [] }),
    mark('quote', '“도크는 봄에 연다”', { statement: 's1', direct: true, speaker: { entity: 'p1', ...span('류담희 별무리조선 사장') }, addressee: null, cue: span('말했다'), repairs: [] }),
    mark('company', '별무리조선', { entity: 'c1' }, text.indexOf('별무리조선은')),
    mark('statement', '직원 백 명을 더 뽑는다고', { statement: 's2', direct: false, speaker: { entity: 'c1', ...span('별무리조선', text.indexOf('별무리조선은')) }, addressee: null, cue: span('덧붙였다'), repairs: [], confidence: 'likely' }),
    mark('company', '새라온', { entity: 'c2', confidence: 'guess', reason: { rule: 'company-end', evidence: [] } }),
    mark('quote', '“빠른 결정”', { statement: 's3', direct: true, anonymous: true, speaker: { entity: null, ...span('업계 관계자') }, addressee: null, cue: span('했다', text.indexOf('빠른')), repairs: [] }),
    mark('caption', text.slice(caption, text.length - 1), { credit: span('누리샘'), depicts: ['p1', 'p2'], positions: ['왼쪽부터'] }, caption),
    person('류담희 사장', 'p1', caption),
    person('맹주혁 부회장', 'p2', caption),
  ];
  annotations.forEach((a, i) => { a.id = `a${i + 1}`; });
  const lines = [...text.matchAll(/.+/g)].map((line, i) => ({ start: line.index, end: line.index + line[0].length, kind: ['headline', 'body', 'body', 'body', 'caption'][i] }));
  const of = (id) => annotations.filter((a) => a.entity === id).map((a) => a.id);
  const answer = {
    offsets: 'utf-16', language: 'ko', blocks: lines, annotations, notes: [],
    entities: [
      { id: 'c1', type: 'company', name: '별무리조선', aliases: [], mentions: of('c1'), ticker: '990110', market: 'KOSPI', country: '한국', group: '별무리', kind: 'listed' },
      { id: 'c2', type: 'company', name: '새라온', aliases: [], mentions: of('c2'), ticker: null, market: null, country: null, group: null, kind: 'unknown' },
      { id: 'p1', type: 'executive', name: '류담희', aliases: [], titles: ['사장', '대표'], companies: ['c1'], mentions: of('p1') },
      { id: 'p2', type: 'executive', name: '맹주혁', aliases: [], titles: ['부회장'], companies: [], mentions: of('p2') },
    ],
    summary: { companies: ['c1', 'c2'], people: ['p1', 'p2'] },
  };
  edit(answer);
  return answer;
}

/** To be run in the page before its own scripts: the worker answers with `answer`; `window.better(output)` sends another. */
export function standIn(answer) {
  window.Worker = class extends EventTarget {
    postMessage({ id }) {
      if (id === undefined) return; // the engine that the page hands over
      this.id = id;
      this.send({ id, json: JSON.stringify(answer), milliseconds: 1 });
    }
    send(data) {
      window.better = (output) => this.send({ id: this.id, json: JSON.stringify(output), better: true });
      setTimeout(() => this.onmessage(new MessageEvent('message', { data })));
    }
    terminate() {}
  };
}
