import json
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

from cloud import MODULES, SCRIPTS, SERVICES

ROOT = SCRIPTS.parent.parent


class Repository:
    """Creates a Git repository for a test."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.git("init", "--quiet", "--initial-branch=main")
        self.commit("README.md", "order-service/src/main/java/Order.java")

    def git(self, *arguments):
        identity = ("-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false")
        return subprocess.run(
            ["git", *identity, *arguments], cwd=self.folder, check=True, capture_output=True, text=True).stdout.strip()

    def commit(self, *paths):
        """Commits a change of the files and returns the commit's id."""
        for path in paths:
            file = self.folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text((file.read_text() if file.exists() else "") + "changed\n")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Change")
        return self.git("rev-parse", "HEAD")


class ChangedServicesTests(unittest.TestCase):

    def setUp(self):
        self.repository = Repository(self.enterContext(tempfile.TemporaryDirectory()))

    def changed(self, *arguments):
        answer = subprocess.run(
            [SCRIPTS / "changed-services", *arguments],
            cwd=self.repository.folder, check=True, capture_output=True, text=True)
        return answer.stdout.split()

    def changed_by(self, *paths, options=()):
        self.repository.commit(*paths)
        return self.changed(*options, "HEAD~1")

    def test_sources_of_the_image_change_the_service(self):
        self.assertEqual(self.changed_by("order-service/src/main/java/Cart.java"), ["order-service"])
        self.assertEqual(self.changed_by("user-service/pom.xml"), ["user-service"])

    def test_services_are_in_the_order_of_a_release(self):
        paths = [f"{name}/pom.xml" for name in ("api-gateway", "user-service", "cloud-config")]
        self.assertEqual(self.changed_by(*paths), ["cloud-config", "user-service", "api-gateway"])

    def test_shared_files_change_all_services(self):
        for path in (
            "pom.xml", "service-defaults/src/main/java/X.java", "infra/docker/Dockerfile", ".mvn/jvm.config",
            "cloud-config/src/main/resources/config/application.yml",
        ):
            with self.subTest(path):
                self.assertEqual(self.changed_by(path), MODULES)

    def test_settings_change_the_service_that_reads_them(self):
        folder = "cloud-config/src/main/resources/config/"
        self.assertEqual(self.changed_by(folder + "api-gateway.yml"), ["cloud-config", "api-gateway"])
        self.assertEqual(self.changed_by(folder + "application-local.yml"), ["cloud-config"])

    def test_tests_count_only_with_the_option(self):
        path = "order-service/src/test/java/OrderTests.java"
        self.assertEqual(self.changed_by(path), [])
        self.assertEqual(self.changed("--tests", "HEAD~1"), ["order-service"])
        self.assertEqual(self.changed_by("service-defaults/testing/src/main/java/X.java"), [])
        self.assertEqual(self.changed("--tests", "HEAD~1"), MODULES)

    def test_configuration_of_the_monitoring_changes_its_image(self):
        for path, service in (
            ("infra/monitoring/alerts/orders.rules.yml", "prometheus"),
            ("infra/monitoring/prometheus/prometheus.yml", "prometheus"),
            ("infra/monitoring-images/prometheus/start", "prometheus"),
            ("infra/monitoring/grafana/dashboards/jvm.json", "grafana"),
            ("infra/monitoring-images/grafana/Dockerfile", "grafana"),
        ):
            with self.subTest(path):
                self.assertEqual(self.changed_by(path), [service])
                self.assertEqual(self.changed("--tests", "HEAD~1"), [])

    def test_each_file_that_a_monitoring_image_copies_changes_the_image(self):
        for dockerfile in ROOT.glob("infra/monitoring-images/*/Dockerfile"):
            copied = re.findall(r"^COPY (?!--from)(.+) \S+$", dockerfile.read_text(), re.MULTILINE)
            self.assertTrue(copied)
            for source in " ".join(copied).split():
                path = ROOT / "infra" / source
                file = next(path.iterdir()) if path.is_dir() else path
                with self.subTest(source):
                    self.assertEqual(self.changed_by(str(file.relative_to(ROOT))), [dockerfile.parent.name])

    def test_the_runbooks_change_the_service_that_shows_them(self):
        self.assertEqual(self.changed_by("docs/runbooks.md"), ["proxy-client"])

    def test_other_files_change_no_service(self):
        paths = ("docs/x.md", "order-service/README.md", "infra/modules/network/main.tf", "system-tests/src/main/java/X.java",
                 ".github/workflows/ci.yml", "order-services/pom.xml", "docs/año.txt",
                 "infra/monitoring/alerts/orders.test.yml", "infra/monitoring/grafana/draw-dashboards")
        self.assertEqual(self.changed_by(*paths), [])
        self.assertEqual(self.changed_by("README.md", options=["--json"]), ["[]"])

    def test_a_moved_file_changes_both_services(self):
        (self.repository.folder / "payment-service").mkdir()
        self.repository.git("mv", "order-service/src/main/java/Order.java", "payment-service/Order.java")
        self.assertEqual(self.changed_by("README.md"), ["payment-service", "order-service"])

    def test_all_commits_of_the_range_count(self):
        self.repository.commit("order-service/pom.xml")
        self.repository.commit("user-service/pom.xml")
        self.assertEqual(self.changed("HEAD~2", "HEAD"), ["user-service", "order-service"])
        self.assertEqual(self.changed("HEAD~2", "HEAD~1"), ["order-service"])

    def test_an_unknown_commit_changes_all_services(self):
        for unknown in ("", "0" * 40, "deadbeef"):
            with self.subTest(unknown):
                self.assertEqual(self.changed(unknown), SERVICES)
        self.assertEqual(json.loads(self.changed("--json", "")[0]), SERVICES)
        self.assertEqual(self.changed("--tests", ""), MODULES)


if __name__ == "__main__":
    unittest.main()
