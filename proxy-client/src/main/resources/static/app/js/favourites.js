// What a customer has taken a liking to.
import { all, call } from './api.js';
import { addButton } from './cart.js';
import { busy, el, empty, link, money, picture, redraw, say } from './dom.js';
import { user } from './session.js';

let liked = null;

addEventListener('user-changed', () => { liked = null; });

/** Which products wear a full heart; nothing for nobody, and never a reason not to show the shelves. */
export async function loadLiked() {
  if (!user()) return;
  liked ??= await all('/api/favourites').then((list) => new Set(list.map((entry) => entry.productId)), () => null);
}

/** A heart to press; absent for those who aren't signed in. */
export function heart(product) {
  if (!user()) return null;
  const on = () => liked?.has(product.productId) ?? false;
  const button = el('button', {
    id: `heart-${product.productId}`, className: 'heart', title: 'Favourite', 'aria-label': `Favourite: ${product.productTitle}`,
    click: () => busy(button, async () => {
      const wanted = !on();
      await call(wanted ? 'PUT' : 'DELETE', `/api/favourites/${product.productId}`);
      liked ??= new Set();
      if (wanted) liked.add(product.productId);
      else liked.delete(product.productId);
      paint();
      say(wanted ? `${product.productTitle} is among your favourites.` : `${product.productTitle} is no favourite any more.`);
    }),
  });
  const paint = () => {
    button.setAttribute('aria-pressed', String(on()));
    button.textContent = on() ? '♥' : '♡';
  };
  paint();
  return button;
}

export async function favourites() {
  const list = await all('/api/favourites?sort=likeDate,desc');
  liked = new Set(list.map((entry) => entry.productId));
  if (list.length === 0) return empty('Your favourites', 'There are none yet. Press a heart on the shelves to keep a product here.');
  return el('div', {}, el('h1', {}, 'Your favourites'), el('ul', { className: 'tiles' }, list.map(tile)));
}

function tile({ productId, product }) {
  const title = product?.productTitle ?? 'A product that is not for sale any more';
  const forget = el('button', {
    'aria-label': `Forget ${title}`,
    click: () => busy(forget, async () => {
      await call('DELETE', `/api/favourites/${productId}`);
      say(`${title} is no favourite any more.`);
      redraw();
    }),
  }, 'Forget');
  return el('li', {},
    picture(product?.imageUrl, 'thumb'),
    product ? link(`#/products/${productId}`, title, { className: 'title' }) : el('span', { className: 'title quiet' }, title),
    product ? el('span', { className: 'price' }, money(product.priceUnit)) : null,
    el('div', { className: 'row' }, product ? addButton({ productId, productTitle: title }) : null, forget));
}
