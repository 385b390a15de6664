import hashlib
import json
import os
import stat
import subprocess
import tempfile
import unittest
from pathlib import Path

from cloud import SCRIPTS, SERVICES, CloudTest
from test_changed_services import Repository


class ImageTests(CloudTest):

    def setUp(self):
        super().setUp()
        self.repository = Repository(self.enterContext(tempfile.TemporaryDirectory()))
        for name in SERVICES:
            self.ecr.create_repository(repositoryName=f"ecommerce/{name}", imageTagMutability="IMMUTABLE")

    def push(self, commit, *services):
        for name in services:
            manifest = {"schemaVersion": 2, "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
                        "config": {"digest": "sha256:" + hashlib.sha256((name + commit).encode()).hexdigest()}, "layers": []}
            self.ecr.put_image(repositoryName=f"ecommerce/{name}", imageManifest=json.dumps(manifest), imageTag=commit)

    def digest(self, name, commit):
        images = self.ecr.describe_images(repositoryName=f"ecommerce/{name}", imageIds=[{"imageTag": commit}])
        return f"123456789012.dkr.ecr.us-east-1.amazonaws.com/ecommerce/{name}@{images['imageDetails'][0]['imageDigest']}"

    def test_an_image_is_found_by_its_commit(self):
        self.push("a" * 40, "order-service")
        self.assertEqual(
            self.run_script("image-digest", "order-service", "a" * 40).strip(), self.digest("order-service", "a" * 40))

    def test_a_missing_image_is_not_an_error_but_a_missing_repository_is(self):
        self.run_script("image-digest", "order-service", "a" * 40, status=1)
        self.assertEqual(self.log, "")
        self.ecr.delete_repository(repositoryName="ecommerce/order-service")
        self.run_script("image-digest", "order-service", "a" * 40, status=4)

    def test_a_release_contains_the_newest_image_of_each_service(self):
        first = self.repository.commit("pom.xml")
        self.push(first, *SERVICES)
        second = self.repository.commit("order-service/pom.xml")
        self.push(second, "order-service")
        self.repository.commit("docs/x.md")
        last = self.repository.git("rev-parse", "HEAD")
        self.repository.commit("order-service/src/main/x")
        later = self.repository.git("rev-parse", "HEAD")
        self.push(later, "order-service")

        images = [line.split() for line in self.run_script("release-images", last, cwd=self.repository.folder).splitlines()]

        built = {name: second if name == "order-service" else first for name in SERVICES}
        self.assertEqual(images, [[name, self.digest(name, commit), commit] for name, commit in built.items()])

    def test_a_service_that_changed_after_its_newest_image_stops_the_release(self):
        self.push(self.repository.commit("pom.xml"), *SERVICES)
        self.repository.commit("order-service/pom.xml")

        self.run_script("release-images", "HEAD", "user-service", "cloud-config", cwd=self.repository.folder)
        self.run_script("release-images", "HEAD", cwd=self.repository.folder, status=1)
        self.assertIn("for order-service: deploy it to staging first", self.log)


class GitHub:
    """A fake gh command that returns answers from files and records its arguments."""

    def __init__(self, folder, answers):
        self.folder = Path(folder)
        cases = ""
        for number, (path, answer) in enumerate(answers.items()):
            (self.folder / f"{number}.json").write_text(json.dumps(answer))
            cases += f"  *'{path}'*) file={self.folder}/{number}.json ;;\n"
        gh = self.folder / "gh"
        gh.write_text(
            "#!/bin/bash\nprintf '%s\\n' \"$*\" >>" + f"{self.folder}/asked\n"
            f"case \"$*\" in\n{cases}  *) exit 1 ;;\nesac\n"
            "for last; do :; done\n"
            "if [[ \" $* \" == *' --jq '* ]]; then jq -r \"$last\" \"$file\"; else cat \"$file\"; fi\n")
        gh.chmod(gh.stat().st_mode | stat.S_IXUSR)

    def run(self, script, *arguments):
        environment = {**os.environ, "PATH": f"{self.folder}:{os.environ['PATH']}", "GITHUB_REPOSITORY": "someone/shop"}
        return subprocess.run([SCRIPTS / script, *arguments], env=environment, capture_output=True, text=True, timeout=60)

    @property
    def asked(self):
        return (self.folder / "asked").read_text()


class DeploymentTests(unittest.TestCase):

    def github(self, answers):
        return GitHub(self.enterContext(tempfile.TemporaryDirectory()), answers)

    def last_deployed(self, *states):
        nodes = [{"commitOid": commit, "state": state} for commit, state in states]
        github = self.github({"graphql": {"data": {"repository": {"deployments": {"nodes": nodes}}}}})
        answer = github.run("last-deployed", "stage")
        self.assertEqual(answer.returncode, 0, answer.stderr)
        for expected in ("owner=someone", "name=shop", "environment=stage"):
            self.assertIn(expected, github.asked)
        return answer.stdout.strip()

    def test_failed_and_running_deployments_do_not_count(self):
        self.assertEqual(
            self.last_deployed(("c", "IN_PROGRESS"), ("b", "FAILURE"), ("a", "ACTIVE"), ("0", "INACTIVE")), "a")

    def test_nothing_is_printed_before_the_first_deployment(self):
        self.assertEqual(self.last_deployed(("c", "IN_PROGRESS")), "")

    def test_a_commit_was_deployed_if_any_of_its_deployments_succeeded(self):
        def states(*states):
            return [{"state": state} for state in states]

        list_of_two = [{"id": 11}, {"id": 12}]
        answers = {"deployments?environment=stage&sha=abc": list_of_two, "/11/statuses": states("failure", "in_progress")}
        for last, code in ((("inactive", "success", "in_progress"), 0), (("failure", "in_progress"), 1)):
            github = self.github({"/12/statuses": states(*last), **answers})
            self.assertEqual(github.run("was-deployed", "stage", "abc").returncode, code, last)

    def test_only_an_environment_with_required_reviewers_has_reviewers(self):
        reviewers = {"type": "required_reviewers", "reviewers": [{"type": "User"}]}
        for rules, code in (([{"type": "branch_policy"}, reviewers], 0), ([{"type": "branch_policy"}], 1), ([], 1)):
            answer = self.github({"environments/stage-infra": {"protection_rules": rules}}).run("has-reviewers", "stage-infra")
            self.assertEqual(answer.returncode, code, answer.stderr)
        github = self.github({})
        self.assertEqual(github.run("has-reviewers", "stage-infra").returncode, 4)
        (github.folder / "gh").write_text("#!/bin/bash\necho 'gh: Not Found (HTTP 404)' >&2; exit 1\n")
        self.assertEqual(github.run("has-reviewers", "stage-infra").returncode, 1)

    def test_a_commit_without_a_deployment_was_not_deployed(self):
        github = self.github({"deployments?environment=stage&sha=abc": []})
        answer = github.run("was-deployed", "stage", "abc")
        self.assertEqual(answer.returncode, 1)
        self.assertIn("abc has not been deployed to stage", answer.stderr)


if __name__ == "__main__":
    unittest.main()
