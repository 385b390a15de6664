import unittest

from cloud import CLUSTER, CloudTest

DATABASE = "stage-ecommerce-db"


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

    def test_a_swap_gives_the_name_to_the_restored_instance_and_starts_as_many_tasks_as_before(self):
        self.create_service("order-service")
        self.create_service("api-gateway")
        self.ecs.update_service(cluster=CLUSTER, service="api-gateway", desiredCount=2)
        self.restore("--latest")
        restored = self.instance(f"{DATABASE}-restored")["DbiResourceId"]
        commands = self.restore("--swap", CLUSTER)

        names = {one["DBInstanceIdentifier"] for one in self.rds.describe_db_instances()["DBInstances"]}
        self.assertEqual(len(names), 2)
        self.assertIn(DATABASE, names)
        self.assertEqual(self.instance(DATABASE)["DbiResourceId"], restored)
        self.assertEqual([self.service(name)["desiredCount"] for name in ("order-service", "api-gateway")], [1, 2])
        self.assertIn(f"terraform import module.shop.module.database.aws_db_instance.this {DATABASE}", commands)

    def test_a_swap_without_a_restored_instance_changes_nothing(self):
        self.create_service("order-service")
        self.restore("--swap", CLUSTER, status=1)

        self.assertEqual(self.service("order-service")["desiredCount"], 1)
        self.assertEqual(self.instance(DATABASE)["DBInstanceStatus"], "available")


if __name__ == "__main__":
    unittest.main()
