// The tree of categories beside the shelves.
import { all } from './api.js';
import { el, link } from './dom.js';

let categories = null;

export async function loadCategories() {
  categories ??= await all('/api/categories?sort=categoryTitle');
}

const find = (categoryId) => categories.find((category) => String(category.categoryId) === String(categoryId));

const parentOf = (category) => (category.parentCategory ? find(category.parentCategory.categoryId) : undefined);

/** A category and those above it, the topmost first. */
export function path(categoryId) {
  const steps = [];
  for (let step = find(categoryId); step && !steps.includes(step); step = parentOf(step)) steps.unshift(step);
  return steps;
}

/** Where somebody is in the shop. */
export function breadcrumbs(categoryId, here) {
  return el('nav', { className: 'crumbs', 'aria-label': 'Breadcrumbs' }, el('ol', {},
    el('li', {}, link('#/', 'All products')),
    path(categoryId).map((step) => el('li', {}, link(`#/?categoryId=${step.categoryId}`, step.categoryTitle))),
    here ? el('li', { 'aria-current': 'page' }, here) : null));
}

/** The tree, open along the way to the chosen category; `there` makes the address of a category. */
export function tree(chosenId, there) {
  const open = new Set(path(chosenId));
  const children = (parent) => categories.filter((category) => parentOf(category) === parent);
  const entry = (categoryId, label) => link(there(categoryId), label, {
    id: `category-${categoryId ?? 'all'}`,
    'aria-current': String(categoryId ?? '') === String(chosenId ?? '') ? 'true' : null,
  });
  const branch = (category) => {
    const inner = children(category);
    if (inner.length === 0) return el('li', {}, entry(category.categoryId, category.categoryTitle));
    return el('li', {}, el('details', { open: open.has(category) },
      el('summary', {}, category.categoryTitle),
      el('ul', {}, el('li', {}, entry(category.categoryId, `All ${category.categoryTitle}`)), inner.map(branch))));
  };
  const whole = el('ul', {}, el('li', {}, entry(null, 'All products')), children(undefined).map(branch));
  return el('nav', { className: 'tree', 'aria-label': 'Categories' },
    el('details', { open: matchMedia('(min-width: 46rem)').matches }, el('summary', { className: 'heading' }, 'Categories'), whole));
}
