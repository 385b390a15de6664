"""Runs a local AWS with moto, and adds rollouts to its ECS, which moto doesn't simulate."""

import functools
import json
import logging
import os
import re
import signal
import subprocess
import sys
import unittest
import urllib.request
from pathlib import Path

import warm_cli
from rollouts import Rollouts

SCRIPTS = Path(__file__).resolve().parent.parent
CLUSTER = "stage-ecommerce-cluster"
REGION = "us-east-1"
LIST = json.loads((SCRIPTS.parent / "services.json").read_text())
SERVICES = [one["name"] for one in sorted(LIST["monitoring"] + LIST["services"], key=lambda one: one["wave"])]
# The package that the commands import from their own folder.
sys.path.append(str(SCRIPTS))
MODULES = [name for name in SERVICES if name not in ("prometheus", "grafana")]

try:
    import boto3
    from moto.server import ThreadedMotoServer
except ImportError:
    moto_is_here = False
else:
    moto_is_here = True

# All tests of a run share one.
WARM_CLI = functools.cache(warm_cli.start)
needs_moto = unittest.skipUnless(moto_is_here, "moto isn't installed here: pip install -r infra/deploy/tests/requirements.txt")


@needs_moto
class CloudTest(unittest.TestCase):
    """Base class of tests against a local AWS of their own. The tests create services, which run revision 1."""

    @classmethod
    def setUpClass(cls):
        os.environ.update(MOTO_ECS_SERVICE_RUNNING="1", AWS_ACCESS_KEY_ID="testing", AWS_SECRET_ACCESS_KEY="testing")
        logging.getLogger("werkzeug").setLevel(logging.ERROR)
        cls.server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
        cls.server.start()
        host, port = cls.server.get_host_and_port()
        cls.endpoint = f"http://{host}:{port}"

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()

    def setUp(self):
        self.rollouts = Rollouts()
        self.rollouts.install()
        self.addCleanup(self.rollouts.uninstall)
        self.ecs = self.client("ecs")
        self.ecr = self.client("ecr")
        urllib.request.urlopen(urllib.request.Request(f"{self.endpoint}/moto-api/reset", method="POST"))
        self.ecs.create_cluster(clusterName=CLUSTER)

    def client(self, name):
        return boto3.client(name, endpoint_url=self.endpoint, region_name=REGION)

    def create_service(self, name, image=None, migration=True):
        """Creates a service as Terraform does. Returns the ARN of its task definition."""
        arn = self.register(name, image or self.image(name, "0"))
        self.ecs.create_service(
            cluster=CLUSTER, serviceName=name, taskDefinition=arn, desiredCount=1, launchType="FARGATE",
            networkConfiguration={"awsvpcConfiguration": self.network()})
        if migration and any(one["name"] == name and "database" in one for one in LIST["services"]):
            self.register(f"{name}-migration", self.image(name, "0"))
        return arn

    def network(self):
        subnet = self.client("ec2").describe_subnets()["Subnets"][0]
        groups = self.client("ec2").describe_security_groups(Filters=[{"Name": "vpc-id", "Values": [subnet["VpcId"]]}])
        return {"subnets": [subnet["SubnetId"]], "securityGroups": [groups["SecurityGroups"][0]["GroupId"]]}

    def register(self, name, image, roles=None):
        roles = roles or f"stage-ecommerce-{name}"
        return self.ecs.register_task_definition(
            family=name,
            requiresCompatibilities=["FARGATE"],
            networkMode="awsvpc",
            cpu="512",
            memory="1024",
            taskRoleArn=f"arn:aws:iam::123456789012:role/{roles}-task",
            executionRoleArn=f"arn:aws:iam::123456789012:role/{roles}-execution",
            runtimePlatform={"cpuArchitecture": "X86_64", "operatingSystemFamily": "LINUX"},
            containerDefinitions=[
                {
                    "name": name,
                    "image": image,
                    "essential": True,
                    "memory": 768,
                    "environment": [{"name": "DB_ENDPOINT", "value": "database:5432"}],
                    "secrets": [{"name": "DB_PASSWORD", "valueFrom": "arn:aws:secretsmanager:us-east-1:123456789012:secret:x"}],
                    "portMappings": [{"containerPort": 8083, "protocol": "tcp"}],
                },
                {"name": "log-router", "memory": 256, "image": "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable"},
            ],
            tags=[{"key": "Environment", "value": "stage"}],
        )["taskDefinition"]["taskDefinitionArn"]

    @staticmethod
    def image(name, letter):
        return f"123456789012.dkr.ecr.{REGION}.amazonaws.com/ecommerce/{name}@sha256:{letter * 64}"

    def service(self, name):
        return self.ecs.describe_services(cluster=CLUSTER, services=[name])["services"][0]

    def definition(self, name):
        """Returns the current task definition of a service."""
        return self.ecs.describe_task_definition(taskDefinition=self.service(name)["taskDefinition"])["taskDefinition"]

    def running_image(self, name):
        return self.definition(name)["containerDefinitions"][0]["image"]

    def environment(self):
        return {
            **os.environ,
            # Prefers the CLI that is installed for this Python, if there is one, because it starts without a version manager.
            "PATH": ":".join(filter(None, [WARM_CLI(), str(Path(sys.executable).parent), os.environ["PATH"]])),
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_ACCESS_KEY_ID": "testing",
            "AWS_SECRET_ACCESS_KEY": "testing",
            "AWS_REGION": REGION,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_EC2_METADATA_DISABLED": "true",
            "DEPLOY_POLL_SECONDS": "0.2",
        }

    def start(self, script, *arguments, **options):
        return subprocess.Popen(
            [SCRIPTS / script, *arguments],
            text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            # SIGINT is ignored if the tests run in the background, and the scripts would inherit that.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
            env=self.environment(), **options)

    def run_script(self, script, *arguments, stdin="", status=0, **options):
        """Runs a script, checks its exit code and returns its output."""
        process = self.start(script, *arguments, **options)
        self.output, self.log = process.communicate(stdin, timeout=300)
        self.assertEqual(process.returncode, status, f"{self.output}\n{self.log}")
        return self.output

    def assert_active_revisions(self, name, *revisions):
        arns = self.ecs.list_task_definitions(familyPrefix=name, status="ACTIVE")["taskDefinitionArns"]
        self.assertEqual(sorted(int(re.search(r":(\d+)$", arn)[1]) for arn in arns), list(revisions))
