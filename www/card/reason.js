import { has, t } from '../i18n/index.js';

/** The engine's rule in words; a rule the page does not know is shown by its own name. */
export function reasonOf(reason) {
  if (!reason?.rule) return '';
  const key = `rule.${reason.rule}`;
  return has(key) ? t(key) : reason.rule;
}
