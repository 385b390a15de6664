"""The summary of a release, in Markdown."""

from collections.abc import Iterable
from dataclasses import dataclass

from deployment.ecs import short
from deployment.outcome import Outcome, Result
from deployment.service_list import Service


@dataclass
class ReleasedService:
    """A service of a release: the image that it gets, the task definition from before, and what has become of it."""

    service: Service
    image: str
    before: str
    result: Result

    @property
    def name(self) -> str:
        return self.service.name

    @property
    def outcome(self) -> Outcome:
        return self.result.outcome


def report(services: Iterable[ReleasedService], cluster: str, region: str, base_url: str | None) -> str:
    """Returns a table with the result of each service and links to the consoles."""
    lines = ["", "| service | | runs | image |", "| --- | --- | --- | --- |"]
    for one in services:
        console = f"https://{region}.console.aws.amazon.com/ecs/v2/clusters/{cluster}/services/{one.name}/deployments?region={region}"
        runs = short(one.result.runs) if one.result.runs else "?"
        lines.append(f"| [{one.name}]({console}) | {one.outcome.text} | {runs} | {one.image.rsplit('/', 1)[-1]} |")
    if base_url:
        lines += ["", f"Shop: {base_url} · [API]({base_url}/swagger-ui/index.html)"]
    return "\n".join(lines) + "\n"
