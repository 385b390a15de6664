"""Simulates customers who browse, search, fill carts, order, and wait for the final state of their orders.

A response other than 2xx is a failure, and so is an accepted order that isn't in a final state a minute later.
"""

import random
import time
import uuid

import gevent
from accounting import FINAL, PATIENCE, orders, own_products
from locust import HttpUser, between, task

ACCESS_TOKEN_LIFE = 14 * 60
"""Seconds after which a customer signs in again: a minute before the access token expires."""

WORDS = ("headphones", "speaker", "cable", "lamp", "book", "shirt", "knife", "bag", "wireless", "wood", "blue", "set")
PAYMENT_TOKENS = {"tok_approved": 93, "tok_declined": 4, "tok_insufficient_funds": 2, "tok_slow": 1}


class Visitor(HttpUser):
    """Simulates a visitor without an account, who browses and searches."""

    weight = 2
    wait_time = between(1, 4)
    token = ""

    def ask(self, method, path, name=None, headers=None, **options):
        """Returns the JSON of the response. Returns None and counts a failure if the status isn't 2xx."""
        headers = dict(headers or {})
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        with self.client.request(
            method, path, name=name or path, headers=headers, allow_redirects=False, timeout=30, catch_response=True,
            **options,
        ) as response:
            if not 200 <= response.status_code < 300:
                response.failure(f"{response.status_code} {problem(response)}")
                return None
            response.success()
            return response.json() if response.content else {}

    def list(self, name, **parameters):
        answer = self.ask("GET", "/api/products", name, params=parameters)
        return answer["collection"] if answer else []

    @task(6)
    def browse(self):
        self.ask("GET", "/api/categories", "/api/categories", params={"size": 100})
        for page in range(random.randint(1, 3)):
            self.list("/api/products", page=page, sort=random.choice(("priceUnit", "productTitle")))
            self.pause()

    @task(4)
    def search(self):
        found = self.list("/api/products?q=", q=random.choice(WORDS), inStock="true", sort="priceUnit")
        for product in random.sample(found, min(2, len(found))):
            self.look_at(product["productId"])

    @task(1)
    def fill_a_cart_as_a_guest(self):
        product = self.choose()
        cart = product and self.ask("POST", "/api/carts/guests")
        if cart:
            path = f"/api/carts/guests/{cart['guestCartId']}"
            self.ask("POST", f"{path}/items", "/api/carts/guests/[id]/items", json=line(product))
            self.ask("GET", path, "/api/carts/guests/[id]")

    def look_at(self, product_id):
        return self.ask("GET", f"/api/products/{product_id}", "/api/products/[id]")

    def choose(self):
        """Returns the id of a product in stock, or None if there is none."""
        if own_products:
            return random.choice(own_products)
        found = self.list("/api/products?inStock=true", inStock="true", size=100, page=random.randint(0, 2))
        return random.choice(found)["productId"] if found else None

    def pause(self):
        gevent.sleep(random.uniform(0.2, 1))


class Customer(Visitor):
    """Simulates a customer who registers, adds an address, and buys."""

    weight = 3

    def on_start(self):
        self.username = f"load-{uuid.uuid4().hex[:16]}"
        self.password = uuid.uuid4().hex
        self.signed_in = 0
        self.ask("POST", "/api/users", json={
            "firstName": "Lou", "lastName": "Load", "email": f"{self.username}@example.com",
            "credential": {"username": self.username, "password": self.password}})
        self.sign_in()
        self.ask("POST", "/api/addresses", json={"fullAddress": "Calle 10", "postalCode": "760044", "city": "Cali"})

    def sign_in(self):
        self.token = ""
        answer = self.ask("POST", "/api/auth/token", json={"username": self.username, "password": self.password})
        if answer:
            self.token, self.signed_in = answer["accessToken"], time.monotonic()

    def stay_signed_in(self):
        if time.monotonic() - self.signed_in > ACCESS_TOKEN_LIFE:
            self.sign_in()

    @task(1)
    def like(self):
        self.stay_signed_in()
        product = self.choose()
        if product:
            self.ask("PUT", f"/api/favourites/{product}", "/api/favourites/[id]")
            self.ask("GET", "/api/favourites")

    @task(2)
    def look_at_orders(self):
        self.stay_signed_in()
        self.ask("GET", "/api/orders", params={"sort": "orderId,desc"})

    @task(2)
    def fill_the_cart_and_leave(self):
        self.stay_signed_in()
        self.fill_cart()

    @task(4)
    def buy(self):
        self.stay_signed_in()
        if not self.fill_cart():
            return
        began = time.monotonic()
        checkout = {
            "headers": {"Idempotency-Key": str(uuid.uuid4())},
            "json": {"paymentToken": pick(PAYMENT_TOKENS), "acceptPriceChanges": True},
        }
        order = self.ask("POST", "/api/orders", **checkout)
        if not order:
            return
        path = f"/api/orders/{order['orderId']}"
        orders.accepted(path, self.token)
        if random.random() < 0.05:
            self.press_the_button_again(order, checkout)
        self.track(path, began)

    def fill_cart(self):
        """Adds one to three products to the cart and returns the cart; None if that failed."""
        cart = self.ask("POST", "/api/carts")
        filled = None
        for _ in range(random.randint(1, 3)):
            product = cart and self.choose()
            if product:
                self.look_at(product)
                filled = self.ask(
                    "POST", f"/api/carts/{cart['cartId']}/items", "/api/carts/[id]/items", json=line(product)) or filled
                self.pause()
        return filled and self.ask("GET", f"/api/carts/{cart['cartId']}", "/api/carts/[id]")

    def press_the_button_again(self, order, checkout):
        again = self.ask("POST", "/api/orders", "/api/orders (repeated)", **checkout)
        if again and again["orderId"] != order["orderId"]:
            self.count("a repeated checkout is the same order", 0, f"{again['orderId']} beside {order['orderId']}")

    def track(self, path, began):
        status = "PENDING"
        while time.monotonic() - began < PATIENCE:
            gevent.sleep(0.5)
            status = (self.ask("GET", path, "/api/orders/[id]") or {}).get("orderStatus", status)
            if status in FINAL:
                orders.saw(path, status)
                return self.count("checkout to a final state", time.monotonic() - began, None)
        self.count("checkout to a final state", time.monotonic() - began, f"{status} after {PATIENCE:.0f} s")

    def count(self, name, seconds, wrong):
        """Adds a row to the report that isn't about a single request."""
        self.environment.events.request.fire(
            request_type="ORDER", name=name, response_time=seconds * 1000, response_length=0,
            exception=AssertionError(wrong) if wrong else None, context={})


def problem(response):
    """Returns the problem's title, without details that differ between responses."""
    try:
        return response.json().get("title", "")
    except ValueError:
        return response.text[:80]


def line(product_id):
    return {"productId": product_id, "orderedQuantity": random.choice((1, 1, 1, 2))}


def pick(weights):
    return random.choices(list(weights), list(weights.values()))[0]
