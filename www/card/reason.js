import { has, t } from '../i18n/index.js';

/** The engine's rule in words; of a rule that the page does not know yet, only what is true of all. */
export function reasonOf(reason) {
  if (!reason?.rule) return '';
  const key = `rule.${reason.rule}`;
  return t(has(key) ? key : 'rule.other');
}
