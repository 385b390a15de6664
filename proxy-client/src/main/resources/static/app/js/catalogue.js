// The shelves: search, filters, pages, and a product by itself.
import { get } from './api.js';
import { addButton, addForm } from './cart.js';
import { breadcrumbs, loadCategories, path, tree } from './categories.js';
import { el, link, money, pager, picture, warn } from './dom.js';
import { heart, loadLiked } from './favourites.js';
import { field, select } from './forms.js';

const SORTS = [
  ['', 'Best match'],
  ['priceUnit,asc', 'Price, low to high'],
  ['priceUnit,desc', 'Price, high to low'],
  ['productTitle', 'Title'],
  ['createdAt,desc', 'Newest'],
];
const ASKED = ['q', 'categoryId', 'minPrice', 'maxPrice', 'inStock', 'sort', 'page'];

export async function catalogue(query) {
  const asked = new URLSearchParams({ size: '24' });
  for (const name of ASKED) if (query.get(name)) asked.set(name, query.get(name));
  const [list] = await Promise.all([get(`/api/products?${asked}`), loadCategories(), loadLiked()]);
  const { totalElements, totalIsEstimate } = list.page;
  return el('div', { className: 'shelf' },
    tree(query.get('categoryId'), (categoryId) => there(query, { categoryId })),
    el('section', { 'aria-label': 'Products' },
      el('h1', {}, heading(query)),
      filters(query),
      el('p', { className: 'quiet' }, totalElements === 1 ? '1 product' : `${totalIsEstimate ? 'About ' : ''}${totalElements} products`),
      totalElements === 0
        ? el('p', { className: 'empty' }, 'Nothing on the shelves is like that. ', link('#/', 'Show everything'))
        : el('ul', { className: 'tiles' }, list.collection.map(tile)),
      pager(list.page, (page) => there(query, { page }))));
}

function heading(query) {
  const title = path(query.get('categoryId')).at(-1)?.categoryTitle ?? 'All products';
  return query.get('q') ? `“${query.get('q')}” in ${title}` : title;
}

/** The address of the same shelves with some things changed, on the first page unless one is asked for. */
export function there(query, changes) {
  const changed = new URLSearchParams(query);
  for (const [name, value] of Object.entries({ page: null, ...changes })) {
    if (value === null || value === '' || value === 0) changed.delete(name);
    else changed.set(name, value);
  }
  return changed.size === 0 ? '#/' : `#/?${changed}`;
}

function filters(query) {
  const price = (label, name) => field(label, {
    id: name, name, type: 'number', min: 0, step: 0.01, inputMode: 'decimal', value: query.get(name) ?? '',
  });
  const inStock = el('input', { id: 'inStock', type: 'checkbox', name: 'inStock', value: 'true', checked: query.get('inStock') === 'true' });
  const form = el('form', { className: 'filters', 'aria-label': 'Filters' },
    price('From', 'minPrice'),
    price('To', 'maxPrice'),
    select('Sort by', { id: 'sort', name: 'sort' }, SORTS, query.get('sort') ?? ''),
    el('label', { className: 'check', htmlFor: 'inStock' }, inStock, 'In stock only'),
    el('button', { id: 'apply' }, 'Apply'));
  const apply = () => {
    const data = new FormData(form);
    const [low, high] = [data.get('minPrice'), data.get('maxPrice')];
    if (low && high && Number(low) > Number(high)) {
      warn('The lowest price is above the highest.');
      return;
    }
    location.hash = there(query, { minPrice: low, maxPrice: high, sort: data.get('sort'), inStock: data.get('inStock') ?? '' });
  };
  form.addEventListener('submit', (event) => { event.preventDefault(); apply(); });
  form.addEventListener('change', (event) => { if (['sort', 'inStock'].includes(event.target.name)) form.requestSubmit(); });
  return form;
}

function tile(product) {
  return el('li', {},
    picture(product.imageUrl, 'thumb'),
    link(`#/products/${product.productId}`, product.productTitle, { className: 'title' }),
    el('span', { className: 'quiet' }, product.category?.categoryTitle),
    el('span', { className: 'price' }, money(product.priceUnit)),
    stock(product.quantity),
    el('div', { className: 'row' }, addButton(product), heart(product)));
}

function stock(quantity) {
  if (quantity <= 0) return el('span', { className: 'stock none' }, 'Out of stock');
  if (quantity < 6) return el('span', { className: 'stock few' }, `Only ${quantity} left`);
  return el('span', { className: 'stock' }, 'In stock');
}

export async function product(productId) {
  const [found] = await Promise.all([get(`/api/products/${encodeURIComponent(productId)}`), loadCategories(), loadLiked()]);
  return el('article', {},
    breadcrumbs(found.category?.categoryId, found.productTitle),
    el('div', { className: 'product' },
      picture(found.imageUrl, 'large'),
      el('div', {},
        el('h1', {}, found.productTitle),
        el('p', { className: 'price big' }, money(found.priceUnit)),
        el('p', {}, stock(found.quantity)),
        el('p', { className: 'quiet' }, `Article ${found.sku}`),
        el('div', { className: 'row' }, addForm(found), heart(found)))));
}
