// Signing in, registering, signing out.
import { call, signIn, signOut, user } from './api.js';
import { el, field, say, show } from './dom.js';

export function navigation() {
  const signedIn = user();
  const link = (href, label) => el('a', { href }, label);
  document.getElementById('nav').replaceChildren(...(signedIn
    ? [link('#/cart', 'Cart'), link('#/orders', 'Orders'), link('#/favourites', 'Favourites'), el('button', { click: leave }, `Sign out ${signedIn.username}`)]
    : [link('#/sign-in', 'Sign in'), link('#/register', 'Register')]));
}

async function leave() {
  await signOut();
  navigation();
  say('You are signed out');
  location.hash = '#/';
}

async function enter(username, password) {
  await signIn(username, password);
  navigation();
  say('');
  location.hash = '#/';
}

export function signInPage() {
  const form = el('form', {
    className: 'sheet',
    submit: (event) => {
      event.preventDefault();
      const data = new FormData(form);
      enter(data.get('username'), data.get('password'));
    },
  },
  el('h1', {}, 'Sign in'),
  field('User name', { name: 'username', autocomplete: 'username', required: true }),
  field('Password', { name: 'password', type: 'password', autocomplete: 'current-password', required: true }),
  el('button', { className: 'primary' }, 'Sign in'));
  show(form);
}

export function registerPage() {
  const form = el('form', {
    className: 'sheet',
    submit: async (event) => {
      event.preventDefault();
      const { username, password, ...profile } = Object.fromEntries(new FormData(form));
      await call('POST', '/api/users', { ...profile, credential: { username, password } });
      await enter(username, password);
    },
  },
  el('h1', {}, 'Register'),
  field('First name', { name: 'firstName', autocomplete: 'given-name', required: true }),
  field('Last name', { name: 'lastName', autocomplete: 'family-name', required: true }),
  field('Email', { name: 'email', type: 'email', autocomplete: 'email', required: true }),
  field('User name', { name: 'username', autocomplete: 'username', required: true, minLength: 3 }),
  field('Password, 8 characters or more', { name: 'password', type: 'password', autocomplete: 'new-password', required: true, minLength: 8 }),
  el('button', { className: 'primary' }, 'Register'));
  show(form);
}
