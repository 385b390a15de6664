// Improves pages that work without it.

// Addresses of the version before, such as /app/#/products/5 and /app/#/?q=tent.
const old = /^#\/?([^/?]*)\/?([^?]*)(\?.*)?$/.exec(location.hash);
if (old && location.hash.startsWith('#/')) {
  const [, page, id, query = ''] = old;
  const addresses = {
    '': query ? `/app/search${query}` : '/app/',
    products: id ? `/app/p/${id}` : `/app/search${query}`,
    orders: id ? `/app/orders/${id}` : '/app/orders',
    cart: '/app/cart',
    checkout: '/app/checkout',
    favourites: '/app/favourites',
    'sign-in': '/app/sign-in',
    register: '/app/register',
  };
  if (Object.hasOwn(addresses, page)) location.replace(addresses[page]);
}

// Times in the browser's time zone.
const clock = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
for (const time of document.querySelectorAll('time')) time.textContent = clock.format(new Date(time.dateTime));
