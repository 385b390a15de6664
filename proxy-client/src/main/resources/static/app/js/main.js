// Which page is shown: what stands behind the # of the address.
import { navigation, registerPage, signInPage } from './account.js';
import { cart, hasGuestCart, openCart } from './cart.js';
import { catalogue, product } from './catalogue.js';
import { checkout } from './checkout.js';
import { el, empty, hush, link, say, warn } from './dom.js';
import { favourites } from './favourites.js';
import { order, orders } from './orders.js';
import { Refusal } from './problem.js';
import { refresh, user } from './session.js';

const FOR_CUSTOMERS = ['checkout', 'orders', 'favourites'];
const main = document.getElementById('main');
const search = /** @type {HTMLFormElement} */ (document.getElementById('search'));
const words = /** @type {HTMLInputElement} */ (search.elements.namedItem('q'));

let latest = 0;

function address() {
  const whole = location.hash.replace(/^#\/?/, '');
  const [path, ...rest] = whole.split('?');
  const [page, id] = path.split('/');
  return { whole, page, id, query: new URLSearchParams(rest.join('?')) };
}

function signInFirst(whole, refusal) {
  // Somebody signed in is asked again only because the password was entered too long ago.
  if (refusal && user()) say(refusal.message, { keep: true });
  location.replace(`#/sign-in?${new URLSearchParams({ then: whole })}`);
}

function content({ page, id, query }) {
  switch (page) {
    case '': return catalogue(query);
    case 'products': return id ? product(id) : catalogue(query);
    case 'sign-in': return signInPage(query);
    case 'register': return registerPage(query);
    case 'cart': return cart();
    case 'checkout': return checkout();
    case 'favourites': return favourites();
    case 'orders': return id ? order(id) : orders(query);
    default: return empty('Nothing here', 'There is no such page.');
  }
}

function sorry(refusal) {
  if (refusal.status === 404) return empty('Nothing here', refusal.message);
  return el('section', { className: 'empty' }, el('h1', {}, 'That did not work'), el('p', {}, refusal.message),
    el('button', { className: 'primary', click: () => route() }, 'Try again'), ' ', link('#/', 'Go to the shelves'));
}

/** Draws the page of the address; an answer that comes after another page was asked for is dropped. */
async function route({ moved = false } = {}) {
  const asked = ++latest;
  const where = address();
  if (FOR_CUSTOMERS.includes(where.page) && !user()) {
    signInFirst(where.whole);
    return;
  }
  main.setAttribute('aria-busy', 'true');
  let shown;
  try {
    shown = await content(where);
  } catch (refusal) {
    if (asked !== latest) return;
    if (!(refusal instanceof Refusal)) console.error(refusal);
    if (refusal.status === 401) {
      signInFirst(where.whole, refusal);
      return;
    }
    shown = sorry(refusal);
  }
  if (asked !== latest || !shown) return;
  words.value = where.query.get('q') ?? '';
  place(shown, moved);
  main.removeAttribute('aria-busy');
  navigation();
}

/** Shows new content and keeps the focus: where it was if that is still there, at the heading otherwise. */
function place(shown, moved) {
  const focused = main.contains(document.activeElement) ? document.activeElement : null;
  main.replaceChildren(shown);
  const heading = main.querySelector('h1');
  document.title = heading ? `${heading.textContent} – The shop` : 'The shop';
  const same = focused?.id && document.getElementById(focused.id);
  if (same) {
    same.focus({ preventScroll: true });
  } else if (moved || focused) {
    if (heading) heading.tabIndex = -1;
    (heading ?? main).focus({ preventScroll: true });
    if (moved) scrollTo(0, 0);
  }
}

search.addEventListener('submit', (event) => {
  event.preventDefault();
  const q = words.value.trim();
  const wanted = q ? `#/?${new URLSearchParams({ q })}` : '#/';
  if (location.hash === wanted) route();
  else location.hash = wanted;
});
document.getElementById('skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});
addEventListener('hashchange', () => {
  hush();
  route({ moved: true });
});
addEventListener('redraw', () => route());
addEventListener('cart-changed', navigation);
addEventListener('user-changed', () => {
  navigation();
  if (user()) openCart().catch(() => {});
});
addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  const { reason } = event;
  if (!(reason instanceof Refusal)) console.error(reason);
  if (reason?.status === 401) signInFirst(address().whole, reason);
  else warn(reason instanceof Refusal ? reason.message : 'Something went wrong.');
});

navigation();
await refresh().catch(() => {});
if (hasGuestCart()) openCart().catch(() => {});
await route();
