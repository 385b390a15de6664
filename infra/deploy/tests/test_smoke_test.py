import subprocess
import unittest
import unittest.mock

from cloud import SCRIPTS
from fake_shop import OPEN, FakeShop


class SmokeTestTests(unittest.TestCase):

    def smoke_test(self, url, patience="0"):
        return subprocess.run(
            [SCRIPTS / "smoke-test", "--patience", patience, url], capture_output=True, text=True, timeout=60)

    def test_a_healthy_shop_passes(self):
        with FakeShop() as shop:
            answer = self.smoke_test(shop.url + "/")
        self.assertEqual(answer.returncode, 0, answer.stdout)
        self.assertNotIn("FAILED", answer.stdout)

    def test_an_unavailable_service_fails_the_test(self):
        for path in (*OPEN, "/api/users", "/api/orders", "/api/payments", "/api/shippings", "/api/favourites", "/api/auth/token"):
            with self.subTest(path), FakeShop(broken=path) as shop:
                answer = self.smoke_test(shop.url)
                self.assertEqual(answer.returncode, 1)
                self.assertIn(f"{path}", answer.stdout)
                self.assertIn("returned 503", answer.stdout)

    def test_a_wrong_body_fails_the_test(self):
        with unittest.mock.patch.dict(OPEN, {"/api/products": {"error": "?"}}), FakeShop() as shop:
            self.assertIn("FAILED  product-service lists products", self.smoke_test(shop.url).stdout)

    def test_a_shop_that_recovers_in_time_passes(self):
        with FakeShop(broken="/api/orders", heals_after=2) as shop:
            self.assertEqual(self.smoke_test(shop.url, "20").returncode, 0)

    def test_a_shop_that_does_not_respond_fails_the_test(self):
        self.assertEqual(self.smoke_test("http://127.0.0.1:9").returncode, 1)


if __name__ == "__main__":
    unittest.main()
