// The shelves: search, categories, filters, pages.
import { all, call, get, user } from './api.js';
import { addToCart } from './cart.js';
import { el, field, money, say, show } from './dom.js';

const SORTS = {
  '': 'Best match',
  'priceUnit,asc': 'Price, low to high',
  'priceUnit,desc': 'Price, high to low',
  productTitle: 'Title',
  'createdAt,desc': 'Newest',
};

let categories;

export async function catalogue(query) {
  categories ??= await all('/api/categories?sort=categoryTitle');
  document.getElementById('q').value = query.get('q') ?? '';
  const asked = new URLSearchParams(query);
  asked.set('size', '24');
  const list = await get(`/api/products?${asked}`);
  show(el('div', { className: 'shelf' },
    el('nav', { 'aria-label': 'Categories' }, tree(null, query)),
    el('section', {},
      filters(query),
      el('p', { className: 'quiet' }, `${list.page.totalElements} products`),
      el('ul', { className: 'tiles' }, ...list.collection.map(tile)),
      pages(list.page, query))));
}

function link(query, changes) {
  const changed = new URLSearchParams(query);
  changed.delete('page');
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') changed.delete(name);
    else changed.set(name, value);
  }
  return `#/?${changed}`;
}

function tree(parentId, query) {
  const below = categories.filter((category) => (category.parentCategory?.categoryId ?? null) === parentId);
  if (below.length === 0) return '';
  const entries = below.map((category) => el('li', {},
    el('a', {
      href: link(query, { categoryId: category.categoryId }),
      ...(query.get('categoryId') === String(category.categoryId) ? { 'aria-current': 'true' } : {}),
    }, category.categoryTitle),
    tree(category.categoryId, query)));
  const everything = parentId === null ? [el('li', {}, el('a', { href: link(query, { categoryId: null }) }, 'All'))] : [];
  return el('ul', {}, ...everything, ...entries);
}

function filters(query) {
  const sort = el('select', { name: 'sort' },
    ...Object.entries(SORTS).map(([value, label]) => el('option', { value, selected: (query.get('sort') ?? '') === value }, label)));
  const inStock = el('input', { type: 'checkbox', name: 'inStock', value: 'true', checked: query.get('inStock') === 'true' });
  const form = el('form', {
    className: 'filters',
    submit: (event) => {
      event.preventDefault();
      const data = new FormData(form);
      const changes = Object.fromEntries(['minPrice', 'maxPrice', 'sort', 'inStock'].map((name) => [name, data.get(name) ?? '']));
      location.hash = link(query, changes);
    },
  },
  field('From ', { type: 'number', name: 'minPrice', min: 0, step: 0.01, value: query.get('minPrice') ?? '' }),
  field('to ', { type: 'number', name: 'maxPrice', min: 0, step: 0.01, value: query.get('maxPrice') ?? '' }),
  el('label', {}, inStock, ' in stock'),
  el('label', {}, 'Sort ', sort),
  el('button', {}, 'Apply'));
  return form;
}

function tile(product) {
  const buy = el('button', { className: 'primary', disabled: product.quantity === 0, click: () => addToCart(product) }, 'Add to cart');
  const like = el('button', { title: 'Keep as a favourite', click: () => keep(product) }, '♥', el('span', { className: 'hidden' }, ` ${product.productTitle}`));
  return el('li', {},
    product.imageUrl ? el('img', { src: product.imageUrl, alt: '', loading: 'lazy' }) : '',
    el('strong', {}, product.productTitle),
    el('span', { className: 'quiet' }, `${product.category.categoryTitle} · ${product.sku}`),
    el('span', { className: 'price' }, money(product.priceUnit)),
    el('span', { className: 'quiet' }, stock(product.quantity)),
    el('div', { className: 'row' }, buy, user() ? like : ''));
}

function stock(quantity) {
  if (quantity === 0) return 'Out of stock';
  return quantity < 6 ? `Only ${quantity} left` : 'In stock';
}

async function keep(product) {
  await call('PUT', `/api/favourites/${product.productId}`);
  say(`${product.productTitle} is among your favourites`);
}

function pages(page, query) {
  const to = (number, label) => {
    const there = new URLSearchParams(query);
    there.set('page', number);
    return el('a', { href: `#/?${there}` }, label);
  };
  return el('div', { className: 'pages' },
    page.number > 0 ? to(page.number - 1, 'Previous') : '',
    page.totalPages > 1 ? `Page ${page.number + 1} of ${page.totalPages}` : '',
    page.number + 1 < page.totalPages ? to(page.number + 1, 'Next') : '');
}
