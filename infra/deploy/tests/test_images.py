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

    def test_an_image_that_is_not_there_is_no_error_and_anything_else_is(self):
        self.run_script("image-digest", "order-service", "a" * 40, status=1)
        self.assertEqual(self.log, "")
        self.ecr.delete_repository(repositoryName="ecommerce/order-service")
        self.run_script("image-digest", "order-service", "a" * 40, status=4)

    def test_a_release_takes_the_newest_image_of_each_service(self):
        first = self.repository.commit("pom.xml")
        self.push(first, *SERVICES)
        second = self.repository.commit("order-service/pom.xml")
        self.push(second, "order-service")
        self.repository.commit("docs/x.md")
        last = self.repository.git("rev-parse", "HEAD")
        self.repository.commit("order-service/src/main/x")
        later = self.repository.git("rev-parse", "HEAD")
        self.push(later, "order-service")

        images = dict(
            line.split() for line in self.run_script("release-images", last, cwd=self.repository.folder).splitlines())

        self.assertEqual(list(images), SERVICES)
        self.assertEqual(images["user-service"], self.digest("user-service", first))
        self.assertEqual(images["order-service"], self.digest("order-service", second))

    def test_a_service_that_changed_after_its_newest_image_stops_the_release(self):
        self.push(self.repository.commit("pom.xml"), *SERVICES)
        self.repository.commit("order-service/pom.xml")

        self.run_script("release-images", cwd=self.repository.folder, status=1)
        self.assertIn("for order-service: deploy it to staging first", self.log)


class LastDeployedTests(unittest.TestCase):

    def last_deployed(self, *states):
        folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        nodes = [{"commitOid": commit, "state": state} for commit, state in states]
        answer = {"data": {"repository": {"deployments": {"nodes": nodes}}}}
        gh = folder / "gh"
        gh.write_text(f"#!/bin/sh\nprintf '%s ' \"$@\" >{folder}/asked\ncat <<'END'\n{json.dumps(answer)}\nEND\n")
        gh.chmod(gh.stat().st_mode | stat.S_IXUSR)
        environment = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "GITHUB_REPOSITORY": "someone/shop"}
        printed = subprocess.run(
            [SCRIPTS / "last-deployed", "stage"], env=environment, check=True, capture_output=True, text=True).stdout
        asked = (folder / "asked").read_text()
        self.assertIn("owner=someone", asked)
        self.assertIn("name=shop", asked)
        self.assertIn("environment=stage", asked)
        return printed.strip()

    def test_deploys_that_failed_or_go_on_do_not_count(self):
        self.assertEqual(
            self.last_deployed(("c", "IN_PROGRESS"), ("b", "FAILURE"), ("a", "ACTIVE"), ("0", "INACTIVE")), "a")

    def test_before_the_first_there_is_none(self):
        self.assertEqual(self.last_deployed(("c", "IN_PROGRESS")), "")


if __name__ == "__main__":
    unittest.main()
