"""Tests the comparison of an approved plan with a new one. terraform is a stand-in that shows given plans."""

import json
import subprocess
import tempfile
import unittest
from pathlib import Path

APPLY_APPROVED = Path(__file__).parents[1] / "apply-approved"
TERRAFORM = """#!/bin/sh
case $1 in
  plan) ;;
  show) cat "$3" ;;
  apply) : >applied ;;
esac
"""
DEFINITION = "module.shop.module.service[\"order-service\"].aws_ecs_task_definition.this"
DATABASE = "module.shop.module.database.aws_db_instance.this"


def plan(address: str, before: dict | None, after: dict | None, unknown: dict | None = None) -> str:
    """Returns a plan with one change, as 'terraform show -json' prints it."""
    actions = ["create"] if before is None else ["delete"] if after is None else ["update"]
    change = {"actions": actions, "before": before, "after": after, "after_unknown": unknown or {}}
    untouched = {"address": "module.shop.aws_vpc.this", "change": {"actions": ["no-op"], "before": {}, "after": {}, "after_unknown": {}}}
    return json.dumps({"resource_changes": [untouched, {"address": address, "change": change}]})


class ApplyApprovedTests(unittest.TestCase):
    def apply(self, approved: str, now: str) -> subprocess.CompletedProcess[str]:
        """Applies an approved plan, to which the plan of now is compared. Sets self.applied."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder)
            (path / "terraform").write_text(TERRAFORM)
            (path / "terraform").chmod(0o755)
            (path / "approved").write_text(approved)
            (path / "approved.now").write_text(now)
            done = subprocess.run([APPLY_APPROVED, "approved"], cwd=path, env={"PATH": f"{path}:/usr/local/bin:/usr/bin:/bin"},
                                  text=True, capture_output=True, check=False)
            self.applied = (path / "applied").exists()
            return done

    def assert_applied(self, approved: str, now: str) -> None:
        done = self.apply(approved, now)
        self.assertEqual((0, True), (done.returncode, self.applied), done.stderr)

    def assert_refused(self, approved: str, now: str, address: str) -> None:
        done = self.apply(approved, now)
        self.assertEqual((1, False), (done.returncode, self.applied))
        self.assertIn(f"changed since the plan was approved: {address}", done.stdout + done.stderr)

    def test_applies_an_equal_plan(self) -> None:
        same = plan(DATABASE, {"size": 20}, {"size": 30})
        self.assert_applied(same, same)

    def test_refuses_when_a_deployment_has_chosen_another_image(self) -> None:
        def definition(image: str) -> str:
            return plan(DEFINITION, {"container_definitions": json.dumps([{"image": image}])}, {}, {"container_definitions": True})
        self.assert_refused(definition("a"), definition("b"), DEFINITION)

    def test_refuses_another_value_and_another_resource(self) -> None:
        self.assert_refused(plan(DATABASE, {"size": 20}, {"size": 30}), plan(DATABASE, {"size": 25}, {"size": 30}), DATABASE)
        self.assert_refused(plan(DATABASE, {"size": 20}, {"size": 30}), plan(DATABASE, {"size": 20}, {"size": 40}), DATABASE)
        self.assert_refused(plan(DATABASE, {"id": "a"}, None), plan(DATABASE, {"id": "b"}, None), DATABASE)
        self.assert_refused(plan(DATABASE, None, {"size": 20}), plan(DATABASE, {"size": 20}, {"size": 30}), DATABASE)

    def test_ignores_the_order_of_keys_in_a_document(self) -> None:
        self.assert_applied(plan(DEFINITION, {"container_definitions": '[{"image":"a","cpu":1}]'}, {}, {"container_definitions": True}),
                            plan(DEFINITION, {"container_definitions": '[{"cpu":1,"image":"a"}]'}, {}, {"container_definitions": True}))

    def test_ignores_attributes_that_the_plan_leaves_alone(self) -> None:
        def database(restorable: str) -> str:
            return plan(DATABASE, {"size": 20, "restorable": restorable}, {"size": 30, "restorable": restorable}, {"address": False})
        self.assert_applied(database("10:00"), database("10:05"))
        self.assert_applied(plan(DATABASE, {"id": "a", "restorable": "10:00"}, None), plan(DATABASE, {"id": "a", "restorable": "10:05"}, None))


if __name__ == "__main__":
    unittest.main()
