import re
import signal
import subprocess
import tempfile
import time
import unittest
import unittest.mock
from pathlib import Path

from cloud import CLUSTER, MODULES, SCRIPTS, SERVICES, CloudTest
from fake_shop import FakeShop


class ReleaseTests(CloudTest):

    def setUp(self):
        super().setUp()
        self.services = ["api-gateway", "cloud-config", "order-service"]
        for name in self.services:
            self.create_service(name)
        self.rollouts.looks_until_done = 0
        self.summary = Path(self.enterContext(tempfile.TemporaryDirectory())) / "summary.md"

    def release(self, *arguments, letter="1", status=0):
        lines = "".join(f"{name} {self.image(name, letter)} {'c' * 40}\n" for name in self.services)
        return self.run_script(
            "release", "--cluster", CLUSTER, "--timeout", "90", "--summary", self.summary, *arguments,
            stdin=lines, status=status)

    def assert_running(self, letter):
        self.assertEqual(
            {name: self.running_image(name) for name in self.services},
            {name: self.image(name, letter) for name in self.services})

    def begun(self):
        return [name for name, _ in self.rollouts.begun]

    def test_services_are_deployed_in_waves_with_the_gateway_last(self):
        with FakeShop() as shop:
            self.release("--smoke-test", shop.url)

        self.assert_running("1")
        self.assertEqual(self.begun(), ["cloud-config", "order-service", "api-gateway"])
        self.assertIn("| deployed | order-service:2 | order-service@sha256:1111", self.summary.read_text())

    def test_a_failed_service_rolls_back_the_earlier_ones(self):
        self.rollouts.outcomes[self.image("order-service", "1")] = "fails"
        self.release(status=1)

        self.assert_running("0")
        self.assertNotIn("api-gateway", self.begun())
        summary = self.summary.read_text()
        self.assertIn("| failed, rolled back | order-service:1 |", summary)
        self.assertIn("| rolled back | cloud-config:1 |", summary)
        self.assertIn("| not started | api-gateway:1 |", summary)

    def test_a_failed_smoke_test_rolls_back_in_reverse_order(self):
        with FakeShop(broken="/api/orders") as shop:
            with self.patience(0):
                self.release("--smoke-test", shop.url, status=1)

        self.assert_running("0")
        self.assertEqual(self.begun()[3:], ["api-gateway", "order-service", "cloud-config"])
        self.assertIn("FAILED  order-service requires a token", self.log)

    def test_a_gradual_release_stops_at_the_first_alarm(self):
        cloudwatch = self.client("cloudwatch")
        cloudwatch.put_metric_alarm(
            AlarmName="stage-alb-5xx-errors", MetricName="HTTPCode_Target_5XX_Count", Namespace="AWS/ApplicationELB",
            Statistic="Sum", Period=60, Threshold=10, EvaluationPeriods=1, ComparisonOperator="GreaterThanThreshold")

        begin = self.rollouts.begin

        def begin_and_ring(backend, service):
            begin(backend, service)
            if service.name == "order-service":
                cloudwatch.set_alarm_state(AlarmName="stage-alb-5xx-errors", StateValue="ALARM", StateReason="test")

        self.rollouts.begin = begin_and_ring
        self.release("--gradual", "0", "--alarms", "stage-", status=1)

        self.assert_running("0")
        self.assertNotIn("api-gateway", self.begun())
        self.assertIn("Alarms are firing: stage-alb-5xx-errors", self.log)

        self.release("--gradual", "0", "--alarms", "stage-", status=1)
        self.assertIn("Not started, because alarms are firing", self.log)

    def test_a_gradual_release_waits_only_after_waves_that_changed_a_service(self):
        self.release("--gradual", "0")
        self.assertEqual(self.log.count("Watching for 0 s"), 3)
        self.release("--gradual", "0")
        self.assertNotIn("Watching for", self.log)

    def begin(self, *command, until="order-service"):
        """Starts a release, and returns when the rollout of a service has begun."""
        lines = "".join(f"{name} {self.image(name, '1')}\n" for name in self.services)
        process = self.start(*command, "--cluster", CLUSTER, "--timeout", "90", "--summary", self.summary)
        process.stdin.write(lines)
        process.stdin.close()
        process.stdin = None
        while until not in self.begun():
            time.sleep(0.05)
        return process

    def test_an_interruption_rolls_back_only_rollouts_in_progress(self):
        self.rollouts.outcomes[self.image("order-service", "1")] = "hangs"
        process = self.begin("release")
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)

        self.assertEqual(process.returncode, 1)
        self.assertEqual(self.running_image("order-service"), self.image("order-service", "0"))
        self.assertEqual(self.running_image("cloud-config"), self.image("cloud-config", "1"))
        summary = self.summary.read_text()
        self.assertIn("| interrupted, rolling back | order-service:1 |", summary)
        self.assertIn("| deployed | cloud-config:2 |", summary)
        self.assertNotIn("api-gateway", self.begun())

    def test_an_interruption_of_the_rollback_of_all_services_starts_what_remains_of_it(self):
        self.rollouts.outcomes[self.image("api-gateway", "0")] = "hangs"
        with FakeShop(broken="/api/orders") as shop, self.patience(0):
            process = self.begin("release", "--smoke-test", shop.url)
            while self.begun().count("api-gateway") < 2:
                time.sleep(0.05)
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=60)

        self.assertEqual(process.returncode, 1)
        self.assert_running("0")
        self.assertIn("| interrupted, rolling back | api-gateway:1 |", self.summary.read_text())

    def test_an_interruption_ends_the_smoke_test_and_leaves_what_is_complete(self):
        with FakeShop(broken="/api/orders") as shop:
            process = self.begin("release", "--smoke-test", shop.url)
            while not shop.asked:
                time.sleep(0.05)
            process.send_signal(signal.SIGTERM)
            log = process.communicate(timeout=60)[1]

        self.assertEqual(process.returncode, 1)
        self.assertIn("completed ones stay", log)
        self.assert_running("1")

    def test_a_cancelled_workflow_rolls_back_and_gives_the_lock_back_and_a_second_release_waits_for_it(self):
        s3 = self.client("s3")
        s3.create_bucket(Bucket="state")
        self.rollouts.outcomes[self.image("order-service", "1")] = "hangs"
        process = self.begin(SCRIPTS / "locked", "state", "stage", SCRIPTS / "release")
        begun = self.begun()
        refused = ("locked", "--wait", "0", "state", "stage", SCRIPTS / "release", "--cluster", CLUSTER)
        self.run_script(*refused, stdin=f"cloud-config {self.image('cloud-config', '2')}\n", status=4)
        self.assertIn("Not started: the lock of", self.log)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)

        self.assertEqual((process.returncode, s3.list_objects_v2(Bucket="state")["KeyCount"]), (1, 0))
        self.assertEqual(self.begun(), [*begun, "order-service"])
        self.assertEqual(self.running_image("order-service"), self.image("order-service", "0"))

    def test_a_release_that_outlives_its_credentials_says_which_services_need_a_person(self):
        self.rollouts.outcomes[self.image("order-service", "1")] = "hangs"
        process = self.begin("release")
        self.rollouts.credentials_expired = True
        process.communicate(timeout=60)
        self.rollouts.credentials_expired = False

        self.assertEqual(process.returncode, 3)
        summary = self.summary.read_text()
        self.assertIn("| **failed, and the rollback failed** | ? | order-service@", summary)
        self.assertIn("| **the rollback failed** | ? | cloud-config@", summary)
        self.assertIn("| not started | api-gateway:1 |", summary)

    def test_a_service_that_can_not_return_needs_a_person(self):
        self.rollouts.outcomes[self.image("cloud-config", "0")] = "fails"
        self.rollouts.outcomes[self.image("order-service", "1")] = "fails"
        self.release(status=3)

        self.assertIn("| **the rollback failed** | ? | cloud-config@", self.summary.read_text())

    def test_an_image_by_tag_is_refused_before_anything_changes(self):
        self.services.append("user-service")
        self.create_service("user-service")
        self.image = lambda name, letter: f"123456789012.dkr.ecr.us-east-1.amazonaws.com/ecommerce/{name}:latest"
        self.release(status=1)

        self.assertIn("by its digest", self.log)
        self.assertEqual(self.begun(), [])

    def test_a_release_with_a_missing_service_is_refused(self):
        self.services.append("user-service")
        self.release(status=1)
        self.assertEqual(self.begun(), [])

    def test_a_release_that_a_migration_is_missing_for_is_refused(self):
        self.create_service("user-service", migration=False)
        self.services.append("user-service")
        self.release(status=1)
        self.assertIn("no task user-service-migration", self.log)
        self.assertEqual(self.begun(), [])

    def test_a_release_to_a_paused_shop_is_refused(self):
        self.ecs.update_service(cluster=CLUSTER, service="api-gateway", desiredCount=0)
        self.release("--smoke-test", "http://127.0.0.1:9", status=1)
        self.assertIn("the shop is paused", self.log)
        self.assertEqual(self.begun(), [])

    def test_an_empty_release_succeeds(self):
        self.services = []
        self.release()
        self.assertEqual(self.begun(), [])

    def patience(self, seconds):
        """Sets the patience of the smoke test, for a shop that doesn't recover."""
        return unittest.mock.patch.dict("os.environ", SMOKE_TEST_PATIENCE=str(seconds))


