import unittest
from unittest.mock import patch

from cloud import CLUSTER, LIST, CloudTest

try:
    from moto.rds.models import DBInstance
except ImportError:
    pass  # the tests are skipped

DATABASE = "stage-ecommerce-db"
WITH_DATABASE = [one["name"] for one in LIST["services"] if "database" in one]


class RestoreTests(CloudTest):
    """A drill of the restore. moto keeps no data and no log, so only what becomes of the instances is tested."""

    def setUp(self):
        super().setUp()
        self.rds = self.client("rds")
        ec2 = self.client("ec2")
        subnets = [one["SubnetId"] for one in ec2.describe_subnets()["Subnets"]][:2]
        self.rds.create_db_subnet_group(DBSubnetGroupName="stage-ecommerce-db", DBSubnetGroupDescription="of a test", SubnetIds=subnets)
        self.rds.create_db_parameter_group(
            DBParameterGroupName="stage-ecommerce-postgres15", DBParameterGroupFamily="postgres15", Description="of a test")
        self.group = ec2.create_security_group(GroupName="stage-ecommerce-db-sg", Description="of a test")["GroupId"]
        self.client("secretsmanager").create_secret(Name=f"{DATABASE}-master-password", SecretString="of-today")
        self.rds.create_db_instance(
            DBInstanceIdentifier=DATABASE, Engine="postgres", DBInstanceClass="db.t3.small", AllocatedStorage=20, DBName="ecommerce",
            MasterUsername="dbadmin", MasterUserPassword="of-a-test", DBSubnetGroupName="stage-ecommerce-db",
            DBParameterGroupName="stage-ecommerce-postgres15", VpcSecurityGroupIds=[self.group])

    def restore(self, *arguments, **options):
        return self.run_script("restore-database", DATABASE, *arguments, **options)

    def instance(self, name):
        (found,) = self.rds.describe_db_instances(DBInstanceIdentifier=name)["DBInstances"]
        return found

    def assert_settings_are_kept(self):
        restored = self.instance(f"{DATABASE}-restored")
        self.assertEqual(restored["DBSubnetGroup"]["DBSubnetGroupName"], "stage-ecommerce-db")
        self.assertEqual(restored["DBParameterGroups"][0]["DBParameterGroupName"], "stage-ecommerce-postgres15")
        self.assertEqual([one["VpcSecurityGroupId"] for one in restored["VpcSecurityGroups"]], [self.group])

    def test_a_point_in_time_has_the_settings_and_the_security_group_of_the_first_instance(self):
        self.restore("--to", "2026-11-28T14:05:00Z")

        self.assert_settings_are_kept()

    def test_a_snapshot_too(self):
        self.rds.create_db_snapshot(DBInstanceIdentifier=DATABASE, DBSnapshotIdentifier="before-update")
        self.restore("--snapshot", "before-update")

        self.assert_settings_are_kept()

    def test_the_restored_instance_gets_the_master_password_of_today(self):
        passwords = []
        modify = DBInstance.update

        def update(instance, **changes):
            passwords.append((instance.db_instance_identifier, changes.get("master_user_password")))
            modify(instance, **changes)

        self.enterContext(patch.object(DBInstance, "update", update))
        self.restore("--latest")

        self.assertEqual(passwords, [(f"{DATABASE}-restored", "of-today")])

    def create_shop(self):
        for name in WITH_DATABASE:
            self.create_service(name)
        self.create_service("api-gateway")
        self.register("database-administration", self.image("user-service", "0"))
        self.ecs.update_service(cluster=CLUSTER, service="user-service", desiredCount=2)

    def names(self):
        return {one["DBInstanceIdentifier"] for one in self.rds.describe_db_instances()["DBInstances"]}

    def tasks(self):
        return {name: self.service(name)["desiredCount"] for name in [*WITH_DATABASE, "api-gateway"]}

    def test_a_swap_gives_the_name_to_the_restored_instance_and_starts_as_many_tasks_as_before(self):
        self.create_shop()
        before = self.tasks()
        self.restore("--latest")
        restored = self.instance(f"{DATABASE}-restored")["DbiResourceId"]
        commands = self.restore("--swap", CLUSTER)

        self.assertEqual(len(self.names()), 2)
        self.assertEqual(self.instance(DATABASE)["DbiResourceId"], restored)
        self.assertEqual(self.tasks(), before)
        self.assertIn(f"terraform import module.shop.module.database.aws_db_instance.this {DATABASE}", commands)
        # The logins and schemas in the backup are of the time to which it was restored.
        self.assertEqual(
            [family for family, _, _ in self.rollouts.tasks], ["database-administration", *(f"{name}-migration" for name in WITH_DATABASE)])
        self.assertNotIn("api-gateway", self.log, "what needs no database goes on")

    def test_a_restored_database_that_does_not_answer_is_taken_back(self):
        self.create_shop()
        before, first = self.tasks(), self.instance(DATABASE)["DbiResourceId"]
        self.restore("--latest")
        self.rollouts.exit_codes["database-administration"] = 1
        self.assertEqual(self.restore("--swap", CLUSTER, status=1), "")

        self.assertEqual(self.names(), {DATABASE, f"{DATABASE}-restored"})
        self.assertEqual(self.instance(DATABASE)["DbiResourceId"], first)
        self.assertEqual(self.tasks(), before)

    def test_a_swap_without_a_restored_instance_changes_nothing(self):
        self.create_shop()
        before = self.tasks()
        self.restore("--swap", CLUSTER, status=1)

        self.assertEqual(self.tasks(), before)
        self.assertEqual(self.instance(DATABASE)["DBInstanceStatus"], "available")


if __name__ == "__main__":
    unittest.main()
