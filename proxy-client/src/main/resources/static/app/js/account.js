// Signing in, registering, signing out, and the links that depend on it.
import { call } from './api.js';
import { pieces } from './cart.js';
import { busy, el, link, redraw, say } from './dom.js';
import { field, form } from './forms.js';
import { signIn, signOut, user } from './session.js';

export function navigation() {
  const signedIn = user();
  const here = location.hash.replace(/\?.*/, '');
  const to = (href, label) => link(href, label, { 'aria-current': here === href ? 'page' : null });
  const links = signedIn
    ? [to('#/favourites', 'Favourites'), to('#/orders', 'Orders'), to('#/cart', ['Cart', badge()]),
      el('button', { className: 'plain', click: (event) => busy(event.currentTarget, leave) }, `Sign out ${signedIn.username ?? ''}`)]
    : [to('#/cart', ['Cart', badge()]), to('#/sign-in', 'Sign in'), to('#/register', 'Register')];
  const nav = document.getElementById('nav');
  const focused = [...nav.children].indexOf(document.activeElement);
  nav.replaceChildren(...links);
  /** @type {HTMLElement} */ (nav.children[focused])?.focus();
}

function badge() {
  const count = pieces();
  if (!count) return null;
  return el('span', { className: 'badge' }, String(count), el('span', { className: 'hidden' }, count === 1 ? ' piece' : ' pieces'));
}

async function leave() {
  await signOut();
  const home = location.hash === '' || location.hash === '#/';
  say('You are signed out.', { keep: !home });
  if (home) redraw();
  else location.hash = '#/';
}

async function enter(username, password, query) {
  await signIn(username, password);
  say(`Welcome, ${user().username ?? username}.`, { keep: true });
  location.hash = `#/${query.get('then') ?? ''}`;
}

const other = (query, page) => (query.has('then') ? `#/${page}?${new URLSearchParams({ then: query.get('then') })}` : `#/${page}`);

export function signInPage(query) {
  return el('div', {},
    el('h1', {}, 'Sign in'),
    form({ label: 'Sign in', submit: 'Sign in' }, ({ username, password }) => enter(username, password, query),
      field('User name', { name: 'username', autocomplete: 'username', autocapitalize: 'none', required: true }),
      field('Password', { name: 'password', type: 'password', autocomplete: 'current-password', required: true })),
    el('p', {}, 'New here? ', link(other(query, 'register'), 'Register')));
}

export function registerPage(query) {
  const register = async ({ username, password, phone, ...profile }) => {
    await call('POST', '/api/users', { ...profile, ...(phone ? { phone } : {}), credential: { username, password } });
    await enter(username, password, query);
  };
  return el('div', {},
    el('h1', {}, 'Register'),
    form({ label: 'Register', submit: 'Register' }, register,
      field('First name', { name: 'firstName', autocomplete: 'given-name', required: true, maxLength: 100 }),
      field('Last name', { name: 'lastName', autocomplete: 'family-name', required: true, maxLength: 100 }),
      field('Email', { name: 'email', type: 'email', autocomplete: 'email', required: true, maxLength: 254 }),
      field('Phone (optional)', { name: 'phone', type: 'tel', autocomplete: 'tel', maxLength: 30 }),
      field('User name', {
        name: 'username', autocomplete: 'username', autocapitalize: 'none', required: true, minLength: 3, maxLength: 50,
        hint: 'Three or more letters, digits or . _ @ + -',
      }),
      field('Password', {
        name: 'password', type: 'password', autocomplete: 'new-password', required: true, minLength: 12, maxLength: 128,
        hint: 'Twelve characters or more; several words are easy to remember',
      })),
    el('p', {}, 'Been here before? ', link(other(query, 'sign-in'), 'Sign in')));
}
