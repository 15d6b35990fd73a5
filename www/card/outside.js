// Facts that are not from the article, and ways out of it. A link opens only on a click and sends no referrer.
import { el } from '../dom.js';
import { currentLanguage, has, t } from '../i18n/index.js';

const KRX = /^[0-9][0-9A-Z]{5}$/;
// The list writes countries in Korean; other languages get their own name for them.
const COUNTRIES = { 미국: 'US', 일본: 'JP', 중국: 'CN', 대만: 'TW', 영국: 'GB', 독일: 'DE', 프랑스: 'FR', 이탈리아: 'IT', 스위스: 'CH', 네덜란드: 'NL', 스웨덴: 'SE', 핀란드: 'FI', 덴마크: 'DK', 인도: 'IN', 싱가포르: 'SG', 베트남: 'VN', 호주: 'AU', 사우디아라비아: 'SA', 아랍에미리트: 'AE' };

const countryName = (name) => (COUNTRIES[name] ? new Intl.DisplayNames(currentLanguage(), { type: 'region' }).of(COUNTRIES[name]) : name);

export function outside(entity) {
  const company = entity.type === 'company';
  const rows = company ? [
    entity.ticker && [t('card.code'), [entity.ticker, marketName(entity.market)].filter(Boolean).join(' ')],
    entity.group && [t('card.group'), entity.group],
    entity.country && entity.country !== '한국' && [t('card.country'), countryName(entity.country)],
  ].filter(Boolean) : [];
  const links = [];
  if (KRX.test(entity.ticker ?? '')) {
    links.push(['card.finance', `https://finance.naver.com/item/main.naver?code=${entity.ticker}`]);
    links.push(['card.disclosure', `https://dart.fss.or.kr/html/search/SearchCompany_M2.html?textCrpNM=${entity.ticker}`]);
  }
  const site = /[가-힣]/.test(entity.name) ? 'ko' : 'en';
  links.push(['card.encyclopedia', `https://${site}.wikipedia.org/w/index.php?search=${encodeURIComponent(entity.name)}`]);
  return el('div.out', null,
    el('p', null, t(rows.length ? 'card.outside' : 'card.outward')),
    rows.length > 0 && el('dl', null, rows.map(([name, value]) => [el('dt', null, name), el('dd', null, value)])),
    links.map(([key, href]) => el('a', { href, target: '_blank', rel: 'noopener noreferrer external' }, `${t(key)} ↗`)),
    el('span', null, t('card.links')));
}

function marketName(market) {
  const key = `market.${String(market ?? '').toLowerCase()}`;
  return has(key) ? t(key) : market;
}
