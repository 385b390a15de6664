"""Errors of deployments."""

from deployment.aws import AWS_ERRORS


class DeploymentError(Exception):
    """A deployment can't go on. The message says why, to a person."""


class Interrupted(Exception):
    """The process got SIGINT or SIGTERM."""


# What ends a deployment, as opposed to a mistake in this program.
FAILURES: tuple[type[Exception], ...] = (DeploymentError, *AWS_ERRORS)
