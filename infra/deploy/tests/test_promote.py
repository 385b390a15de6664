import hashlib
import json
import os
import tempfile
import unittest
from pathlib import Path

from cloud import CloudTest

COMMIT = "c" * 40
BUILT_FROM = "a" * 40
ATTESTED = ("--attested-by", "owner/name")
REGISTRY = "123456789012.dkr.ecr.us-east-1.amazonaws.com"

# Copies by the API of ECR, and refuses like skopeo what isn't there.
SKOPEO = r"""
from=${4#docker://*/} to=${5#docker://*/}
manifest=$(aws ecr batch-get-image --repository-name "${from%@*}" --image-ids "imageDigest=${from#*@}" \
  --query 'images[0].imageManifest' --output text)
aws ecr put-image --repository-name "${to%:*}" --image-tag "${to##*:}" --image-manifest "$manifest" >/dev/null
"""


class PromotionTests(CloudTest):

    def setUp(self):
        super().setUp()
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        for namespace in ("ecommerce", "ecommerce-production"):
            self.ecr.create_repository(repositoryName=f"{namespace}/order-service", imageTagMutability="IMMUTABLE")
        self.fake("skopeo", SKOPEO)
        self.fake("gh", "")
        self.digest = self.push("ecommerce/order-service", BUILT_FROM)
        self.image = f"{REGISTRY}/ecommerce/order-service@{self.digest}"

    def push(self, repository, tag):
        """Stores an image that differs from those with other tags. Returns its digest."""
        layer = {"digest": "sha256:" + hashlib.sha256(tag.encode()).hexdigest(), "size": 1}
        manifest = {"schemaVersion": 2, "mediaType": "application/vnd.docker.distribution.manifest.v2+json", "layers": [layer]}
        put = self.ecr.put_image(repositoryName=repository, imageManifest=json.dumps(manifest), imageTag=tag)
        return put["image"]["imageId"]["imageDigest"]

    def fake(self, command, script):
        file = self.folder / command
        file.write_text(f"#!/bin/bash\nset -euo pipefail\nprintf '%s\\n' \"$*\" >>{self.folder}/{command}.asked\n{script}")
        file.chmod(0o755)

    def asked(self, command):
        file = self.folder / f"{command}.asked"
        return file.read_text().splitlines() if file.exists() else []

    def environment(self):
        given = super().environment()
        return {**given, "PATH": f"{self.folder}:{given['PATH']}"}

    def promote(self, *arguments, origin=("--unattested",), image=None, built_from=BUILT_FROM, status=0):
        lines = f"order-service {image or self.image} {built_from}\n"
        options = ("--to", "ecommerce-production", "--tag", COMMIT, *origin, *arguments)
        return self.run_script("promote-images", *options, stdin=lines, status=status)

    def promoted(self):
        images = self.ecr.describe_images(repositoryName="ecommerce-production/order-service")["imageDetails"]
        return [(one["imageDigest"], one["imageTags"]) for one in images]

    def test_a_copy_keeps_the_digest_and_gets_the_tag_of_the_release(self):
        copy = self.promote()
        self.assertEqual(copy, f"order-service {REGISTRY}/ecommerce-production/order-service@{self.digest}\n")
        self.assertEqual(self.promoted(), [(self.digest, [COMMIT])])

    def test_an_image_that_production_has_is_not_copied_again(self):
        self.assertEqual(self.promote(), self.promote())
        self.assertEqual(len(self.asked("skopeo")), 1)

    def test_an_image_of_an_earlier_release_gets_the_tag_too(self):
        """Terraform finds the first images of an environment by it, also after a first attempt with another commit."""
        self.promote()
        self.promote("--tag", "d" * 40)
        self.assertEqual([(digest, sorted(tags)) for digest, tags in self.promoted()], [(self.digest, [COMMIT, "d" * 40])])

    def test_a_tag_that_another_image_has_stops_the_release(self):
        self.push("ecommerce-production/order-service", COMMIT)
        self.assertEqual(self.promote(status=1), "")
        self.assertIn("is another image", self.log)

    def test_an_image_needs_the_attestation_of_its_workflow_branch_and_commit(self):
        self.promote(origin=ATTESTED)
        (asked,) = self.asked("gh")
        self.assertIn(f"attestation verify oci://{self.image} --repo owner/name", asked)
        self.assertIn("--signer-workflow owner/name/.github/workflows/images.yml --source-ref refs/heads/stage", asked)
        self.assertIn(f"--source-digest {BUILT_FROM}", asked)

    def test_a_release_says_whether_images_need_an_attestation(self):
        for origin in ((), ("--attested-by", ""), (*ATTESTED, "--unattested")):
            self.assertEqual(self.promote(origin=origin, status=2), "")
        self.assertEqual((self.asked("gh"), self.promoted()), ([], []))

    def test_an_image_without_attestation_is_not_copied(self):
        self.fake("gh", "exit 1\n")
        self.assertEqual(self.promote(origin=ATTESTED, status=1), "")
        self.assertIn("no attestation", self.log)
        self.assertEqual(self.promoted(), [])

    def test_an_image_that_was_built_from_another_commit_than_its_tag_says_is_not_copied(self):
        self.fake("gh", f'[[ " $* " == *" --source-digest {"b" * 40} "* ]]\n')
        self.assertEqual(self.promote(origin=ATTESTED, status=1), "")
        self.assertIn(f"built it from {BUILT_FROM}", self.log)
        self.assertEqual(self.promoted(), [])
        self.promote(origin=ATTESTED, built_from="b" * 40)

    def test_an_image_without_its_commit_is_not_verified(self):
        self.assertEqual(self.promote(origin=ATTESTED, built_from="", status=1), "")
        self.assertEqual((self.asked("gh"), self.promoted()), ([], []))

    def test_a_copy_with_another_digest_stops_the_release(self):
        self.fake("skopeo", "")
        self.assertEqual(self.promote(status=1), "")
        self.assertIn("another digest", self.log)

    def test_only_an_image_of_the_service_by_digest_is_copied(self):
        for image in (f"{REGISTRY}/ecommerce/order-service:latest", self.image.replace("order-service", "user-service")):
            self.promote(image=image, status=1)
        self.assertEqual(self.promoted(), [])


class BaseImageTests(CloudTest):

    def test_each_base_image_is_resolved_to_its_digest(self):
        with tempfile.TemporaryDirectory() as folder:
            docker = Path(folder) / "docker"
            docker.write_text('#!/bin/bash\n[[ $1 == buildx ]] && echo "{\\"digest\\": \\"sha256:$(sha256sum <<<"${@: -1}" | cut -c-64)\\"}"\n')
            docker.chmod(0o755)
            path = f"{folder}:{os.environ['PATH']}"
            self.environment = lambda: {**os.environ, "PATH": path}
            lines = dict(line.split("=", 1) for line in self.run_script("base-images").splitlines())
            docker.write_text("#!/bin/bash\nexit 1\n")
            self.run_script("base-images", status=1)
        self.assertEqual(sorted(lines), ["ALERTMANAGER_IMAGE", "GRAFANA_IMAGE", "JDK_IMAGE", "JRE_IMAGE", "PROMETHEUS_IMAGE"])
        for image in lines.values():
            self.assertRegex(image, r"^[a-z/-]+:[\w.-]+@sha256:[0-9a-f]{64}$")
        self.assertTrue(lines["JRE_IMAGE"].startswith("eclipse-temurin:25-jre@"))


if __name__ == "__main__":
    unittest.main()
