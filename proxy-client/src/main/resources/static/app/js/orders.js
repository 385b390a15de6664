// Orders and favourites of whoever is signed in.
import { all, call, get } from './api.js';
import { el, money, show, when } from './dom.js';

export async function orders(query) {
  const list = await get(`/api/orders?sort=orderDate,desc&page=${query.get('page') ?? 0}`);
  show(el('h1', {}, 'Your orders'),
    list.collection.length === 0 ? el('p', {}, 'There are none yet.') : el('table', {},
      el('tbody', {}, ...list.collection.map((order) => el('tr', {},
        el('td', {}, el('a', { href: `#/orders/${order.orderId}` }, `Order ${order.orderId}`)),
        el('td', {}, when(order.orderDate)),
        el('td', {}, el('span', { className: 'status' }, order.orderStatus)),
        el('td', { className: 'number' }, money(order.orderFee)))))));
}

/** Shows an order, and again each second while its checkout is at work. */
export async function order(orderId) {
  const here = location.hash;
  const current = await get(`/api/orders/${encodeURIComponent(orderId)}`);
  if (location.hash !== here) return;
  const address = current.shippingAddress;
  show(el('h1', {}, `Order ${current.orderId}`),
    el('p', {}, el('span', { className: 'status' }, current.orderStatus), current.reason ? ` ${current.reason}` : ''),
    el('table', {}, el('tbody', {}, ...current.items.map((item) => el('tr', {},
      el('td', {}, item.productTitle),
      el('td', { className: 'number' }, `${item.orderedQuantity} × ${money(item.priceUnit)}`),
      el('td', { className: 'number' }, money(item.lineTotal)))))),
    el('p', { className: 'price' }, `Total ${money(current.orderFee)}`),
    el('p', {}, `To ${address.fullAddress}, ${address.postalCode} ${address.city}`),
    el('h2', {}, 'History'),
    el('ol', {}, ...current.history.map((entry) => el('li', {}, `${when(entry.at)}: ${entry.to}${entry.reason ? `, ${entry.reason}` : ''}`))));
  if (current.orderStatus === 'PENDING') setTimeout(() => location.hash === here && order(orderId), 1000);
}

export async function favourites() {
  const list = await all('/api/favourites?sort=likeDate,desc');
  const forget = async (productId) => {
    await call('DELETE', `/api/favourites/${productId}`);
    await favourites();
  };
  show(el('h1', {}, 'Your favourites'),
    list.length === 0 ? el('p', {}, 'There are none yet.') : el('table', {}, el('tbody', {}, ...list.map((favourite) => el('tr', {},
      el('td', {}, favourite.product?.productTitle ?? 'Not for sale any more'),
      el('td', { className: 'number' }, favourite.product ? money(favourite.product.priceUnit) : ''),
      el('td', {}, el('button', { click: () => forget(favourite.productId) }, 'Forget')))))));
}
