// Moves a category with the mouse: staff drag it by its handle onto another one, or onto the target for the top.
// Sends the form of the category's page, which moves it without a mouse.

const form = /** @type {HTMLFormElement} */ (document.getElementById('move'));
const outcome = document.getElementById('move-status');
const toTop = document.getElementById('move-to-top');
const rows = new Map();
for (const row of document.querySelectorAll('tr')) {
  if ('category' in row.dataset) rows.set(row.dataset.category, row);
}

let moved = null;
let target = null;

/** Returns whether the moved category can be below this one: it isn't there yet, nor itself above it. */
const canMoveTo = (place) => {
  if (place.dataset.category === moved.dataset.parent) return false;
  for (let above = place; above; above = rows.get(above.dataset.parent)) {
    if (above === moved) return false;
  }
  return true;
};

/** Announces what happens to the moved category, in the words of the page. */
const announce = (words) => {
  outcome.textContent = words
    .replace('{category}', () => moved.dataset.title)
    .replace('{parent}', () => target?.dataset.title ?? '');
};

const aim = (place) => {
  if (place === target) return;
  target?.classList.remove('target');
  target = place;
  target?.classList.add('target');
  if (target) announce(target === toTop ? form.dataset.top : form.dataset.below);
};

document.addEventListener('dragstart', (event) => {
  const dragged = /** @type {Element} */ (event.target);
  if (!dragged.matches?.('.handle')) return;
  moved = dragged.closest('tr');
  event.dataTransfer.effectAllowed = 'move';
  event.dataTransfer.setData('text/plain', moved.dataset.title);
  event.dataTransfer.setDragImage(moved, 0, 0);
});

document.addEventListener('dragover', (event) => {
  if (!moved) return;
  const place = /** @type {Element} */ (event.target).closest?.('[data-category]');
  aim(place && canMoveTo(place) ? place : null);
  if (target) event.preventDefault();
});

document.addEventListener('drop', (event) => {
  if (!moved || !target) return;
  event.preventDefault();
  for (const [field, shown] of Object.entries({
    categoryTitle: moved.dataset.title,
    imageUrl: moved.dataset.image,
    parentId: moved.dataset.parent,
  })) {
    /** @type {HTMLInputElement} */ (form.elements.namedItem(`opened.${field}`)).value = shown;
    /** @type {HTMLInputElement} */ (form.elements.namedItem(field)).value = shown;
  }
  /** @type {HTMLInputElement} */ (form.elements.namedItem('parentId')).value = target.dataset.category;
  form.action = moved.querySelector('a').href;
  form.submit();
});

document.addEventListener('dragend', (event) => {
  if (!moved) return;
  const isDropped = event.dataTransfer.dropEffect !== 'none';
  if (!isDropped) announce(form.dataset.cancelled);
  aim(null);
  moved = null;
});

toTop.hidden = false;
for (const row of rows.values()) row.querySelector('.handle').hidden = false;
