import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from cloud import SCRIPTS

TITLE = "Drift: stage differs from the code"
# Plays Terraform and GitHub's CLI: prints what the test wants, and writes down the calls.
TERRAFORM = '#!/bin/sh\necho "$PLAN"\nexit "$CODE"\n'
GH = '#!/bin/sh\nprintf "%s\\n" "$*" >>"$CALLS"\nif [ "$2" = list ]; then echo "$ISSUES"; fi\n'


class DriftTests(unittest.TestCase):
    """Tests report-drift, which turns a plan into an issue."""

    def report(self, code, issues=(), status=0, plan="~ aws_lb.this will be updated in-place"):
        folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        for name, text in (("terraform", TERRAFORM), ("gh", GH)):
            (folder / name).write_text(text)
            (folder / name).chmod(0o755)
        calls = folder / "calls"
        calls.touch()
        environment = os.environ | {
            "PATH": f"{folder}:{os.environ['PATH']}", "PLAN": plan, "CODE": str(code), "CALLS": str(calls), "ISSUES": json.dumps(issues)}
        done = subprocess.run([SCRIPTS / "report-drift", "stage"], env=environment, capture_output=True, text=True)
        self.assertEqual(done.returncode, status, done.stderr)
        return calls.read_text()

    def test_a_difference_opens_an_issue_with_the_plan(self):
        calls = self.report(code=2, issues=[{"number": 4, "title": f"Not {TITLE}"}])

        self.assertIn(f"issue create --title {TITLE}", calls)
        self.assertIn("aws_lb.this will be updated", calls)

    def test_a_difference_that_lasts_updates_the_issue(self):
        calls = self.report(code=2, issues=[{"number": 7, "title": TITLE}])

        self.assertIn("issue edit 7", calls)
        self.assertNotIn("issue create", calls)

    def test_the_issue_is_closed_when_there_is_no_difference(self):
        self.assertIn("issue close 7", self.report(code=0, issues=[{"number": 7, "title": TITLE}]))
        self.assertNotIn("issue close", self.report(code=0))

    def test_a_plan_that_fails_fails_the_job_and_reports_nothing(self):
        self.assertEqual(self.report(code=1, status=1), "")

    def test_a_long_plan_fits_into_an_issue(self):
        self.assertLess(len(self.report(code=2, plan="x" * 100_000)), 65_536)


if __name__ == "__main__":
    unittest.main()
