import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from cloud import SCRIPTS

TITLE = "Drift: stage differs from the code"
# Plays Terraform and GitHub's CLI: prints what the test wants, and writes down the calls.
TERRAFORM = '#!/bin/sh\nif [ "$2" = show ]; then cat "$PLAN"; else echo the plan; exit "$CODE"; fi\n'
GH = '#!/bin/sh\nprintf "%s\\n" "$*" >>"$CALLS"\nif [ "$2" = list ]; then echo "$ISSUES"; fi\n'


def change(address, before, after, unknown=None, actions=("update",)):
    return {
        "address": address, "mode": "managed", "type": address.split(".")[-2],
        "change": {"actions": list(actions), "before": before, "after": after, "after_unknown": unknown or {}}}


def revision(image, variable="ecommerce"):
    """A task definition after a release that was rolled back: the newest revision has the image that failed, and AWS's defaults."""
    container = {"name": "order-service", "environment": [{"name": "DB_NAME", "value": "ecommerce"}]}
    newest = {
        "ipc_mode": "", "volume": [{"name": "tmp", "configure_at_launch": False}], "tags": {"Rollout": "failed"},
        "tags_all": {"Environment": "stage", "Rollout": "failed"}, "revision": 8,
        "container_definitions": json.dumps([container | {"image": "failed", "cpu": 0, "volumesFrom": []}])}
    wanted = {
        "ipc_mode": None, "volume": [{"name": "tmp"}], "tags": None, "tags_all": {"Environment": "stage"},
        "container_definitions": json.dumps([container | {"image": image, "environment": [{"name": "DB_NAME", "value": variable}]}])}
    return change("module.shop.aws_ecs_task_definition.this", newest, wanted, unknown={"revision": True}, actions=("delete", "create"))


SERVICE = change(
    "module.shop.aws_ecs_service.this", {"task_definition": "order-service:8", "network_configuration": [{"subnets": ["a"]}]},
    {"network_configuration": [{"subnets": ["a"]}]}, unknown={"task_definition": True, "network_configuration": [{"subnets": [False]}]})
BY_HAND = change("aws_lb.this", {"idle_timeout": 10}, {"idle_timeout": 130})
MOVED = change("aws_lb.this", {"idle_timeout": 130}, {"idle_timeout": 10})


class DriftTests(unittest.TestCase):
    """Tests report-drift, which turns a plan into an issue."""

    def report(self, changes=(), drift=(), issues=(), code=0, status=0):
        folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        for name, text in (("terraform", TERRAFORM), ("gh", GH)):
            (folder / name).write_text(text)
            (folder / name).chmod(0o755)
        calls, plan = folder / "calls", folder / "plan"
        calls.touch()
        plan.write_text(json.dumps({"resource_changes": list(changes), "resource_drift": list(drift)}))
        environment = os.environ | {
            "PATH": f"{folder}:{os.environ['PATH']}", "PLAN": str(plan), "CODE": str(code), "CALLS": str(calls), "ISSUES": json.dumps(issues)}
        done = subprocess.run([SCRIPTS / "report-drift", "stage"], env=environment, capture_output=True, text=True)
        self.assertEqual(done.returncode, status, done.stderr)
        self.log = done.stderr
        return calls.read_text()

    def test_a_change_by_hand_opens_an_issue_with_the_resource_and_its_attribute(self):
        calls = self.report([BY_HAND], [MOVED], issues=[{"number": 4, "title": f"Not {TITLE}"}])

        self.assertIn(f"issue create --title {TITLE}", calls)
        self.assertRegex(calls, "(?s)at AWS.*`aws_lb.this`: idle_timeout")
        self.assertNotIn("not applied", calls)
        self.assertIn("the plan", self.log)

    def test_a_difference_that_lasts_updates_the_issue(self):
        calls = self.report([BY_HAND], [MOVED], issues=[{"number": 7, "title": TITLE}])

        self.assertIn("issue edit 7", calls)
        self.assertNotIn("issue create", calls)

    def test_code_that_nobody_has_applied_is_told_from_a_change_by_hand(self):
        new = change("aws_sns_topic.new", None, {"name": "new"}, actions=("create",))
        calls = self.report([new, change("aws_lb.this", {"idle_timeout": 60, "name": "a"}, {"idle_timeout": 130, "name": "a"})], [
            change("aws_lb.this", {"arn": "a"}, {"arn": "b"})])

        self.assertRegex(calls, "(?s)not applied.*`aws_sns_topic.new`: create\n- `aws_lb.this`: idle_timeout")
        self.assertNotIn("at AWS", calls)

    def test_a_resource_that_somebody_deleted_is_reported(self):
        calls = self.report(
            [change("aws_lb.this", None, {"idle_timeout": 130}, actions=("create",))], [change("aws_lb.this", {}, None, actions=("delete",))])

        self.assertRegex(calls, "(?s)at AWS.*`aws_lb.this`: create")

    def test_what_deployments_and_scaling_change_is_no_difference(self):
        self.assertNotIn("create", self.report([revision("running"), SERVICE], [change("aws_ecs_service.this", {"desired_count": 1}, {"desired_count": 3})]))

    def test_another_variable_of_a_task_is_a_difference_besides_its_image(self):
        self.assertIn("`module.shop.aws_ecs_task_definition.this`: delete and create", self.report([revision("running", variable="other"), SERVICE]))

    def test_the_issue_is_closed_when_there_is_no_difference(self):
        self.assertIn("issue close 7", self.report(issues=[{"number": 7, "title": TITLE}]))
        self.assertNotIn("issue close", self.report())

    def test_a_plan_that_fails_fails_the_job_and_reports_nothing(self):
        self.assertEqual(self.report(code=1, status=1), "")

    def test_many_differences_fit_into_an_issue(self):
        self.assertLess(len(self.report([change(f"aws_lb.number{i}", {}, {"name": "a"}) for i in range(9999)])), 65_536)


if __name__ == "__main__":
    unittest.main()
