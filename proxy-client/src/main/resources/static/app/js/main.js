// Which page is shown: what stands behind the # of the address.
import { navigation, registerPage, signInPage } from './account.js';
import { resume, user } from './api.js';
import { cart } from './cart.js';
import { catalogue } from './catalogue.js';
import { say } from './dom.js';
import { favourites, order, orders } from './orders.js';

const FOR_CUSTOMERS = ['cart', 'orders', 'favourites'];

async function route() {
  const [path, query] = location.hash.replace(/^#\/?/, '').split('?');
  const [page, id] = path.split('/');
  const parameters = new URLSearchParams(query);
  if (FOR_CUSTOMERS.includes(page) && !user()) {
    location.hash = '#/sign-in';
    return;
  }
  switch (page) {
    case 'sign-in': signInPage(); break;
    case 'register': registerPage(); break;
    case 'cart': await cart(); break;
    case 'favourites': await favourites(); break;
    case 'orders': await (id ? order(id) : orders(parameters)); break;
    default: await catalogue(parameters);
  }
}

document.getElementById('search').addEventListener('submit', (event) => {
  event.preventDefault();
  say('');
  location.hash = `#/?${new URLSearchParams(new FormData(event.target))}`;
});
addEventListener('hashchange', () => { say(''); route(); });
addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  say(event.reason.message ?? String(event.reason), true);
});

await resume();
navigation();
await route();
