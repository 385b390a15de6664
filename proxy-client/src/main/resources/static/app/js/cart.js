// The cart: the customer's, or a guest's whose secret id this browser keeps until somebody signs in.
import { call } from './api.js';
import { busy, cell, el, empty, link, money, picture, redraw, say, table } from './dom.js';
import { field } from './forms.js';
import { user } from './session.js';

const MOST = 999;
const GUEST = 'shop-guest-cart';
const GUESTS = '/api/carts/guests';

let known = null;

addEventListener('user-changed', () => { known = null; });

function keep(cart) {
  known = cart;
  dispatchEvent(new Event('cart-changed'));
  return cart;
}

/** Where the cart is, and what it holds: the customer's open one, or the guest's, new if there is none. */
export async function openCart() {
  if (!user()) return keep(await guestCart());
  await mergeGuestCart();
  return keep(await call('POST', '/api/carts'));
}

async function guestCart() {
  const id = localStorage.getItem(GUEST);
  try {
    if (id) return await call('GET', `${GUESTS}/${id}`);
  } catch (refusal) {
    if (refusal.status !== 404) throw refusal;
  }
  const opened = await call('POST', GUESTS);
  localStorage.setItem(GUEST, opened.guestCartId);
  return opened;
}

/** What was put in before signing in comes along, once; a cart that is gone is forgotten. */
async function mergeGuestCart() {
  const id = localStorage.getItem(GUEST);
  if (!id) return;
  try {
    await call('POST', `${GUESTS}/${id}/merge`);
  } catch (refusal) {
    if (refusal.status !== 404) throw refusal;
  }
  localStorage.removeItem(GUEST);
}

export const hasGuestCart = () => !user() && localStorage.getItem(GUEST) !== null;

const pathOf = (cart) => (cart.guestCartId ? `${GUESTS}/${cart.guestCartId}` : `/api/carts/${cart.cartId}`);

/** How many pieces the cart is known to hold. */
export const pieces = () => known?.items.reduce((sum, item) => sum + item.orderedQuantity, 0) ?? 0;

async function add(product, orderedQuantity) {
  await call('POST', `${pathOf(await openCart())}/items`, { productId: product.productId, orderedQuantity });
  say(`${product.productTitle} is in your cart.`);
  await openCart();
}

export function addButton(product) {
  const gone = product.quantity <= 0;
  return el('button', {
    id: `add-${product.productId}`, className: 'primary', disabled: gone, 'aria-label': `Add ${product.productTitle} to the cart`,
    click: (event) => busy(event.currentTarget, () => add(product, 1)),
  }, 'Add to cart');
}

/** As many as wanted at once. */
export function addForm(product) {
  const button = el('button', { className: 'primary', disabled: product.quantity <= 0 }, 'Add to cart');
  const pieces = field('Pieces', { id: 'pieces', name: 'pieces', type: 'number', min: 1, max: MOST, step: 1, value: '1', required: true });
  const form = el('form', { className: 'row', 'aria-label': 'Add to cart' }, pieces, button);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    busy(button, () => add(product, Number(new FormData(form).get('pieces'))));
  });
  return form;
}

export async function cart() {
  if (!user() && !hasGuestCart()) return empty('Your cart', 'It is empty.');
  const current = await openCart();
  if (current.items.length === 0) return empty('Your cart', 'It is empty.');
  const short = current.items.some((item) => shortage(item));
  return el('div', {},
    el('h1', {}, 'Your cart'),
    table('What is in your cart', ['Product', 'Price', 'Pieces', 'Sum', el('span', { className: 'hidden' }, 'Remove')],
      current.items.map((item) => row(current, item)),
      el('tr', {}, el('th', { colSpan: 3, scope: 'row' }, 'Total'), el('td', { className: 'number price' }, money(current.total)), el('td'))),
    short ? el('p', { className: 'bad' }, 'Some of this cannot be had right now; change it before you check out.') : null,
    el('p', { className: 'row end' }, link('#/', 'Go on shopping', { className: 'button' }), link('#/checkout', 'Check out', { className: 'button primary' })));
}

/** What stands in the way of a line; nothing where the stock isn't known. */
export function shortage(item) {
  if (typeof item.available !== 'number' || item.available >= item.orderedQuantity) return '';
  return item.available > 0 ? `Only ${item.available} to be had` : 'Not to be had any more';
}

function row(current, item) {
  const at = `${pathOf(current)}/items/${item.productId}`;
  const change = async (method, body, news) => {
    try {
      await call(method, at, body);
      say(news);
    } finally {
      redraw();
    }
  };
  const quantity = el('input', {
    id: `pieces-${item.productId}`, type: 'number', min: 1, max: MOST, step: 1, required: true, value: item.orderedQuantity,
    'aria-label': `Pieces of ${item.productTitle}`,
    change: () => {
      if (!quantity.reportValidity()) return;
      const orderedQuantity = Number(quantity.value);
      busy(quantity, () => change('PUT', { orderedQuantity }, `${orderedQuantity} × ${item.productTitle} in your cart.`));
    },
  });
  const remove = el('button', {
    'aria-label': `Remove ${item.productTitle}`,
    click: () => busy(remove, () => change('DELETE', undefined, `${item.productTitle} is out of your cart.`)),
  }, 'Remove');
  return el('tr', {},
    cell('Product', { className: 'item' }, picture(item.imageUrl, 'thumb'), el('div', {},
      link(`#/products/${item.productId}`, item.productTitle),
      el('div', { className: 'quiet' }, item.sku),
      shortage(item) ? el('div', { className: 'bad' }, shortage(item)) : null)),
    cell('Price', { className: 'number' }, money(item.priceUnit)),
    cell('Pieces', {}, quantity),
    cell('Sum', { className: 'number' }, money(item.lineTotal)),
    cell('', { className: 'number' }, remove));
}
