"""Checks that an alert of Prometheus' task reaches the topic of CloudWatch's alarms: runs Alertmanager with the task's variables."""

import json
import os
import shutil
import socket
import subprocess
import time

import pytest
from conftest import REPOSITORY, client
from staging import variables

ALERTMANAGER = shutil.which("prometheus-alertmanager") or shutil.which("alertmanager")


@pytest.fixture
def alertmanager(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"127.0.0.1:{server.getsockname()[1]}"
    environment = os.environ | variables("prometheus") | {
        "ALERTMANAGER": str(ALERTMANAGER), "ALERTMANAGER_CONFIG": str(tmp_path / "alertmanager.yml"), "SNS_URL": os.environ["AWS_ENDPOINT_URL"],
    }  # fmt: skip
    folder = shutil.copytree(REPOSITORY / "infra/monitoring/alertmanager", tmp_path / "shipped")
    routes = folder / "routes.yml"
    routes.write_text(routes.read_text().replace("group_wait: 30s", "group_wait: 1s"))
    process = subprocess.Popen([folder / "start", f"--storage.path={tmp_path}", f"--web.listen-address={address}"], env=environment)
    yield f"http://{address}"
    process.terminate()
    process.wait()


def queue_of(topic: str) -> str:
    sqs = client("sqs")
    url = sqs.create_queue(QueueName=topic.split(":")[-1])["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    client("sns").subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn)
    return url


def fire(alertmanager: str, name: str) -> None:
    """Repeats until Alertmanager has started."""
    for _ in range(100):
        if subprocess.run(["amtool", f"--alertmanager.url={alertmanager}", "alert", "add", name, "service=order-service"], capture_output=True).returncode == 0:
            return
        time.sleep(0.1)
    pytest.fail("Alertmanager doesn't accept alerts")


def arrived(queue: str) -> dict:
    messages = client("sqs").receive_message(QueueUrl=queue, WaitTimeSeconds=20).get("Messages", [])
    assert messages, "no message arrived"
    return json.loads(messages[0]["Body"])


@pytest.mark.skipif(ALERTMANAGER is None, reason="Alertmanager isn't installed")
def test_the_heartbeat_and_alerts_reach_their_topics(alertmanager):
    heartbeat, alarms = (queue_of(variables("prometheus")[name]) for name in ("HEARTBEAT_TOPIC", "ALERT_TOPIC"))
    fire(alertmanager, "Watchdog")
    assert "Watchdog" in arrived(heartbeat)["Message"]
    fire(alertmanager, "ServiceGone")
    assert "ServiceGone" in arrived(alarms)["Message"]
