"""Simulates customers who browse, search, fill carts, order, and wait for the final state of their orders.

A response other than 2xx is a failure, and so is an accepted order that isn't in a final state a minute later.
"""

import os
import random
import threading
import time
import uuid
from collections import Counter

import gevent
import requests
from locust import HttpUser, between, events, task

PATIENCE = float(os.environ.get("ORDER_PATIENCE", "60"))
"""Seconds within which an order must reach a final state."""

ACCESS_TOKEN_LIFE = 14 * 60
"""Seconds after which a customer signs in again: a minute before the access token expires."""

WORDS = ("headphones", "speaker", "cable", "lamp", "book", "shirt", "knife", "bag", "wireless", "wood", "blue", "set")
FINAL = {"CONFIRMED", "SHIPPED", "DELIVERED", "REJECTED", "CANCELLED", "RETURNED"}
PAYMENT_TOKENS = {"tok_approved": 93, "tok_declined": 4, "tok_insufficient_funds": 2, "tok_slow": 1}


class Orders:
    """Collects all accepted orders. An order is under way until a customer has seen its final state."""

    def __init__(self):
        self.lock = threading.Lock()
        self.under_way = {}
        self.ended = Counter()

    def accepted(self, path, token):
        with self.lock:
            self.under_way[path] = token

    def saw(self, path, status):
        with self.lock:
            if self.under_way.pop(path, None) is not None:
                self.ended[status] += 1

    @property
    def count(self):
        return sum(self.ended.values()) + len(self.under_way)


orders = Orders()
own_products: list[int] = []
"""Ids of the products that staff created for this test. If it is empty, customers buy products of the catalogue."""


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


@events.test_start.add_listener
def stock_up(environment, **_):
    """Creates products for this test, so that it doesn't use up the stock of other products."""
    username, password = os.environ.get("STAFF_USERNAME"), os.environ.get("STAFF_PASSWORD")
    if not username or not password:
        return
    staff = Staff(environment.host, username, password)
    category = staff.send("POST", "/api/categories", {"categoryTitle": "Load test"})
    run = uuid.uuid4().hex[:8]
    for number in range(50):
        product = staff.send("POST", "/api/products", {
            "productTitle": f"Load test article {number}", "sku": f"LOAD-{run}-{number}",
            "priceUnit": f"{random.randint(100, 20000) / 100:.2f}", "quantity": 1_000_000,
            "category": {"categoryId": category["categoryId"]}})
        own_products.append(product["productId"])


@events.test_stop.add_listener
def balance(environment, **_):
    """Waits for the orders that were under way when the test ended, and prints a summary of all orders."""
    deadline = time.monotonic() + PATIENCE
    while orders.under_way and time.monotonic() < deadline:
        for path, token in list(orders.under_way.items()):
            answer = requests.get(environment.host + path, headers={"Authorization": f"Bearer {token}"}, timeout=30)
            if answer.ok and answer.json()["orderStatus"] in FINAL:
                orders.saw(path, answer.json()["orderStatus"])
        time.sleep(0.5)

    by_status = ", ".join(f"{status} {count}" for status, count in sorted(orders.ended.items())) or "none"
    summary = f"{orders.count} orders accepted, {len(orders.under_way)} of them in no final state; {by_status}"
    print(summary)
    if os.environ.get("ORDERS_FILE"):
        with open(os.environ["ORDERS_FILE"], "w") as file:
            print(summary, *orders.under_way, sep="\n", file=file)
    if not orders.count:
        print("No order was accepted. Check that products are in stock.")
    # A test without any order has tested nothing, so it fails.
    if orders.under_way or not orders.count:
        environment.process_exit_code = 1
    # Waits until Locust, which writes the CSV once a second, has written the last rows.
    gevent.sleep(3)
    if own_products:
        staff = Staff(environment.host, os.environ["STAFF_USERNAME"], os.environ["STAFF_PASSWORD"])
        for product in own_products:
            staff.send("PATCH", f"/api/products/{product}", {"hidden": True})


class Staff:
    """Sends requests as staff, which aren't measured."""

    def __init__(self, host, username, password):
        self.host, self.headers = host, {}
        token = self.send("POST", "/api/auth/token", {"username": username, "password": password})["accessToken"]
        self.headers = {"Authorization": f"Bearer {token}"}

    def send(self, method, path, body):
        answer = requests.request(method, self.host + path, json=body, headers=self.headers, timeout=30)
        answer.raise_for_status()
        return answer.json()
