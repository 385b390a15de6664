// Builds elements. Data only ever becomes text, never markup.

/** An element with properties (functions become listeners) and children, which are elements or text. */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (name in element && name !== 'list') element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
  return element;
}

/** A labelled field of a form. */
export function field(label, properties) {
  return el('label', {}, label, el('input', properties));
}

export function money(amount) {
  return new Intl.NumberFormat(undefined, { style: 'currency', currency: 'USD' }).format(amount);
}

export function when(instant) {
  return new Date(instant).toLocaleString();
}

export function show(...content) {
  document.getElementById('main').replaceChildren(...content);
}

export function say(text, bad = false) {
  const message = document.getElementById('message');
  message.textContent = text;
  message.classList.toggle('bad', bad);
}
