import unittest

from cloud import CLUSTER, CloudTest


class AdministrationTests(CloudTest):

    def setUp(self):
        super().setUp()
        self.create_service("user-service")
        self.register("database-administration", self.image("user-service", "0"))
        self.new = self.image("user-service", "1")

    def administer(self, image=None, **options):
        self.run_script("administer-database", "--cluster", CLUSTER, image or self.new, **options)

    def test_the_logins_are_made_by_a_task_with_the_image(self):
        self.administer()

        self.assertEqual(self.rollouts.tasks, [("database-administration", self.new, [])])
        self.assertEqual(self.rollouts.begun, [])

    def test_a_failure_has_an_exit_code_and_names_the_log(self):
        self.rollouts.exit_codes["database-administration"] = 1
        self.administer(status=1)

        self.assertIn("the log group of user-service", self.log)

    def test_a_new_environment_uses_the_images_that_terraform_has_set(self):
        self.run_script("administer-database", "--cluster", CLUSTER)
        self.run_script("migrate", "--cluster", CLUSTER, "user-service")

        old = self.image("user-service", "0")
        self.assertEqual(
            self.rollouts.tasks, [("database-administration", old, []), ("user-service-migration", old, [])])
        self.run_script("migrate", "--cluster", CLUSTER, "api-gateway", status=1)

    def test_the_image_that_user_service_runs_is_the_default(self):
        self.run_script("deploy", "--cluster", CLUSTER, "user-service", self.new)
        self.run_script("administer-database", "--cluster", CLUSTER)

        self.assertEqual(self.rollouts.tasks[-1][:2], ("database-administration", self.new))

    def test_a_service_that_could_not_start_without_its_schema_starts_after_its_migration(self):
        self.rollouts.outcomes[self.image("user-service", "0")] = "fails"
        self.ecs.update_service(cluster=CLUSTER, service="user-service", forceNewDeployment=True)
        while self.service("user-service")["deployments"][0]["rolloutState"] != "FAILED":
            pass
        self.rollouts.outcomes.clear()
        self.run_script("migrate", "--cluster", CLUSTER, "user-service")

        self.assertIn("another one has begun", self.log)
        self.assertEqual(self.rollouts.begun, [("user-service", "user-service:1")] * 2)

    def test_a_migration_leaves_a_running_service_alone(self):
        self.run_script("migrate", "--cluster", CLUSTER, "user-service")

        self.assertEqual(self.rollouts.begun, [])

    def test_a_revision_with_the_roles_of_another_environment_or_task_does_not_run(self):
        self.register("database-administration", self.new, roles="prod-ecommerce-database-administration")
        self.administer(status=1)
        self.assertIn("other roles", self.log)
        self.register("user-service-migration", self.new, roles="stage-ecommerce-database-administration")
        self.run_script("migrate", "--cluster", CLUSTER, "user-service", status=1)

        self.assertEqual(self.rollouts.tasks, [])

    def test_only_an_image_of_user_service_is_accepted(self):
        self.administer(image=self.image("order-service", "1"), status=1)

        self.assertEqual(self.rollouts.tasks, [])


if __name__ == "__main__":
    unittest.main()
