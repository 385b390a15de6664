"""Clients of AWS, and which of its errors pass."""

import os
import sys
from typing import Any

try:
    import boto3
    from botocore.config import Config
    from botocore.exceptions import BotoCoreError, ClientError
except ImportError:
    sys.exit("boto3 is missing: pip install --requirement infra/deploy/requirements.txt")

AWS_ERRORS: tuple[type[Exception], ...] = (BotoCoreError, ClientError)


def client(service: str) -> Any:
    """Returns a client that repeats a request that was throttled or got no answer. Threads may share it."""
    config = Config(retries={"mode": "standard", "total_max_attempts": 5}, connect_timeout=10, read_timeout=30)
    # boto3 itself reads only AWS_DEFAULT_REGION.
    return boto3.client(service, region_name=os.environ.get("AWS_REGION"), config=config)


def passes(error: Exception) -> bool:
    """Returns whether a later request may succeed: not after expired credentials or a missing permission."""
    if not isinstance(error, ClientError):
        return True
    status = int(error.response["ResponseMetadata"]["HTTPStatusCode"])
    return status >= 500 or status == 429 or "Throttling" in error.response["Error"]["Code"]


def code_of(error: Exception) -> str | None:
    """Returns AWS's code of an error; None if there was no answer."""
    return str(error.response["Error"]["Code"]) if isinstance(error, ClientError) else None
