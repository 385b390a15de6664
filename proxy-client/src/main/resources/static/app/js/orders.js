// The orders of whoever is signed in.
import { call, get } from './api.js';
import { busy, cell, el, empty, link, money, pager, redraw, say, table, when } from './dom.js';

const NEWS = {
  PENDING: 'We are working on it',
  CONFIRMED: 'Paid and confirmed',
  SHIPPED: 'On its way',
  DELIVERED: 'Delivered',
  REJECTED: 'Rejected',
  CANCELLED: 'Cancelled',
  RETURNED: 'Returned',
  NEEDS_ATTENTION: 'We are looking into it',
};

const status = (name) => el('span', { className: `status ${String(name).toLowerCase()}` }, NEWS[name] ?? name);

export async function orders(query) {
  const asked = new URLSearchParams({ sort: 'orderDate,desc', page: query.get('page') ?? 0 });
  const list = await get(`/api/orders?${asked}`);
  if (list.page.totalElements === 0) return empty('Your orders', 'There are none yet.');
  return el('div', {},
    el('h1', {}, 'Your orders'),
    table('Your orders', ['Order', 'Date', 'Status', 'Sum'], list.collection.map((order) => el('tr', {},
      cell('Order', {}, link(`#/orders/${order.orderId}`, `Order ${order.orderId}`)),
      cell('Date', {}, when(order.orderDate)),
      cell('Status', {}, status(order.orderStatus)),
      cell('Sum', { className: 'number' }, money(order.orderFee))))),
    pager(list.page, (page) => `#/orders?page=${page}`));
}

let seen = {};
let watch;

/** An order; while its checkout is at work it is looked at again each second, for as long as it is on screen. */
export async function order(orderId) {
  clearTimeout(watch);
  const here = location.hash;
  let current;
  try {
    current = await get(`/api/orders/${encodeURIComponent(orderId)}`);
  } catch (refusal) {
    if (seen.orderId !== orderId || !(refusal.status === 0 || refusal.status >= 500)) throw refusal;
    current = seen.order;
  }
  if (location.hash !== here) return null;
  if (seen.orderId === orderId && seen.order.orderStatus !== current.orderStatus) say(`Order ${current.orderId}: ${told(current)}.`);
  seen = { orderId, order: current };
  if (current.orderStatus === 'PENDING') watch = setTimeout(() => { if (location.hash === here) redraw(); }, 1000);
  return page(current);
}

function cancelButton(orderId) {
  const cancel = async () => {
    try {
      await call('POST', `/api/orders/${orderId}/cancel`);
    } finally {
      redraw();
    }
  };
  return el('p', {}, el('button', { id: 'cancel', click: (event) => busy(event.currentTarget, cancel) }, 'Cancel the order'));
}

const told = (order) => (order.reason ? `${NEWS[order.orderStatus] ?? order.orderStatus} – ${order.reason}` : NEWS[order.orderStatus] ?? order.orderStatus);

function page(order) {
  const address = order.shippingAddress;
  return el('div', {},
    el('nav', { className: 'crumbs', 'aria-label': 'Breadcrumbs' }, el('ol', {}, el('li', {}, link('#/orders', 'Your orders', { id: 'crumb-orders' })))),
    el('h1', {}, `Order ${order.orderId}`),
    el('p', {}, status(order.orderStatus), order.reason ? ` ${order.reason}` : null),
    order.orderStatus === 'CONFIRMED' ? cancelButton(order.orderId) : null,
    order.orderStatus === 'REJECTED' ? el('p', {}, link('#/', 'Look around the shop')) : null,
    table('What was ordered', ['Product', 'Price', 'Pieces', 'Sum'], (order.items ?? []).map((item) => el('tr', {},
      cell('Product', {}, item.productTitle),
      cell('Price', { className: 'number' }, money(item.priceUnit)),
      cell('Pieces', { className: 'number' }, String(item.orderedQuantity)),
      cell('Sum', { className: 'number' }, money(item.lineTotal)))),
    el('tr', {}, el('th', { colSpan: 3, scope: 'row' }, 'Total'), el('td', { className: 'number price' }, money(order.orderFee)))),
    el('div', { className: 'halves' },
      el('section', { className: 'card' }, el('h2', {}, 'Details'),
        el('p', {}, 'Ordered on ', when(order.orderDate)),
        address ? el('p', {}, `Sent to ${address.fullAddress}, ${address.postalCode} ${address.city}`) : null,
        order.orderDesc ? el('p', {}, `Your note: ${order.orderDesc}`) : null),
      el('section', { className: 'card' }, el('h2', {}, 'History'),
        el('ol', { className: 'plain' }, (order.history ?? []).map((entry) => el('li', {},
          when(entry.at), `: ${NEWS[entry.to] ?? entry.to}${entry.reason ? ` – ${entry.reason}` : ''}`))))));
}
