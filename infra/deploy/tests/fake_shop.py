"""Simulates a healthy shop, or one with a single broken path."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

LIST = {"collection": [], "page": {"number": 0, "size": 1, "totalElements": 0, "totalPages": 0}}
OPEN = {
    "/api/actuator/health": {"status": "UP"},
    "/api/products": LIST,
    "/api/categories": LIST,
    "/oauth2/jwks": {"keys": [{"kid": "1"}]},
    "/app/": "<!doctype html>",
}
CLOSED = ("/api/users", "/api/orders", "/api/payments", "/api/shippings", "/api/favourites", "/api/auth/token")


class FakeShop:

    def __init__(self, broken=None, heals_after=10**9):
        shop = self
        self.broken, self.heals_after, self.asked = broken, heals_after, 0

        class Handler(BaseHTTPRequestHandler):

            def do_GET(self):
                path = self.path.split("?")[0]
                if path == shop.broken:
                    shop.asked += 1
                    if shop.asked <= shop.heals_after:
                        return self.answer(503, "no server is available")
                if path in OPEN:
                    return self.answer(200, OPEN[path])
                status = 401 if path in CLOSED else 404
                self.answer(status, {"status": status, "title": "No", "traceId": "1"})

            def do_POST(self):
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                self.do_GET()

            def answer(self, status, body):
                payload = (body if isinstance(body, str) else json.dumps(body)).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(payload)))
                self.end_headers()
                self.wfile.write(payload)

            def log_message(self, *arguments):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *problem):
        self.server.shutdown()
        self.server.server_close()
