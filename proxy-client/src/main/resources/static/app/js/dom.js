// Builds elements. Data only ever becomes text or a property, never markup.

/** An element with properties (functions become listeners) and children, which are elements or text. */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (name in element && name !== 'list' && name !== 'form') element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ''));
  return element;
}

/** A picture that says nothing the text beside it doesn't; a blank space where there is none. */
export function picture(url, className) {
  if (!url) return el('span', { className: `${className} blank`, 'aria-hidden': 'true' });
  const image = el('img', { className, src: url, alt: '', loading: 'lazy', width: 48, height: 48 });
  image.addEventListener('error', () => image.replaceWith(picture(null, className)), { once: true });
  return image;
}

export function link(href, label, properties = {}) {
  return el('a', { href, ...properties }, label);
}

const currency = new Intl.NumberFormat(undefined, { style: 'currency', currency: 'USD' });

export const money = (amount) => currency.format(amount);

export function when(instant) {
  return el('time', { dateTime: instant }, new Date(instant).toLocaleString());
}

/** A cell that knows its column's name, for narrow screens, where the head of the table is away. */
export function cell(column, properties, ...children) {
  return el('td', { 'data-column': column, ...properties }, ...children);
}

export function table(caption, columns, rows, foot) {
  return el('table', {},
    el('caption', { className: 'hidden' }, caption),
    el('thead', {}, el('tr', {}, columns.map((column) => el('th', { scope: 'col' }, column)))),
    el('tbody', {}, rows),
    foot ? el('tfoot', {}, foot) : null);
}

export function empty(title, text) {
  return el('section', { className: 'empty' }, el('h1', {}, title), el('p', {}, text),
    link('#/', 'Look around the shop', { className: 'button primary' }));
}

/** Links to the pages before and after; `there` makes the address of a page from its number. */
export function pager(page, there) {
  if (page.totalPages < 2) return null;
  return el('nav', { className: 'pages', 'aria-label': 'Pages' },
    page.number > 0 ? link(there(page.number - 1), '← Previous', { className: 'button', rel: 'prev' }) : null,
    el('span', {}, `Page ${page.number + 1} of ${page.totalIsEstimate ? 'about ' : ''}${page.totalPages}`),
    page.number + 1 < page.totalPages ? link(there(page.number + 1), 'Next →', { className: 'button', rel: 'next' }) : null);
}

let kept = false;

/** Tells the news; with `keep`, it outlives the next change of page. */
export function say(text, { keep = false } = {}) {
  kept = keep;
  document.getElementById('alert').textContent = '';
  document.getElementById('message').textContent = text;
}

export function warn(text) {
  kept = false;
  document.getElementById('message').textContent = '';
  document.getElementById('alert').textContent = text;
}

export function hush() {
  if (!kept) say('');
  kept = false;
}

/** Draws the current page anew, with fresh data. */
export const redraw = () => dispatchEvent(new Event('redraw'));

/** Runs what a button was pressed for, which stays disabled meanwhile, and passes problems on to the message line. */
export async function busy(button, work) {
  if (button.getAttribute('aria-disabled') === 'true') return;
  button.setAttribute('aria-disabled', 'true');
  try {
    await work();
  } finally {
    button.removeAttribute('aria-disabled');
  }
}
