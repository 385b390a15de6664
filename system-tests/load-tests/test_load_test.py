"""Tests that the load test detects failures, with a fake shop that returns fixed responses."""

import json
import os
import re
import shutil
import subprocess
import tempfile
import threading
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
PRODUCT = {"productId": 1}


class ShopOfAnswers(ThreadingHTTPServer):

    daemon_threads = True

    def __init__(self, order_status="CONFIRMED", broken=None, products=3):
        super().__init__(("127.0.0.1", 0), Answers)
        self.order_status, self.broken, self.products = order_status, broken, products
        self.orders = {}
        self.url = f"http://127.0.0.1:{self.server_port}"

    def answer(self, method, path, headers):
        if self.broken and re.fullmatch(self.broken, f"{method} {path}"):
            return 500, {"title": "Internal Server Error"}
        if method == "POST" and path == "/api/orders":
            order = self.orders.setdefault(headers["Idempotency-Key"], len(self.orders) + 1)
            return 201, {"orderId": order, "orderStatus": "PENDING"}
        if path.startswith("/api/orders/"):
            return 200, {"orderStatus": self.order_status}
        if path == "/api/auth/token":
            return 200, {"accessToken": "token"}
        if path.startswith("/api/products/"):
            return 200, PRODUCT
        if path.startswith("/api/carts"):
            return 200, {"cartId": 1, "guestCartId": "1"}
        return 200, {"collection": [PRODUCT] * self.products}


class Answers(BaseHTTPRequestHandler):

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        status, body = self.server.answer(self.command, self.path.split("?")[0], self.headers)
        payload = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    do_POST = do_PUT = do_PATCH = do_GET

    def log_message(self, *arguments):
        pass


@unittest.skipUnless(shutil.which("locust"), "locust isn't installed here: apt-get install python3-locust")
class LoadTestTests(unittest.TestCase):

    def load(self, **shop):
        """Runs the load test against a fake shop. Returns the exit code, the summary of orders and the failures."""
        report = Path(self.enterContext(tempfile.TemporaryDirectory()))
        with ShopOfAnswers(**shop) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            process = subprocess.run(
                [FOLDER / "run", "--host", server.url, "--users", "10", "--spawn-rate", "10", "--run-time", "12s", report],
                env={**os.environ, "ORDER_PATIENCE": "3"}, capture_output=True, text=True, timeout=180)
            server.shutdown()
        self.assertTrue((report / "report.html").is_file(), process.stderr)
        return process.returncode, (report / "orders.txt").read_text(), (report / "report_failures.csv").read_text()

    def test_a_healthy_shop_passes(self):
        code, orders, failures = self.load()
        self.assertEqual(code, 0, failures)
        self.assertRegex(orders, r"^[1-9]\d* orders accepted, 0 of them in no final state; CONFIRMED [1-9]")

    def test_an_order_that_gets_stuck_is_a_failure(self):
        for status in ("PENDING", "NEEDS_ATTENTION"):
            with self.subTest(status):
                code, orders, failures = self.load(order_status=status)
                self.assertEqual(code, 1)
                self.assertRegex(orders, r"^([1-9]\d*) orders accepted, \1 of them in no final state")
                self.assertIn(f"{status} after 3 s", failures)

    def test_a_status_other_than_2xx_is_a_failure(self):
        code, _, failures = self.load(broken="GET /api/categories")
        self.assertEqual(code, 1)
        self.assertIn("500 Internal Server Error", failures)

    def test_a_shop_with_nothing_in_stock_fails(self):
        code, orders, _ = self.load(products=0)
        self.assertEqual(code, 1)
        self.assertRegex(orders, "^0 orders accepted")


if __name__ == "__main__":
    unittest.main()
