import os
import shutil
import socket
import subprocess
import tempfile
import threading
import unittest
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

from cloud import SCRIPTS

DOCKER = SCRIPTS.parent / "docker"


class ImageScriptsTests(unittest.TestCase):
    """Tests the scripts in the services' images: health-check and nc."""

    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.status = {"/actuator/health/readiness": 503, "/actuator/health/liveness": 200}
        test = self

        class Handler(BaseHTTPRequestHandler):

            def do_GET(self):
                self.send_response(test.status[self.path])
                self.end_headers()

            def log_message(self, *arguments):
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        (self.folder / "management-port").write_text(f"{self.server.server_port}\n")
        shutil.copy(DOCKER / "health-check", self.folder)

    def healthy(self):
        done = subprocess.run([self.folder / "health-check"], capture_output=True, env={**os.environ, "TMPDIR": str(self.folder)})
        return done.returncode == 0

    def test_a_container_that_was_never_ready_is_unhealthy(self):
        self.assertFalse(self.healthy())
        self.assertFalse(self.healthy())

    def test_a_service_that_loses_its_database_stays_healthy(self):
        self.status["/actuator/health/readiness"] = 200
        self.assertTrue(self.healthy())
        self.status["/actuator/health/readiness"] = 503
        self.assertTrue(self.healthy())

    def test_a_process_that_no_longer_works_is_unhealthy(self):
        self.status["/actuator/health/readiness"] = 200
        self.assertTrue(self.healthy())
        self.status["/actuator/health/liveness"] = 503
        self.assertFalse(self.healthy())

    def test_nc_tells_whether_a_port_can_be_reached(self):
        with socket.socket() as closed:
            closed.bind(("127.0.0.1", 0))
            for port, code in ((self.server.server_port, 0), (closed.getsockname()[1], 1)):
                done = subprocess.run([DOCKER / "nc", "-zv", "127.0.0.1", str(port)], capture_output=True)
                self.assertEqual(done.returncode, code, done.stderr)


if __name__ == "__main__":
    unittest.main()
