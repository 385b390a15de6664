// From the cart to an order.
import { all, call, uuid } from './api.js';
import { openCart, shortage } from './cart.js';
import { el, empty, link, money, say } from './dom.js';
import { field, form, select } from './forms.js';
import { Refusal } from './problem.js';

const CARDS = [
  ['tok_approved', 'Card that works'],
  ['tok_declined', 'Card that is declined'],
  ['tok_insufficient_funds', 'Card without enough money'],
  ['tok_slow', 'Slow bank'],
  ['tok_charge_then_timeout', 'Bank that charges and hangs up'],
  ['tok_fails_then_works', 'Bank that fails first'],
];

let attempt = null;

addEventListener('user-changed', () => { attempt = null; });

/** One key for one checkout of the same things, however often it is sent; another for anything else. */
function keyOf(what) {
  const asked = JSON.stringify(what);
  if (attempt?.asked !== asked) attempt = { asked, key: uuid() };
  return attempt.key;
}

export async function checkout() {
  const [cart, addresses] = await Promise.all([openCart(), all('/api/addresses')]);
  if (cart.items.length === 0) return empty('Check out', 'Your cart is empty.');
  const rises = el('div', { className: 'notice', tabIndex: -1, hidden: true });
  const sheet = form({ label: 'Check out', submit: 'Order and pay' }, (data, element) => order(cart, data, element, rises),
    ...destination(addresses),
    select('Pay with', { name: 'paymentToken' }, CARDS, 'tok_approved'),
    field('A note for us (optional)', { name: 'orderDesc', maxLength: 255 }),
    rises);
  return el('div', {},
    el('h1', {}, 'Check out'),
    el('div', { className: 'halves' }, sheet, summary(cart)));
}

function destination(addresses) {
  const known = addresses.map((address) => [String(address.addressId), `${address.fullAddress}, ${address.postalCode} ${address.city}`]);
  const where = select('Send to', { name: 'addressId' }, [...known, ['', 'A new address']], known[0]?.[0] ?? '');
  const fresh = el('fieldset', {},
    el('legend', {}, 'New address'),
    field('Street and number', { name: 'fullAddress', autocomplete: 'street-address', maxLength: 255, required: true }),
    field('Postal code', { name: 'postalCode', autocomplete: 'postal-code', maxLength: 20, required: true }),
    field('City', { name: 'city', autocomplete: 'address-level2', maxLength: 100, required: true }));
  const chosen = where.querySelector('select');
  const toggle = () => {
    fresh.hidden = chosen.value !== '';
    fresh.disabled = fresh.hidden;
  };
  chosen.addEventListener('change', toggle);
  toggle();
  return [where, fresh];
}

function summary(cart) {
  return el('section', { className: 'card', 'aria-label': 'What you order' },
    el('h2', {}, 'What you order'),
    el('ul', { className: 'plain' }, cart.items.map((item) => el('li', { className: 'between' },
      el('span', {}, `${item.orderedQuantity} × ${item.productTitle}`, shortage(item) ? el('span', { className: 'bad' }, ` ${shortage(item)}`) : null),
      el('span', {}, money(item.lineTotal))))),
    el('p', { className: 'between price' }, el('span', {}, 'Total'), el('span', {}, money(cart.total))),
    link('#/cart', 'Change the cart'));
}

/** Where to send it; a new address is kept, so that a repeat finds it among the known ones. */
async function addressOf(data, element) {
  if (data.addressId) return Number(data.addressId);
  const { fullAddress, postalCode, city } = data;
  const made = await call('POST', '/api/addresses', { fullAddress, postalCode, city });
  const chosen = element.elements.namedItem('addressId');
  chosen.prepend(el('option', { value: made.addressId }, `${fullAddress}, ${postalCode} ${city}`));
  chosen.value = String(made.addressId);
  chosen.dispatchEvent(new Event('change'));
  return made.addressId;
}

async function order(cart, data, element, rises) {
  const accepted = !rises.hidden;
  const body = {
    addressId: await addressOf(data, element),
    paymentToken: data.paymentToken,
    ...(data.orderDesc?.trim() ? { orderDesc: data.orderDesc.trim() } : {}),
    ...(accepted ? { acceptPriceChanges: true } : {}),
  };
  const key = keyOf({ cartId: cart.cartId, items: cart.items.map((item) => [item.productId, item.orderedQuantity]), body });
  try {
    const placed = await call('POST', '/api/orders', body, { 'Idempotency-Key': key });
    attempt = null;
    say('Thank you. Your order is placed.', { keep: true });
    location.hash = `#/orders/${placed.orderId}`;
    openCart().catch(() => {});
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || !refusal.problem.priceChanges?.length) throw refusal;
    explain(cart, refusal.problem.priceChanges, rises, element);
  }
}

function explain(cart, changes, rises, element) {
  const title = (change) => change.productTitle
    ?? cart.items.find((item) => item.productId === change.productId)?.productTitle ?? `Product ${change.productId}`;
  rises.replaceChildren(
    el('h2', {}, 'Prices have changed'),
    el('ul', {}, changes.map((change) => el('li', {}, `${title(change)}: ${money(change.oldPrice)} → ${money(change.newPrice)}`))),
    el('p', {}, 'Nothing is ordered yet. Press the button again to order at these prices.'));
  rises.hidden = false;
  element.querySelector('button.primary').textContent = 'Order at the new prices';
  rises.focus();
}
