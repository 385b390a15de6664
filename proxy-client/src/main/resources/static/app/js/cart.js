// The cart and the checkout.
import { all, call, Refusal, user } from './api.js';
import { el, field, money, say, show } from './dom.js';

const CARDS = {
  tok_approved: 'Card that works',
  tok_declined: 'Card that is declined',
  tok_insufficient_funds: 'Card without enough money',
  tok_slow: 'Slow bank',
  tok_charge_then_timeout: 'Bank that charges and hangs up',
  tok_fails_then_works: 'Bank that fails first',
};

/** One key for one checkout, however often it is sent. */
let checkoutKey = crypto.randomUUID();

const openCart = () => call('POST', '/api/carts');

export async function addToCart(product) {
  if (!user()) {
    location.hash = '#/sign-in';
    return;
  }
  const cart = await openCart();
  await call('POST', `/api/carts/${cart.cartId}/items`, { productId: product.productId, orderedQuantity: 1 });
  checkoutKey = crypto.randomUUID();
  say(`${product.productTitle} is in your cart`);
}

export async function cart() {
  const current = await openCart();
  if (current.items.length === 0) {
    show(el('h1', {}, 'Your cart'), el('p', {}, 'It is empty. ', el('a', { href: '#/' }, 'Look around')));
    return;
  }
  const addresses = await all('/api/addresses');
  show(el('h1', {}, 'Your cart'), lines(current), checkout(addresses));
}

function lines(current) {
  const change = async (item, method, body) => {
    await call(method, `/api/carts/${current.cartId}/items/${item.productId}`, body);
    checkoutKey = crypto.randomUUID();
    await cart();
  };
  const rows = current.items.map((item) => el('tr', {},
    el('td', {}, item.productTitle, el('div', { className: 'quiet' }, item.available < item.orderedQuantity ? `Only ${item.available} to be had` : '')),
    el('td', { className: 'number' }, money(item.priceUnit)),
    el('td', {}, el('input', {
      type: 'number', min: 1, max: 999, value: item.orderedQuantity, 'aria-label': `Pieces of ${item.productTitle}`,
      change: (event) => change(item, 'PUT', { orderedQuantity: Number(event.target.value) }),
    })),
    el('td', { className: 'number' }, money(item.lineTotal)),
    el('td', {}, el('button', { click: () => change(item, 'DELETE') }, 'Remove'))));
  return el('table', {},
    el('thead', {}, el('tr', {}, ...['Product', 'Price', 'Pieces', 'Sum', ''].map((title) => el('th', { scope: 'col' }, title)))),
    el('tbody', {}, ...rows),
    el('tfoot', {}, el('tr', {}, el('th', { colSpan: 3, scope: 'row' }, 'Total'), el('td', { className: 'number price' }, money(current.total)), el('td'))));
}

function checkout(addresses) {
  const to = el('select', { name: 'addressId' },
    ...addresses.map((address) => el('option', { value: address.addressId }, `${address.fullAddress}, ${address.postalCode} ${address.city}`)),
    el('option', { value: '' }, 'A new address'));
  const fresh = el('div', { hidden: addresses.length > 0 },
    field('Street', { name: 'fullAddress', maxLength: 255 }),
    field('Postal code', { name: 'postalCode', maxLength: 20 }),
    field('City', { name: 'city', maxLength: 100 }));
  to.addEventListener('change', () => { fresh.hidden = to.value !== ''; });
  const form = el('form', { className: 'sheet', submit: (event) => { event.preventDefault(); order(new FormData(form)); } },
    el('h2', {}, 'Check out'),
    el('label', {}, 'Send to', to),
    fresh,
    el('label', {}, 'Pay with', el('select', { name: 'paymentToken' }, ...Object.entries(CARDS).map(([value, label]) => el('option', { value }, label)))),
    el('button', { className: 'primary' }, 'Order and pay'));
  return form;
}

async function order(data, acceptPriceChanges = false) {
  let addressId = data.get('addressId');
  if (!addressId) {
    const address = Object.fromEntries(['fullAddress', 'postalCode', 'city'].map((name) => [name, data.get(name)]));
    addressId = (await call('POST', '/api/addresses', address)).addressId;
    data.set('addressId', addressId);
  }
  const body = { addressId: Number(addressId), paymentToken: data.get('paymentToken'), acceptPriceChanges };
  try {
    const placed = await call('POST', '/api/orders', body, { 'Idempotency-Key': checkoutKey });
    checkoutKey = crypto.randomUUID();
    location.hash = `#/orders/${placed.orderId}`;
  } catch (refusal) {
    const dearer = refusal instanceof Refusal ? refusal.problem.priceChanges : null;
    if (!dearer) throw refusal;
    const list = dearer.map((change) => `${change.productTitle}: ${money(change.oldPrice)} → ${money(change.newPrice)}`);
    if (confirm(`Prices have risen:\n${list.join('\n')}\nOrder all the same?`)) await order(data, true);
  }
}
