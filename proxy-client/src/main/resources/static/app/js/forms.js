// Forms: labelled fields, and the services' complaints beside the fields they are about.
import { busy, el, warn } from './dom.js';
import { Refusal } from './problem.js';

let count = 0;

/**
 * Returns a labelled input.
 *
 * @param {string} label
 * @param {{hint?: string, [property: string]: any}} properties of the input; the hint says what can be entered
 */
export function field(label, { hint, ...properties }) {
  const id = properties.id ?? `field-${++count}`;
  const notes = [hint ? el('span', { id: `${id}-hint`, className: 'quiet' }, hint) : null, el('span', { id: `${id}-error`, className: 'bad' })];
  const input = el('input', { id, 'aria-describedby': hint ? `${id}-hint ${id}-error` : `${id}-error`, ...properties });
  input.addEventListener('input', () => complain(input, ''));
  return el('div', { className: 'field' }, el('label', { htmlFor: id }, label), input, ...notes);
}

export function select(label, properties, options, chosen) {
  const id = properties.id ?? `field-${++count}`;
  return el('div', { className: 'field' },
    el('label', { htmlFor: id }, label),
    el('select', { id, ...properties }, options.map(([value, text]) => el('option', { value, selected: value === chosen }, text))));
}

function complain(input, message) {
  const note = document.getElementById(`${input.id}-error`);
  if (note) note.textContent = message;
  if (message) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
}

/** Puts a refusal's messages at the fields of the form; what belongs to none goes to the message line. */
function explain(form, refusal) {
  const elsewhere = [];
  let first = null;
  for (const { field: name = '', message } of refusal.problem.errors ?? []) {
    const input = form.elements.namedItem(String(name).split('.').pop());
    if (input instanceof HTMLInputElement && !input.closest('[hidden]')) {
      complain(input, message);
      first ??= input;
    } else {
      elsewhere.push(`${name} ${message}`.trim());
    }
  }
  if (!first || elsewhere.length > 0) warn(elsewhere.join('; ') || refusal.message);
  first?.focus();
}

/** A form that sends its data, as an object, to `work`. */
export function form({ label, className = 'sheet', submit }, work, ...children) {
  const button = el('button', { className: 'primary' }, submit);
  const element = el('form', { className, 'aria-label': label }, ...children, el('div', { className: 'row' }, button));
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    busy(button, async () => {
      try {
        await work(Object.fromEntries(new FormData(element)), element);
      } catch (refusal) {
        if (!(refusal instanceof Refusal)) throw refusal;
        explain(element, refusal);
      }
    });
  });
  return element;
}
