"""Speeds up the AWS CLI: a server process loads the CLI once and forks for each call, because a call is mostly startup time.

It uses the real CLI that is installed for this Python. If the CLI can't be loaded (version 2 has its own Python), the tests use
the one on the path.
"""

import atexit
import gc
import json
import os
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

CLIENT = """\
#!{python} -IS
import array, json, os, socket, struct, sys
server = socket.socket(socket.AF_UNIX)
server.connect({path!r})
call = json.dumps([sys.argv[1:], os.getcwd(), dict(os.environ)]).encode()
server.sendmsg([struct.pack("!I", len(call))], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [0, 1, 2]))])
server.sendall(call)
answer = server.recv(4)
sys.exit(struct.unpack("!i", answer)[0] if len(answer) == 4 else 255)
"""


def start() -> str | None:
    """Starts the server. Returns a folder with an aws command for the path, or None if the CLI can't be loaded."""
    try:
        import awscli.clidriver  # noqa: F401
    except ImportError:
        return None
    folder = tempfile.TemporaryDirectory()
    path = f"{folder.name}/socket"
    server = subprocess.Popen([sys.executable, __file__, path], stdout=subprocess.PIPE, start_new_session=True)
    assert server.stdout
    server.stdout.readline()

    @atexit.register
    def stop():
        server.kill()
        server.wait()
        server.stdout.close()
        folder.cleanup()

    client = Path(folder.name) / "aws"
    client.write_text(CLIENT.format(python=sys.executable, path=path))
    client.chmod(0o755)
    return folder.name


def serve(path: str) -> None:
    import awscli.clidriver

    # Loads the CLI's own commands as well. Otherwise each call would load them.
    awscli.clidriver.create_clidriver()
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(path)
    listener.listen(64)
    print("ready", flush=True)
    while True:
        connection, _ = listener.accept()
        if os.fork() == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            answer(connection, awscli.clidriver.main)
        connection.close()


def answer(connection: socket.socket, main) -> None:
    """Runs one call in its own process, with the caller's arguments, folder, environment and streams."""
    code = 255
    try:
        header, streams, _, _ = socket.recv_fds(connection, 4, 3)
        (length,) = struct.unpack("!I", header)
        call = b""
        while len(call) < length:
            call += connection.recv(length - len(call))
        arguments, folder, environment = json.loads(call)
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
            os.close(stream)
        os.chdir(folder)
        # The CLI has written the path of its data into the environment when it was loaded.
        environment["AWS_DATA_PATH"] = os.environ["AWS_DATA_PATH"]
        os.environ.clear()
        os.environ.update(environment)
        sys.argv = ["aws", *arguments]
        code = main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except Exception:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        connection.sendall(struct.pack("!i", code))
        os._exit(0)


if __name__ == "__main__":
    serve(sys.argv[1])
