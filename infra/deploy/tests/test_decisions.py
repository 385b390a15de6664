import io
import json
import re
import tempfile
import threading
import unittest
from contextlib import redirect_stderr
from pathlib import Path

from cloud import SCRIPTS, SERVICES, needs_moto

try:
    from botocore.exceptions import ClientError, EndpointConnectionError
    from deployment.aws import passes
    from deployment.ecs import Cluster, TaskDefinition, service_state
    from deployment.errors import DeploymentError, Interrupted
    from deployment.interruption import Interruption, Patience
    from deployment.log import say
    from deployment.outcome import Outcome, Result
    from deployment.release import Release, read_images
    from deployment.release_report import ReleasedService, report
    from deployment.service_deployment import check_digest
    from deployment.service_list import Service, ServiceList
    from deployment.shop_health import ShopHealth
except (ImportError, SystemExit):
    pass  # boto3 is missing, and the tests are skipped

DIGEST = "registry/ecommerce/order-service@sha256:" + 64 * "a"


def refusal(code, status=400):
    return ClientError({"Error": {"Code": code}, "ResponseMetadata": {"HTTPStatusCode": status}}, "DescribeServices")


@needs_moto
class ServiceListTests(unittest.TestCase):

    def test_the_waves_have_all_services_and_those_with_a_database(self):
        listed = ServiceList.read()
        self.assertEqual([one.name for one in listed.services], SERVICES)
        self.assertEqual([one for wave in listed.waves() for one in wave], list(listed.services))
        self.assertEqual([{one.wave for one in wave} for wave in listed.waves()], [{number} for number in range(1, 7)])
        self.assertTrue(listed.named("order-service").has_database)
        self.assertFalse(listed.named("api-gateway").has_database)

    def test_services_of_a_wave_may_stand_anywhere_in_the_file(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "services.json"
            services = [{"name": name, "wave": wave} for name, wave in (("a", 2), ("b", 1), ("c", 2))]
            file.write_text(json.dumps({"services": services, "monitoring": [{"name": "m", "wave": 1}]}))
            self.assertEqual([[one.name for one in wave] for wave in ServiceList.read(file).waves()], [["m", "b"], ["a", "c"]])

    def test_an_unknown_service_is_named(self):
        with self.assertRaisesRegex(DeploymentError, "Unknown service 'nobody'"):
            ServiceList.read().named("nobody")

    def test_images_are_read_in_the_order_of_a_release_and_the_commit_is_ignored(self):
        images = read_images(["api-gateway image-1 commit\n", "\n", "cloud-config image-2\n"], ServiceList.read())
        self.assertEqual([(service.name, image) for service, image in images.items()], [("cloud-config", "image-2"), ("api-gateway", "image-1")])
        with self.assertRaises(DeploymentError):
            read_images(["nobody image\n"], ServiceList.read())
        with self.assertRaisesRegex(DeploymentError, "There is no image of order-service"):
            read_images(["order-service\n"], ServiceList.read())


@needs_moto
class DecisionTests(unittest.TestCase):

    def test_only_an_image_by_digest_is_accepted(self):
        check_digest(DIGEST)
        for image in ("registry/order-service:latest", DIGEST[:-1], DIGEST + "a", DIGEST.replace("sha256", "sha512"), ""):
            with self.subTest(image), self.assertRaises(DeploymentError):
                check_digest(image)

    def test_a_rollout_is_current_if_it_is_that_of_the_task_definition(self):
        old = {"id": "1", "status": "ACTIVE", "taskDefinition": "x:1", "runningCount": 1, "desiredCount": 1, "rolloutState": "COMPLETED"}
        new = {"id": "2", "status": "PRIMARY", "taskDefinition": "x:2", "runningCount": 0, "desiredCount": 1}
        events = [{"message": str(number)} for number in range(9)]
        state = service_state({"taskDefinition": "x:2", "desiredCount": 1, "deployments": [old, new], "events": events})
        self.assertEqual((state.current.id, state.current.state, state.events), ("2", "IN_PROGRESS", ("0", "1", "2", "3", "4")))
        self.assertEqual(state.rollout("1").task_definition, "x:1")
        self.assertIsNone(state.rollout("3"))

    def test_a_task_has_the_roles_that_terraform_made_for_it(self):
        def definition(execution, task):
            roles = {"executionRoleArn": f"arn:aws:iam::1:role/{execution}-execution", "taskRoleArn": f"arn:aws:iam::1:role/{task}-task"}
            return TaskDefinition({**roles, "taskDefinitionArn": "x:1", "containerDefinitions": []}, {})

        own = "stage-ecommerce-migration"
        self.assertTrue(definition(own, own).has_roles(own))
        for other in ("prod-ecommerce-migration", "stage-ecommerce", "another-stage-ecommerce-migration"):
            self.assertFalse(definition(own, other).has_roles(own))
            self.assertFalse(definition(other, own).has_roles(own))
        self.assertFalse(TaskDefinition({"taskDefinitionArn": "x:1"}, {}).has_roles(own))
        with self.assertRaisesRegex(DeploymentError, "no container named order-service"):
            definition(own, own).image_of("order-service")

    def test_only_errors_that_may_pass_are_retried(self):
        for error in (refusal("InternalError", 500), refusal("ThrottlingException"), refusal("x", 429), EndpointConnectionError(endpoint_url="x")):
            self.assertTrue(passes(error), error)
        for code in ("ExpiredTokenException", "AccessDeniedException", "ClusterNotFoundException"):
            self.assertFalse(passes(refusal(code)), code)

    def test_a_mistake_in_the_program_needs_a_person_but_does_not_stop_the_rollback(self):
        class Unknown:
            def describe_services(self, **_):
                return {"services": [{"status": "ACTIVE"}]}

        service = ReleasedService(Service("order-service", 1, False), DIGEST, "arn/order-service:1", Result(Outcome.NOT_STARTED, None))
        patience = Patience(Interruption(), 60, 0)
        release = Release(Cluster("stage", Unknown()), [service], patience, ShopHealth(None, None, patience.interruption), None)
        with redirect_stderr(io.StringIO()) as printed:
            self.assertEqual(release.run(), 3)
        self.assertIn("KeyError", printed.getvalue())
        self.assertIs(service.outcome, Outcome.ROLLBACK_FAILED)

    def test_the_summary_links_each_service_and_shows_what_is_not_known(self):
        def released(name, outcome, runs):
            return ReleasedService(Service(name, 1, False), f"registry/ecommerce/{name}@sha256:1", "arn/before:1", Result(outcome, runs))

        services = [released("one", Outcome.DEPLOYED, "arn/one:2"), released("two", Outcome.ROLLBACK_FAILED, None)]
        text = report(services, "stage-cluster", "eu-west-1", "https://shop.example.com")
        self.assertIn("https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/stage-cluster/services/one/deployments?region=eu-west-1", text)
        self.assertIn("| deployed | one:2 | one@sha256:1 |", text)
        self.assertIn("| **failed, and the rollback failed** | ? | two@sha256:1 |", text)
        self.assertIn("[API](https://shop.example.com/swagger-ui/index.html)", text)
        self.assertNotIn("Shop:", report(services, "stage-cluster", "eu-west-1", None))


@needs_moto
class PatienceTests(unittest.TestCase):

    def setUp(self):
        self.interruption = Interruption()

    def patience(self, timeout=60):
        return Patience(self.interruption, timeout, 0)

    def test_a_request_that_gets_no_answer_is_repeated(self):
        answers = iter([refusal("InternalError", 500), EndpointConnectionError(endpoint_url="x"), "answer"])

        def ask():
            answer = next(answers)
            if isinstance(answer, Exception):
                raise answer
            return answer

        self.assertEqual(next(self.patience().answers(ask)), "answer")

    def test_a_refusal_ends_the_wait(self):
        def ask():
            raise refusal("ExpiredTokenException")

        with self.assertRaises(ClientError):
            next(self.patience().answers(ask))

    def test_there_is_no_answer_after_the_timeout(self):
        self.assertEqual(list(self.patience(timeout=0).answers(lambda: "answer")), [])

    def test_an_interruption_ends_pauses_in_all_threads(self):
        ended = []

        def wait():
            try:
                self.interruption.pause(60)
            except Interrupted:
                ended.append(True)

        threads = [threading.Thread(target=wait) for _ in range(3)]
        for thread in threads:
            thread.start()
        self.interruption.interrupt()
        for thread in threads:
            thread.join(30)
        self.assertEqual(ended, [True] * 3)
        with self.assertRaises(Interrupted):
            self.interruption.pause(0)

    def test_a_message_has_the_time_and_one_line(self):
        with redirect_stderr(io.StringIO()) as printed:
            say("order-service: COMPLETED")
        self.assertRegex(printed.getvalue(), r"\A\d\d:\d\d:\d\d  order-service: COMPLETED\n\Z")


class RequirementsTests(unittest.TestCase):

    def test_the_deploy_role_permits_each_request(self):
        policy = (SCRIPTS.parent / "modules/github-oidc/main.tf").read_text()
        for service, module, count in (("ecs", "ecs.py", 8), ("cloudwatch", "shop_health.py", 1)):
            text = (SCRIPTS / "deployment" / module).read_text()
            calls = set(re.findall(rf'self\._{service}\.(?:get_paginator\(")?(\w+)', text)) - {"meta"}
            self.assertEqual(len(calls), count, calls)
            for call in calls:
                self.assertIn(f'"{service}:{call.title().replace("_", "")}"', policy)

    def test_each_package_is_pinned_with_its_hash(self):
        text = (SCRIPTS / "requirements.txt").read_text()
        packages = [line for line in text.splitlines() if line and not line.startswith(("#", " "))]
        self.assertIn("boto3", [line.split("==")[0] for line in packages])
        self.assertEqual(len(re.findall(r"^[\w-]+==[\w.]+ \\\n    --hash=sha256:[0-9a-f]{64}$", text, re.MULTILINE)), len(packages))


if __name__ == "__main__":
    unittest.main()
