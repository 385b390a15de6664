// Improves pages that work without it.

// Addresses of the version before, such as /app/#/products/5 and /app/#/?q=tent.
const old = /^#\/?([^/?]*)\/?([^?]*)(\?.*)?$/.exec(location.hash);
if (old && location.hash.startsWith('#/')) {
  const [, page, id, query = ''] = old;
  const addresses = {
    '': query ? `/app/search${query}` : '/app/',
    products: id ? `/app/p/${id}` : `/app/search${query}`,
    orders: id ? `/app/orders/${id}` : '/app/orders',
    cart: '/app/cart',
    checkout: '/app/checkout',
    favourites: '/app/favourites',
    'sign-in': '/app/sign-in',
    register: '/app/register',
  };
  if (Object.hasOwn(addresses, page)) location.replace(addresses[page]);
}

// Times in the browser's time zone, also in the parts of a page that htmx has loaded.
const clock = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
const showTimes = (part) => {
  for (const time of part.querySelectorAll('time')) time.textContent = clock.format(new Date(time.dateTime));
};
showTimes(document);
document.addEventListener('htmx:load', (event) => showTimes(event.target));

// Escape closes the suggestions of the search.
const search = /** @type {HTMLElement} */ (document.querySelector('[role=search]'));
search.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  document.getElementById('suggestions').replaceChildren();
  document.getElementById('q').focus();
});

// Shows the buttons that print, which need a script.
for (const button of document.querySelectorAll('button')) {
  if (!('print' in button.dataset)) continue;
  button.hidden = false;
  button.addEventListener('click', () => print());
}

// "/" moves to the search, at the desk to that for orders, unless something is being typed or the user has turned the shortcut off.
const find = /** @type {HTMLElement} */ (document.querySelector('[aria-keyshortcuts="/"]'));
if (find) {
  addEventListener('keydown', (event) => {
    const isTyping = document.activeElement.matches('input, select, textarea');
    if (isTyping || event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    find.focus();
  });
}

// In a table, the arrow keys move from a link to the same link of the next or the previous row that has it.
document.addEventListener('keydown', (event) => {
  const from = /** @type {Element} */ (event.target).closest('td a');
  if (!from || !['ArrowDown', 'ArrowUp'].includes(event.key)) return;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const cell = from.closest('td');
  const place = [...cell.querySelectorAll('a')].indexOf(/** @type {HTMLAnchorElement} */ (from));
  const step = event.key === 'ArrowDown' ? 'nextElementSibling' : 'previousElementSibling';
  for (let row = cell.parentElement[step]; row; row = row[step]) {
    const link = row.children[cell.cellIndex]?.querySelectorAll('a')[place];
    if (link) {
      event.preventDefault();
      link.focus();
      return;
    }
  }
});
