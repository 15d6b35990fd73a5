import { board } from './board.js';
import { wire } from './wire.js';
import { english } from './english.js';

// Companies, people and events in all three are invented.
export const samples = [
  { id: 'board', language: 'ko', text: board, teaser: '“연료부터 나눠야 배가 뜬다”… 벼리·소담·하늬, 암모니아선 손잡았다' },
  { id: 'wire', language: 'ko', text: wire, teaser: '느루금융, 새 대표에 안서진 부사장 내정' },
  { id: 'english', language: 'en', text: english, teaser: 'Halvorsen Motors bets on sodium as rivals wait for lithium to fall' },
];
