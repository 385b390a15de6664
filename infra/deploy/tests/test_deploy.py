import signal
import time
import unittest

from cloud import CLUSTER, CloudTest

NAME = "order-service"


class DeployTests(CloudTest):

    def setUp(self):
        super().setUp()
        self.before = self.create_service(NAME)
        self.new = self.image(NAME, "1")

    def deploy(self, image=None, **options):
        return self.run_script("deploy", "--cluster", CLUSTER, "--timeout", "90", NAME, image or self.new, **options)

    def begin(self, status=1):
        """Starts a deployment whose rollout hangs, and returns when it has begun. Its end checks the exit code."""
        self.rollouts.outcomes[self.new] = "hangs"
        process = self.start("deploy", "--cluster", CLUSTER, "--timeout", "90", NAME, self.new)

        def end():
            self.output, self.log = process.communicate(timeout=60)
            self.assertEqual(process.returncode, status, self.log)

        while not self.rollouts.begun:
            time.sleep(0.05)
        return process, end

    def assert_failed(self, revision):
        arn = self.ecs.describe_task_definition(taskDefinition=revision)["taskDefinition"]["taskDefinitionArn"]
        tags = self.ecs.list_tags_for_resource(resourceArn=arn)["tags"]
        self.assertIn({"key": "Rollout", "value": "failed"}, tags)

    def test_the_service_runs_a_new_revision_with_the_image(self):
        printed = self.deploy().strip()

        self.assertEqual(printed, self.service(NAME)["taskDefinition"])
        self.assertTrue(printed.endswith(f"{NAME}:2"), printed)
        self.assertEqual(self.running_image(NAME), self.new)
        self.assertEqual([d["rolloutState"] for d in self.service(NAME)["deployments"]], ["COMPLETED"])

    def test_only_the_image_changes(self):
        before = self.definition(NAME)
        self.deploy()
        after = self.definition(NAME)

        for member in ("taskDefinitionArn", "revision", "registeredAt"):
            before.pop(member, None), after.pop(member, None)
        before["containerDefinitions"][0]["image"] = self.new
        self.assertEqual(before, after)
        tags = self.ecs.list_tags_for_resource(resourceArn=self.service(NAME)["taskDefinition"])["tags"]
        self.assertEqual(tags, [{"key": "Environment", "value": "stage"}])

    def test_the_schema_is_migrated_with_the_same_image_before_the_service_is_updated(self):
        self.deploy()

        self.assertEqual(self.rollouts.tasks, [(f"{NAME}-migration", self.new, [])])
        self.assertEqual(self.rollouts.begun, [(NAME, f"{NAME}:2")])
        self.assert_active_revisions(f"{NAME}-migration", 1, 2)

    def test_a_service_without_a_database_has_no_migration(self):
        self.create_service("api-gateway")
        self.run_script("deploy", "--cluster", CLUSTER, "api-gateway", self.image("api-gateway", "1"))

        self.assertEqual(self.rollouts.tasks, [])

    def test_a_failed_migration_leaves_the_service_unchanged(self):
        self.rollouts.exit_codes[f"{NAME}-migration"] = 1
        printed = self.deploy(status=1).strip()

        self.assertEqual(printed, self.before)
        self.assertEqual(self.rollouts.begun, [])
        self.assert_active_revisions(NAME, 1)
        self.assertIn("exit code 1", self.log)

    def test_a_migration_that_does_not_end_leaves_the_service_unchanged(self):
        self.rollouts.exit_codes[f"{NAME}-migration"] = None
        self.run_script("deploy", "--cluster", CLUSTER, "--timeout", "4", NAME, self.new, status=1)

        self.assertIn("hasn't ended in time", self.log)
        self.assertEqual(self.rollouts.begun, [])

    def test_a_service_whose_migration_terraform_has_not_made_is_not_updated(self):
        self.create_service("user-service", migration=False)
        self.run_script("deploy", "--cluster", CLUSTER, "user-service", self.image("user-service", "1"), status=1)

        self.assertIn("Apply Terraform first", self.log)
        self.assertEqual(self.rollouts.begun, [])

    def test_the_same_image_again_changes_nothing(self):
        first = self.deploy()
        second = self.deploy()

        self.assertEqual(first, second)
        self.assertEqual(len(self.rollouts.begun), 1)
        self.assert_active_revisions(NAME, 1, 2)

    def test_a_failed_rollout_is_rolled_back(self):
        self.rollouts.outcomes[self.new] = "fails"
        printed = self.deploy(status=1).strip()

        self.assertEqual(printed, self.before)
        self.assertEqual(self.service(NAME)["taskDefinition"], self.before)
        self.assertIn("tasks failed to start", self.log)
        self.assert_failed(f"{NAME}:2")

    def test_a_rollout_that_ecs_rolls_back_counts_as_failed(self):
        self.rollouts.outcomes[self.new] = "is undone"
        self.deploy(status=1)

        self.assertEqual(self.service(NAME)["taskDefinition"], self.before)
        self.assertEqual(self.rollouts.begun, [(NAME, f"{NAME}:2"), (NAME, f"{NAME}:1")])
        self.assertEqual(self.rollouts.updates, [(NAME, f"{NAME}:2")], "the rollback is ECS's own")
        self.assertIn("deployment circuit breaker", self.log)
        self.assert_failed(f"{NAME}:2")

    def test_a_rollout_that_times_out_is_rolled_back(self):
        self.rollouts.outcomes[self.new] = "hangs"
        self.run_script("deploy", "--cluster", CLUSTER, "--timeout", "4", NAME, self.new, status=1)

        self.assertIn("not stable in time", self.log)
        self.assertEqual(self.service(NAME)["taskDefinition"], self.before)
        self.assert_failed(f"{NAME}:2")

    def test_a_service_that_somebody_else_has_changed_meanwhile_is_left_alone(self):
        _, end = self.begin(status=3)
        other = self.register(NAME, self.image(NAME, "2"))
        self.ecs.update_service(cluster=CLUSTER, service=NAME, taskDefinition=other)
        end()

        self.assertIn(f"left alone, because it now has {NAME}:3", self.log)
        self.assertEqual(self.service(NAME)["taskDefinition"], other)

    def test_a_deployment_that_outlives_its_credentials_ends_at_once_and_says_that_nothing_was_rolled_back(self):
        _, end = self.begin(status=3)
        self.rollouts.credentials_expired = True
        end()
        self.rollouts.credentials_expired = False

        self.assertIn("ExpiredToken", self.log)
        self.assertIn("ECS refused the rollback", self.log)
        self.assertEqual(self.service(NAME)["taskDefinition"].split("/")[-1], f"{NAME}:2")

    def test_a_failed_rollback_has_its_own_exit_code(self):
        self.rollouts.outcomes[self.new] = "fails"
        self.rollouts.outcomes[self.image(NAME, "0")] = "fails"
        self.deploy(status=3)

    def test_an_interruption_rolls_back(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(number.name):
                self.rollouts.begun.clear()
                process, end = self.begin()
                process.send_signal(number)
                end()

                self.assertEqual(self.service(NAME)["taskDefinition"], self.before)
                self.assert_failed(self.rollouts.begun[0][1])

    def test_an_interruption_during_the_migration_leaves_the_service_unchanged(self):
        self.rollouts.exit_codes[f"{NAME}-migration"] = None
        process = self.start("deploy", "--cluster", CLUSTER, NAME, self.new)
        while not self.rollouts.tasks:
            time.sleep(0.05)
        process.send_signal(signal.SIGTERM)
        printed, log = process.communicate(timeout=60)

        self.assertEqual((process.returncode, printed.strip()), (1, self.before))
        self.assertIn("a migration goes on", log)
        self.assertEqual(self.rollouts.updates, [])

    def test_invalid_arguments_are_refused_before_anything_changes(self):
        self.deploy(image=f"123456789012.dkr.ecr.us-east-1.amazonaws.com/ecommerce/{NAME}:latest", status=1)
        self.assertIn("by its digest", self.log)
        self.run_script("deploy", "--cluster", CLUSTER, "no-service", self.new, status=1)
        self.run_script("deploy", "--cluster", CLUSTER, "user-service", self.new, status=1)
        self.assertIn("no active service user-service", self.log)
        self.run_script("deploy", NAME, self.new, status=2)
        self.run_script("deploy", "--cluster", "", NAME, self.new, status=2)
        self.run_script("deploy", "--cluster", CLUSTER, "--timeout", "soon", NAME, self.new, status=2)

        self.assertEqual(self.rollouts.begun, [])
        self.assert_active_revisions(NAME, 1)


class RollBackTests(CloudTest):

    def setUp(self):
        super().setUp()
        self.create_service(NAME)

    def deploy(self, letter, status=0):
        self.run_script("deploy", "--cluster", CLUSTER, NAME, self.image(NAME, letter), status=status)

    def roll_back(self, *arguments, **options):
        return self.run_script("roll-back", "--cluster", CLUSTER, "--timeout", "90", NAME, *arguments, **options)

    def test_each_call_goes_back_by_one_image(self):
        self.deploy("1")
        self.deploy("2")

        self.roll_back()
        self.assertEqual(self.running_image(NAME), self.image(NAME, "1"))
        self.roll_back()
        self.assertEqual(self.running_image(NAME), self.image(NAME, "0"))
        self.roll_back(status=1)
        self.assertEqual(self.running_image(NAME), self.image(NAME, "0"))

    def test_a_revision_that_failed_or_has_the_same_image_is_skipped(self):
        self.deploy("1")
        self.rollouts.outcomes[self.image(NAME, "2")] = "fails"
        self.deploy("2", status=1)
        self.deploy("3")
        again = self.register(NAME, self.image(NAME, "3"))
        self.ecs.update_service(cluster=CLUSTER, service=NAME, taskDefinition=again)

        self.roll_back()
        self.assertEqual(self.running_image(NAME), self.image(NAME, "1"))

    def test_revisions_are_compared_as_numbers(self):
        for letter in "123456789a":
            self.register(NAME, self.image(NAME, letter))
        self.ecs.update_service(cluster=CLUSTER, service=NAME, taskDefinition=f"{NAME}:11")

        self.roll_back()
        self.assertEqual(self.running_image(NAME), self.image(NAME, "9"))

    def test_a_named_revision_is_selected(self):
        self.deploy("1")
        self.deploy("2")
        self.roll_back(f"{NAME}:1")
        self.assertEqual(self.running_image(NAME), self.image(NAME, "0"))

    def test_a_rollback_that_fails_has_an_exit_code_and_tells_ecs_reason(self):
        self.deploy("1")
        self.rollouts.outcomes[self.image(NAME, "0")] = "fails"
        self.roll_back(status=1)
        self.assertIn("tasks failed to start", self.log)

    def test_an_interruption_does_not_stop_a_rollback(self):
        self.deploy("1")
        self.rollouts.outcomes[self.image(NAME, "0")] = "hangs"
        process = self.start("roll-back", "--cluster", CLUSTER, NAME)
        while len(self.rollouts.begun) < 2:
            time.sleep(0.05)
        process.send_signal(signal.SIGTERM)
        self.assertIn("goes on", process.communicate(timeout=60)[1])

        self.assertEqual(process.returncode, 1)
        self.assertEqual(self.running_image(NAME), self.image(NAME, "0"))


if __name__ == "__main__":
    unittest.main()
