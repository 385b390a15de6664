import subprocess
import tempfile
import unittest
from pathlib import Path

from cloud import SCRIPTS

ROOT = SCRIPTS.parent.parent


class MakeEnvTests(unittest.TestCase):
    """Tests infra/docker/make-env, which writes the secrets for Docker Compose."""

    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.env = self.folder / ".env"
        for file in ("docker-compose.yml", "infra/docker/make-env"):
            (self.folder / file).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / file).write_bytes((ROOT / file).read_bytes())

    def run_script(self):
        subprocess.run(["sh", self.folder / "infra/docker/make-env"], check=True, capture_output=True)
        return dict(line.split("=", 1) for line in self.env.read_text().splitlines())

    def test_a_second_run_changes_no_secret(self):
        first = self.run_script()
        self.assertIn("REGISTRY_PASSWORD", first)
        self.assertEqual(self.run_script(), first)
        self.assertEqual(self.env.stat().st_mode & 0o077, 0)

    def test_a_last_line_without_an_end_keeps_its_value(self):
        self.env.write_text("ADMIN_PASSWORD=kept")
        secrets = self.run_script()
        self.assertEqual(secrets["ADMIN_PASSWORD"], "kept")
        self.assertIn("CONFIG_PASSWORD", secrets)


if __name__ == "__main__":
    unittest.main()
