// What stands in a page itself: scripts that cannot end the element around them, and what a policy allows them by.
import { createHash } from 'node:crypto';

/** The script in a form that cannot end or confuse the element around it. */
export function inScript(text) {
  return text.trim().replaceAll('<!--', '\\x3C!--').replaceAll('</script', '<\\/script').replaceAll('<script', '\\x3Cscript');
}

/** What a Content-Security-Policy calls a script or style by. */
export const digest = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
