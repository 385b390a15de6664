"""Keeps account of the orders of a load test: which ones have reached a final state, and which products they buy."""

import os
import random
import threading
import time
import uuid
from collections import Counter

import gevent
import requests
from locust import events

PATIENCE = float(os.environ.get("ORDER_PATIENCE", "60"))
"""Seconds within which an order must reach a final state."""

FINAL = {"CONFIRMED", "SHIPPED", "DELIVERED", "REJECTED", "CANCELLED", "RETURNED"}


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
