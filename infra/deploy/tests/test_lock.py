import json
import signal
import sys
import unittest

from cloud import SCRIPTS, CloudTest

BUCKET, KEY = "some-bucket", "stage/terraform.tfstate.tflock"


class LockTests(CloudTest):

    def setUp(self):
        super().setUp()
        self.s3 = self.client("s3")
        self.s3.create_bucket(Bucket=BUCKET)

    def locked(self, *command, wait="0", **options):
        return self.run_script("locked", "--wait", wait, BUCKET, "stage", *command, **options)

    def held(self):
        return [one["Key"] for one in self.s3.list_objects_v2(Bucket=BUCKET).get("Contents", [])]

    def hold(self):
        self.s3.put_object(Bucket=BUCKET, Key=KEY, Body=json.dumps({"ID": "1", "Operation": "OperationTypeApply", "Who": "alice@laptop"}))

    def test_the_command_runs_under_the_lock_and_gets_its_input(self):
        printed = self.locked("bash", "-c", f"aws s3api get-object --bucket {BUCKET} --key {KEY} /dev/stderr >/dev/null; cat", stdin="images")
        self.assertEqual(printed, "images")
        lock = json.loads(self.log)
        self.assertEqual((lock["Operation"], lock["Path"]), ("bash", f"{BUCKET}/stage/terraform.tfstate"))
        self.assertEqual(self.held(), [])

    def test_the_exit_code_of_the_command_is_kept(self):
        self.locked("bash", "-c", "exit 3", status=3)
        self.assertEqual(self.held(), [])

    def test_nothing_runs_while_somebody_else_has_the_lock(self):
        self.hold()
        self.assertEqual(self.locked("echo", "started", status=4), "")
        self.assertIn("held by alice@laptop (OperationTypeApply, 1)", self.log)
        self.assertEqual(self.held(), [KEY])

    def test_the_command_starts_when_the_lock_is_free(self):
        self.hold()
        process = self.start("locked", "--wait", "60", BUCKET, "stage", "echo", "started")
        self.assertIn("Waiting for the lock", process.stderr.readline())
        self.s3.delete_object(Bucket=BUCKET, Key=KEY)
        self.assertEqual(process.communicate(timeout=60)[0], "started\n")

    def test_an_interruption_reaches_the_command_and_the_lock_is_given_back(self):
        program = """import signal, sys
signal.signal(signal.SIGTERM, lambda *_: sys.exit("interrupted"))
print("begun", flush=True)
signal.pause()"""
        process = self.start("locked", BUCKET, "stage", sys.executable, "-c", program)
        self.assertEqual(process.stdout.readline(), "begun\n")
        process.send_signal(signal.SIGINT)
        self.assertIn("interrupted", process.communicate(timeout=60)[1])
        self.assertEqual((process.returncode, self.held()), (1, []))

    def test_a_lock_that_somebody_else_has_taken_over_stays(self):
        services = SCRIPTS.parent / "services.json"  # any other document
        self.locked("aws", "s3api", "put-object", "--bucket", BUCKET, "--key", KEY, "--body", str(services))
        self.assertEqual(self.held(), [KEY])


if __name__ == "__main__":
    unittest.main()
