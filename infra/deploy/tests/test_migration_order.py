import subprocess
import tempfile
import unittest

from cloud import SCRIPTS
from test_changed_services import Repository

CHECK = SCRIPTS.parent.parent / ".ci/check-migrations"
FOLDER = "order-service/src/main/resources/db/migration"


class MigrationOrderTests(unittest.TestCase):
    """Tests .ci/check-migrations, which the gate runs."""

    def setUp(self):
        self.repository = Repository(self.enterContext(tempfile.TemporaryDirectory()))
        self.repository.commit(f"{FOLDER}/V1__orders.sql", "user-service/src/main/resources/db/migration/V12__later.sql")

    def check(self):
        return subprocess.run([CHECK, self.repository.folder], capture_output=True, text=True)

    def test_numbers_in_their_order_are_accepted(self):
        self.repository.commit(f"{FOLDER}/V9__nine.sql")
        self.repository.commit(f"{FOLDER}/V10__ten.sql")
        self.assertEqual(self.check().returncode, 0)

    def test_migrations_of_one_commit_have_an_order_by_number(self):
        self.repository.commit(f"{FOLDER}/V2__two.sql", f"{FOLDER}/V10__ten.sql")
        self.assertEqual(self.check().returncode, 0)

    def test_a_number_that_was_taken_on_a_branch_is_too_low_after_the_merge(self):
        self.repository.git("checkout", "--quiet", "-b", "branch")
        self.repository.commit(f"{FOLDER}/V2__branch.sql")
        self.repository.git("checkout", "--quiet", "main")
        self.repository.commit(f"{FOLDER}/V3__main.sql")
        self.repository.git("merge", "--quiet", "--no-edit", "branch")
        checked = self.check()
        self.assertEqual(checked.returncode, 1)
        self.assertIn("V2__branch.sql was added after V3__main.sql", checked.stderr)

    def test_a_new_number_mends_it(self):
        self.repository.commit(f"{FOLDER}/V3__main.sql")
        self.repository.commit(f"{FOLDER}/V2__late.sql")
        self.repository.git("mv", f"{FOLDER}/V2__late.sql", f"{FOLDER}/V4__late.sql")
        self.repository.git("commit", "--quiet", "--message", "Renumber")
        self.assertEqual(self.check().returncode, 0)


if __name__ == "__main__":
    unittest.main()