class WavesTests(unittest.TestCase):

    ROOT = Path(__file__).resolve().parents[3]

    def test_each_service_and_monitoring_image_is_in_one_wave(self):
        modules = {pom.parent.name for pom in self.ROOT.glob("*/pom.xml")} - {"service-defaults", "system-tests"}
        tools = {path.parent.name for path in self.ROOT.glob("infra/monitoring-images/*/Dockerfile")}
        self.assertEqual(sorted(MODULES), sorted(modules))
        self.assertEqual(sorted(SERVICES), sorted(modules | tools))
        self.assertEqual(SERVICES[-1], "api-gateway")

    def test_the_dockerfile_of_each_service_exists(self):
        for service in SERVICES:
            answer = subprocess.run([SCRIPTS / "build-context", service], check=True, capture_output=True, text=True)
            outputs = dict(line.split("=", 1) for line in answer.stdout.splitlines())
            self.assertTrue((self.ROOT / outputs["file"]).is_file())
            self.assertTrue((self.ROOT / outputs["file"]).is_relative_to(self.ROOT / outputs["context"]))
        self.assertEqual(subprocess.run([SCRIPTS / "build-context", "nobody"], capture_output=True).returncode, 1)

    def test_the_roll_back_workflow_lists_all_services(self):
        workflow = (self.ROOT / ".github/workflows/roll-back.yml").read_text()
        self.assertEqual(sorted(re.findall(r"^          - (\S+)$", workflow, re.MULTILINE)), sorted(SERVICES))


if __name__ == "__main__":
    unittest.main()
